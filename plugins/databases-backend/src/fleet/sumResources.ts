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

import { FleetResources } from '@basewell/plugin-databases-common';
import { DatabaseRow } from '../store/DatabaseRow';

/** What databases ask for together, and of how many of them that is known. */
export function sumResources(
  rows: readonly Pick<DatabaseRow, 'resources'>[],
): FleetResources {
  let [known, storageBytes, cpuMillis, memoryBytes] = [0, 0, 0, 0];
  for (const { resources } of rows) {
    if (resources && Object.keys(resources).length) {
      known++;
      storageBytes += resources.storageBytes ?? 0;
      cpuMillis += resources.cpuMillis ?? 0;
      memoryBytes += resources.memoryBytes ?? 0;
    }
  }
  return { known, storageBytes, cpuMillis, memoryBytes };
}
