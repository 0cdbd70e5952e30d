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

import { ClusterData } from '../../kinds';
import { DatabaseResources } from '../../model';
import { parseQuantity } from '../../quantities';

/** What all instances ask for, as declared; poolers and jobs do not count. */
export function resourcesOf({
  spec,
}: Pick<ClusterData, 'spec'>): DatabaseResources {
  const { instances = 1, requests, storageSize, walStorageSize } = spec;
  const storage = sum([storageSize, walStorageSize]);
  const cpu = sum([requests?.cpu]);
  const memory = sum([requests?.memory]);
  return {
    ...(storage !== undefined && { storageBytes: storage * instances }),
    ...(cpu !== undefined && { cpuMillis: Math.round(cpu * 1000) * instances }),
    ...(memory !== undefined && { memoryBytes: memory * instances }),
  };
}

/** Of the quantities that are there and can be read. */
function sum(quantities: readonly (string | undefined)[]): number | undefined {
  const known = quantities.flatMap(text => parseQuantity(text ?? '') ?? []);
  return known.length
    ? known.reduce((total, quantity) => total + quantity)
    : undefined;
}
