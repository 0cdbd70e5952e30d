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
import { resourcesOf } from './resourcesOf';

const rows: readonly {
  readonly reason: string;
  readonly spec: Partial<ClusterData['spec']>;
  readonly resources: DatabaseResources;
}[] = [
  { reason: 'nothing is declared', spec: {}, resources: {} },
  {
    reason: 'three instances, with a volume for WAL',
    spec: {
      instances: 3,
      storageSize: '10Gi',
      walStorageSize: '2Gi',
      requests: { cpu: '500m', memory: '1Gi' },
    },
    resources: {
      storageBytes: 36 * 2 ** 30,
      cpuMillis: 1500,
      memoryBytes: 3 * 2 ** 30,
    },
  },
  {
    reason: 'what cannot be read says nothing',
    spec: { instances: 2, storageSize: 'much', requests: { cpu: '1' } },
    resources: { cpuMillis: 2000 },
  },
];

describe('what a CNPG cluster asks for', () => {
  it.each(rows)('$reason', ({ spec, resources }) => {
    expect(
      resourcesOf({
        spec: {
          plugins: [],
          externalClusters: [],
          ownCertificates: [],
          ...spec,
        },
      }),
    ).toEqual(resources);
  });
});
