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

import { Coverage } from '@basewell/plugin-databases-common/domain';
import { toyCoverage, toyDatabases, toyPods } from '../__testUtils__/facts';
import { unseenPlaces } from './unseenPlaces';

const rows: readonly {
  readonly reason: string;
  readonly coverages: readonly Coverage[];
  readonly unseen: readonly string[];
}[] = [
  {
    reason: 'everything is seen, or there is no such kind',
    coverages: [
      toyCoverage(toyDatabases),
      toyCoverage(toyDatabases, 'absent', { kubernetesCluster: 'south' }),
    ],
    unseen: [],
  },
  {
    reason: 'what stands for no database counts nothing',
    coverages: [toyCoverage(toyDatabases), toyCoverage(toyPods, 'forbidden')],
    unseen: [],
  },
  {
    reason: 'each has its own trouble',
    coverages: [
      toyCoverage(toyDatabases, 'unreachable', { kubernetesCluster: 'south' }),
      toyCoverage(toyDatabases, 'syncing'),
      toyCoverage(toyDatabases, 'forbidden', { kubernetesCluster: 'east' }),
    ],
    unseen: ['east', 'north', 'south'],
  },
];

describe('unseenPlaces', () => {
  it.each(rows)('$reason', ({ coverages, unseen }) => {
    expect(unseenPlaces(coverages, [toyDatabases])).toEqual(unseen);
  });
});
