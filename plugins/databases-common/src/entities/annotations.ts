/*
 * Copyright 2026 The Basewell Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

/**
 * On an entity: the databases that it has, as `<namespace>/<name>` or
 * `<Kubernetes cluster>/<namespace>/<name>`, comma-separated; `*` as the
 * Kubernetes cluster means all of them. The name is that of the object that
 * stands for the database, such as the CNPG cluster; `<name>:<database>` is a
 * logical database in there, encoded as in a URL.
 *
 * @public
 */
export const DATABASES_ANNOTATION = 'basewell.dev/databases';

/**
 * On an entity: engines of databases that it will have and has not yet, such as
 * `redis, neo4j`.
 *
 * @public
 */
export const PLANNED_DATABASES_ANNOTATION = 'basewell.dev/planned-databases';

/**
 * On an entity of a database itself, such as a `Resource`: the id of the
 * database, as the API writes it.
 *
 * @public
 */
export const DATABASE_ID_ANNOTATION = 'basewell.dev/database-id';

/**
 * On an entity that was made of a database that is seen: the id of that database
 * is in `basewell.dev/database-id`, and nothing else is said here. Its owner is
 * what the database's own objects and other entities say, so it is no word of its
 * own about that.
 *
 * @public
 */
export const INGESTED_ANNOTATION = 'basewell.dev/ingested';

/**
 * On an entity that was made of a database: the page of the file in git that
 * declares it.
 *
 * @public
 */
export const DECLARED_IN_ANNOTATION = 'basewell.dev/declared-in';
