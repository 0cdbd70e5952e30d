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
import { DatabaseIdentity } from '../model';
import { matchEntity } from './matchEntity';

function database(
  name: string,
  own: Partial<DatabaseIdentity> = {},
): DatabaseIdentity {
  const { kubernetesCluster = 'prod' } = own;
  return {
    id: `cnpg.databases.${name}@${kubernetesCluster}`,
    engine: 'cnpg',
    kubernetesCluster,
    namespace: 'databases',
    name,
    services: [],
    ...own,
  };
}

function entity(
  annotations: { readonly [name: string]: string } = {},
  own: { readonly kind?: string; readonly name?: string } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: own.kind ?? 'Component',
    metadata: { name: own.name ?? 'shop', annotations },
    spec: { owner: 'team-shop' },
  };
}

interface Case {
  readonly reason: string;
  readonly entity?: Entity;
  readonly databases: readonly DatabaseIdentity[];
  readonly matched: readonly string[];
  /** Words of the reason, and the candidates. */
  readonly ambiguous?: readonly [string, ...string[]][];
}

const twins = [
  database('pg-1'),
  database('pg-1', { kubernetesCluster: 'stage' }),
];

const shared = 'cnpg.databases.main@prod';
const logical = (name: string, own: Partial<DatabaseIdentity> = {}) =>
  database('main', {
    id: `cnpg.databases.main:${encodeURIComponent(name)}@prod`,
    database: name,
    instance: shared,
    ...own,
  });

const cases: readonly Case[] = [
  {
    reason: 'an instance is not all that is in it',
    entity: entity({ 'basewell.dev/databases': 'databases/main' }),
    databases: [database('main', { database: 'app' }), logical('n8n')],
    matched: ['main@prod'],
  },
  {
    reason: 'one logical database, and not its instance',
    entity: entity({
      'basewell.dev/databases': 'databases/main:n8n, prod/databases/main:a%2Fb',
    }),
    databases: [database('main'), logical('n8n'), logical('a/b')],
    matched: ['main:n8n@prod', 'main:a%2Fb@prod'],
  },
  {
    reason: 'a logical database is only named like the app',
    entity: entity({}, { name: 'shop-search' }),
    databases: [database('main'), logical('shop_search')],
    matched: [],
    ambiguous: [
      ['databases/main:shop_search', 'cnpg.databases.main:shop_search@prod'],
    ],
  },
  {
    reason: 'a database that names the service',
    databases: [database('pg-1', { services: ['component:default/shop'] })],
    matched: ['pg-1@prod'],
  },
  {
    reason: 'a database of several services',
    databases: [
      database('pg-1', {
        services: ['component:default/cart', 'Component:default/Shop'],
      }),
    ],
    matched: ['pg-1@prod'],
  },
  {
    reason: 'the same app key, once for each environment',
    databases: [
      database('shop-cnpg', { app: 'shop' }),
      database('shop-dev-cnpg', { app: 'shop' }),
      database('cart-cnpg', { app: 'cart' }),
    ],
    matched: ['shop-cnpg@prod', 'shop-dev-cnpg@prod'],
  },
  {
    reason: 'a service that has another app key than its name',
    entity: entity({ 'basewell.dev/app': 'payload' }),
    databases: [
      database('payload-cnpg', { app: 'payload' }),
      database('shop-cnpg', { app: 'shop' }),
    ],
    matched: ['payload-cnpg@prod'],
  },
  {
    reason: 'the app key counts for nothing once a database names its services',
    databases: [
      database('shop-cnpg', {
        app: 'shop',
        services: ['component:default/cart'],
      }),
    ],
    matched: [],
  },
  {
    reason: 'the same app key with another owner is shown, not taken',
    databases: [
      database('shop-cnpg', { app: 'shop', owner: 'group:default/team-cart' }),
    ],
    matched: [],
    ambiguous: [
      ['belongs to group:default/team-cart', 'cnpg.databases.shop-cnpg@prod'],
    ],
  },
  {
    reason: 'the same app key and owner',
    databases: [
      database('shop-cnpg', { app: 'shop', owner: 'group:default/team-shop' }),
    ],
    matched: ['shop-cnpg@prod'],
  },
  {
    reason: 'the same owner, written short on the database',
    databases: [database('shop-cnpg', { app: 'shop', owner: 'team-shop' })],
    matched: ['shop-cnpg@prod'],
  },
  {
    reason: 'a name alone proves nothing',
    databases: [database('shop-dev-cnpg'), database('shop-api-cnpg')],
    matched: [],
    ambiguous: [['only named after shop', 'cnpg.databases.shop-dev-cnpg@prod']],
  },
  {
    reason: 'only components are found by their name',
    entity: entity({}, { kind: 'System' }),
    databases: [database('shop-cnpg', { app: 'shop' })],
    matched: [],
  },
  {
    reason: 'a reference, and then nothing else is looked for',
    entity: entity({ 'basewell.dev/databases': 'prod/databases/pg-1' }),
    databases: [...twins, database('shop-cnpg', { app: 'shop' })],
    matched: ['pg-1@prod'],
  },
  {
    reason: 'several references, one of them in all Kubernetes clusters',
    entity: entity({
      'basewell.dev/databases': '*/databases/pg-1, databases/orders,',
    }),
    databases: [...twins, database('orders')],
    matched: ['pg-1@prod', 'pg-1@stage', 'orders@prod'],
  },
  {
    reason: 'a reference that fits in two Kubernetes clusters',
    entity: entity({ 'basewell.dev/databases': 'databases/pg-1' }),
    databases: twins,
    matched: [],
    ambiguous: [
      [
        'in several Kubernetes clusters',
        'cnpg.databases.pg-1@prod',
        'cnpg.databases.pg-1@stage',
      ],
    ],
  },
  {
    reason: 'a reference to nothing is said',
    entity: entity({ 'basewell.dev/databases': 'databases/gone' }),
    databases: twins,
    matched: [],
    ambiguous: [['databases/gone, which is not seen']],
  },
  {
    reason: 'a reference that is none is said',
    entity: entity({ 'basewell.dev/databases': 'pg-1' }),
    databases: twins,
    matched: [],
    ambiguous: [['"pg-1" in basewell.dev/databases is not understood']],
  },
  {
    reason: 'the entity of a database itself',
    entity: entity(
      { 'basewell.dev/database-id': 'cnpg.databases.pg-1@stage' },
      { kind: 'Resource', name: 'pg-1' },
    ),
    databases: twins,
    matched: ['pg-1@stage'],
  },
];

describe('matchEntity', () => {
  it.each(cases)(
    '$reason',
    ({ entity: own = entity(), databases, matched, ambiguous = [] }) => {
      const found = matchEntity(own, databases);
      expect(
        found.matched.map(({ id }) => id.slice('cnpg.databases.'.length)),
      ).toEqual(matched);
      expect(found.ambiguous).toEqual(
        ambiguous.map(([words, ...candidates]) => ({
          reason: expect.stringContaining(words),
          candidates,
        })),
      );
    },
  );

  it('says what it looked for', () => {
    expect(matchEntity(entity(), []).searched).toEqual({
      app: 'shop',
      annotations: [],
    });
    expect(
      matchEntity(entity({ 'basewell.dev/databases': 'a/b' }), []).searched,
    ).toEqual({ annotations: ['basewell.dev/databases: a/b'] });
  });
});
