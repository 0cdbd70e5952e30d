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

import { KubernetesApi, KubernetesObject } from '@basewell/testkit';
import { clusterObject, ObservedObject, referenceTo } from './clusterObject';
import { companionObjects } from './companionObjects';

/** Databases whose objects are made before any is stored: 20 MB of them. */
const AT_ONCE = 500;

/**
 * Puts databases with their companions into a Kubernetes cluster. The first one
 * goes through the API, which says what `managedFields` such objects have; the
 * others go to where the API server keeps them, or 10,000 would take minutes.
 */
export async function loadClusters(
  api: KubernetesApi,
  count: number,
): Promise<void> {
  await api.client.create({
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: 'default', namespace: 'default' },
  });
  const models: KubernetesObject[] = [];
  for (const { object, status } of databaseObjects(0)) {
    await api.client.create(object);
    models.push(await api.client.patchStatus(referenceTo(object), status));
  }
  for (let start = 1; start < count; start += AT_ONCE) {
    const end = Math.min(start + AT_ONCE, count);
    const indices = Array.from(
      { length: end - start },
      (_, offset) => start + offset,
    );
    await api.fill(
      indices.flatMap(index =>
        databaseObjects(index).map((observed, position) =>
          wholeObject(observed, models[position]),
        ),
      ),
    );
  }
}

function databaseObjects(index: number): readonly ObservedObject[] {
  return [clusterObject(index), ...companionObjects(index, Date.now())];
}

function wholeObject(
  { object, status }: ObservedObject,
  model: KubernetesObject,
): KubernetesObject {
  const { managedFields } = model.metadata;
  return { ...object, metadata: { ...object.metadata, managedFields }, status };
}
