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
 * Every name of one database in one environment, as the request, the target
 * and the conventions lead to it.
 *
 * @public
 */
export interface DatabaseNames {
  readonly appNamespace: string;
  readonly databasesNamespace: string;
  /** Name of the CNPG cluster: DNS-1035 label, at most 50 characters. */
  readonly cluster: string;
  /** PostgreSQL identifier of the main database, at most 63 bytes. */
  readonly database: string;
  /** PostgreSQL role that owns it. */
  readonly owner: string;
  readonly bootstrapSecret: string;
  readonly runtimeSecret: string;
  readonly databaseApplication: string;
  readonly appApplication: string;
  /** Host of the read-write service, reachable from other namespaces. */
  readonly writerHost: string;
}
