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

export {
  DATABASE_ID_ANNOTATION,
  DATABASES_ANNOTATION,
  DECLARED_IN_ANNOTATION,
  INGESTED_ANNOTATION,
  PLANNED_DATABASES_ANNOTATION,
} from './annotations';
export { type Belonging, belongingOf } from './belongingOf';
export {
  type AmbiguousMatch,
  type EntityMatch,
  matchEntity,
} from './matchEntity';
export { keysOfDatabase, keysOfEntity } from './matchKeys';
export { namespacesOf } from './namespacesOf';
export { type DatabasePlace, parseDatabaseId } from './parseDatabaseId';
export {
  type DatabaseReference,
  parseDatabaseReference,
} from './parseDatabaseReference';
export { plannedDatabases } from './plannedDatabases';
