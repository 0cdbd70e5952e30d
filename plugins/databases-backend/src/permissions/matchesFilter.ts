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

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { DatabaseIdentity } from '@basewell/plugin-databases-common';
import { DatabaseFilter } from './databaseResourceRef';

/** A database that does not say what is asked for matches nothing. */
export function matchesFilter(
  { field, values }: DatabaseFilter,
  database: DatabaseIdentity,
): boolean {
  const value =
    field === 'owner' ? ownerOf(database) : database.environment?.toLowerCase();
  return value !== undefined && values.includes(value);
}

/** The annotation may leave out what the catalog leaves out too: `team-shop`. */
function ownerOf({ owner }: DatabaseIdentity): string | undefined {
  if (owner === undefined) {
    return undefined;
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(owner, {
        defaultKind: 'group',
        defaultNamespace: 'default',
      }),
    ).toLowerCase();
  } catch {
    return undefined;
  }
}
