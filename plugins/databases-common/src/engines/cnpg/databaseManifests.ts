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
  DatabaseDraft,
  LogicalDatabaseRequest,
  ManifestDraft,
} from '../../model';
import { databaseManifest } from './databaseManifest';

/** Logical databases of a cluster, one object and one file each. */
export function databaseManifests(
  database: DatabaseDraft,
  logical: readonly LogicalDatabaseRequest[],
): readonly ManifestDraft[] {
  const { environment, names } = database;
  return logical.map(each => {
    const manifest = databaseManifest(database, each);
    const suffix = manifest.metadata.name.slice(names.cluster.length + 1);
    return {
      file: `database-${suffix}.yaml`,
      purpose: `Database ${each.name} in ${environment}`,
      manifest,
    };
  });
}
