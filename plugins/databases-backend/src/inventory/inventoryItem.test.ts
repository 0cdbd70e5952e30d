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

import { Entity } from '@backstage/catalog-model';
import {
  DatabaseIdentity,
  InventoryItem,
} from '@basewell/plugin-databases-common';
import { toyEngine } from '../__testUtils__/facts';
import { inventoryItem } from './inventoryItem';

const identity: DatabaseIdentity = {
  id: 'toy.databases.shop@north',
  engine: 'toy',
  kubernetesCluster: 'north',
  namespace: 'databases',
  name: 'shop',
  services: [],
};

function entity(kind: string, name: string, spec: Entity['spec'] = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'shops' },
    spec,
  };
}

interface Row {
  readonly reason: string;
  readonly services?: readonly string[];
  readonly entities: readonly Entity[];
  readonly found: Partial<InventoryItem>;
}

const rows: readonly Row[] = [
  {
    reason: 'a service that names it, and its system',
    entities: [entity('Component', 'shop', { system: 'store' })],
    found: {
      services: [{ ref: 'component:shops/shop', system: 'system:shops/store' }],
    },
  },
  {
    reason: 'a service that it names, whether or not it is in the catalog',
    services: ['Component:Shops/Shop', 'component:default/till', 'shop'],
    entities: [entity('Component', 'shop')],
    found: {
      services: [
        { ref: 'component:default/till' },
        { ref: 'component:shops/shop' },
      ],
    },
  },
  {
    reason: 'an entity that somebody wrote for it, and others that are none',
    entities: [
      entity('Resource', 'shop-db', { type: 'database' }),
      entity('Resource', 'shop-bucket', { type: 's3-bucket' }),
      entity('API', 'shop-api'),
    ],
    found: { resources: ['resource:shops/shop-db'], services: [] },
  },
];

describe('inventoryItem', () => {
  it.each(rows)('$reason', ({ services = [], entities, found }) => {
    const entry = {
      identity: { ...identity, services },
      owners: [],
      exists: true,
    };
    expect(inventoryItem(entry, toyEngine, entities)).toMatchObject({
      engineTitle: 'Toy',
      ...found,
    });
  });
});
