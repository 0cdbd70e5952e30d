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

import {
  DatabaseIdentity,
  DatabaseOwner,
  databaseResourceType,
} from '@basewell/plugin-databases-common';
import { createPermissionResourceRef } from '@backstage/plugin-permission-node';

/** What a rule asks of a database, for filtering thousands at once. @public */
export interface DatabaseFilter {
  readonly field: 'owner' | 'environment';
  /** One of them; lower case. */
  readonly values: readonly string[];
}

/** A database, and to whom it belongs. @public */
export interface OwnedDatabase {
  readonly identity: DatabaseIdentity;
  readonly owners: readonly DatabaseOwner[];
}

/**
 * A database, as rules of the permission framework see it.
 *
 * @public
 */
export const databaseResourceRef = createPermissionResourceRef<
  OwnedDatabase,
  DatabaseFilter
>().with({ pluginId: 'databases', resourceType: databaseResourceType });
