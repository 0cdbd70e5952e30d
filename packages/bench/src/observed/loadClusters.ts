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

import { KubernetesApi } from '@basewell/testkit';
import { clusterObject, referenceTo } from './clusterObject';
import { companionObjects } from './companionObjects';

/** More at the same time does not make an API server on two cores faster. */
const WRITERS = 16;

/**
 * Creates so many CNPG clusters with what belongs to them, and writes the status
 * of each.
 */
export async function loadClusters(
  { client }: KubernetesApi,
  count: number,
): Promise<void> {
  await client.create({
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: 'default', namespace: 'default' },
  });
  let next = 0;
  const write = async () => {
    while (next < count) {
      const index = next++;
      for (const { object, status } of [
        clusterObject(index),
        ...companionObjects(index, Date.now()),
      ]) {
        await client.create(object);
        await client.patchStatus(referenceTo(object), status);
      }
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
}
