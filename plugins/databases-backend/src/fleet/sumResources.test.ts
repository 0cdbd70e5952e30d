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
import { sumResources } from './sumResources';

const nothing = { known: 0, storageBytes: 0, cpuMillis: 0, memoryBytes: 0 };

const rows: readonly {
  readonly reason: string;
  readonly databases: readonly DatabaseRow['resources'][];
  readonly sum: FleetResources;
}[] = [
  { reason: 'no databases', databases: [], sum: nothing },
  { reason: 'nobody knows', databases: [undefined, {}], sum: nothing },
  {
    reason: 'some is known of some',
    databases: [
      { storageBytes: 10, cpuMillis: 500 },
      undefined,
      { storageBytes: 5, memoryBytes: 7 },
    ],
    sum: { known: 2, storageBytes: 15, cpuMillis: 500, memoryBytes: 7 },
  },
];

describe('sumResources', () => {
  it.each(rows)('$reason', ({ databases, sum }) => {
    expect(sumResources(databases.map(resources => ({ resources })))).toEqual(
      sum,
    );
  });
});
