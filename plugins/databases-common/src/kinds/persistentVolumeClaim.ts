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

import { Fields, ObservedKind } from '../observation';

/**
 * What is kept of a volume claim. Those of StatefulSets have no label of their
 * own, so all are asked for.
 *
 * @public
 */
export interface PersistentVolumeClaimData {
  /** Name of its CNPG cluster; left out for others. */
  readonly cluster?: string;
  readonly instance?: string;
  /** `PG_DATA`, `PG_WAL` or `PG_TABLESPACE`. */
  readonly role?: string;
  /** `Pending`, `Bound` or `Lost`. */
  readonly phase?: string;
  /** Kubernetes quantities: asked for, and there. */
  readonly requested?: string;
  readonly capacity?: string;
  readonly storageClass?: string;
  /** `FileSystemResizePending`, `Resizing` and their like, while they hold. */
  readonly resizing?: string;
}

/**
 * Found under `claim:<namespace>/<name>`, those of CNPG clusters under
 * `<namespace>/<cluster>` too.
 *
 * @public
 */
export const persistentVolumeClaim: ObservedKind<PersistentVolumeClaimData> = {
  id: 'persistentvolumeclaims',
  group: '',
  versions: ['v1'],
  resource: 'persistentvolumeclaims',
  kind: 'PersistentVolumeClaim',
  namespaced: true,
  feeds:
    'A volume that cannot be had or grown explains an instance that does not come up.',
  lane: 'health',
  project(object) {
    const fields = Fields.of(object);
    const labels = fields.at('metadata', 'labels');
    return {
      cluster: labels.string('cnpg.io/cluster') || undefined,
      instance: labels.string('cnpg.io/instanceName'),
      role: labels.string('cnpg.io/pvcRole'),
      phase: fields.string('status', 'phase'),
      requested: fields.string('spec', 'resources', 'requests', 'storage'),
      capacity: fields.string('status', 'capacity', 'storage'),
      storageClass: fields.string('spec', 'storageClassName'),
      resizing: fields
        .list('status', 'conditions')
        .filter(condition => condition.string('status') === 'True')
        .map(condition => condition.string('type'))
        .find(type => type?.includes('Resiz')),
    };
  },
  keys: ({ namespace, name, data: { cluster } }) => [
    `claim:${namespace}/${name}`,
    ...(cluster ? [`${namespace}/${cluster}`] : []),
  ],
};
