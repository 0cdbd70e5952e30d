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

import { DatabaseRow, standingOf } from '../store/DatabaseRow';
import { sumByService } from './sumByService';

function row(name: string, storageBytes?: number): DatabaseRow {
  return {
    identity: {
      id: `toy.databases.${name}@north`,
      engine: 'toy',
      kubernetesCluster: 'north',
      namespace: 'databases',
      name,
      services: [],
    },
    owners: [],
    ...standingOf({ health: 'healthy' }),
    ...(storageBytes !== undefined && { resources: { storageBytes } }),
  };
}

const services: { readonly [database: string]: readonly string[] } = {
  cart: ['component:default/shop'],
  orders: ['component:default/shop', 'component:default/till'],
  blind: ['component:default/till'],
  alone: [],
};

const servicesOf = ({ identity }: DatabaseRow) =>
  services[identity.name].map(ref => ({ ref }));

describe('sumByService', () => {
  it('counts a database with each service that uses it', () => {
    const rows = [
      row('cart', 5),
      row('orders', 10),
      row('blind'),
      row('alone', 9),
    ];
    const nothing = { cpuMillis: 0, memoryBytes: 0 };
    expect(sumByService(rows, servicesOf)).toEqual({
      items: [
        {
          ...{ ref: 'component:default/shop', databases: 2, known: 2 },
          ...{ ...nothing, storageBytes: 15 },
        },
        {
          ...{ ref: 'component:default/till', databases: 2, known: 1 },
          ...{ ...nothing, storageBytes: 10 },
        },
      ],
      total: 2,
    });
  });

  it('says how many there are besides the largest', () => {
    const rows = Array.from({ length: 30 }, (_, index) =>
      row(`${index}`, index),
    );
    const { items, total } = sumByService(rows, ({ identity }) => [
      { ref: `component:default/${identity.name}` },
    ]);
    expect(total).toBe(30);
    expect(items).toHaveLength(20);
    expect(items[0].storageBytes).toBe(29);
    expect(items.at(-1)!.storageBytes).toBe(10);
  });
});
