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

import { DatabaseIdentity } from '../../model';
import { HealthScene } from './__testUtils__/HealthScene';
import { clusterObject, databaseObject } from './__testUtils__/objects';
import { cnpgObservation } from './cnpgObservation';

interface Row {
  readonly reason: string;
  readonly object: ReturnType<typeof clusterObject>;
  readonly identities: readonly Partial<DatabaseIdentity>[];
}

const cluster = 'cnpg.databases.shop-cnpg@prod';

const rows: readonly Row[] = [
  {
    reason: 'a Cluster stands for its main database',
    object: clusterObject(),
    identities: [{ id: cluster, database: 'shop' }],
  },
  {
    reason: 'a copy of another cluster does not say what is in it',
    object: clusterObject({
      spec: { bootstrap: { initdb: null, recovery: { source: 'old' } } },
    }),
    identities: [{ id: cluster }],
  },
  {
    reason: 'its bootstrap made further ones, and the main one once more',
    object: clusterObject({
      spec: {
        bootstrap: {
          initdb: {
            postInitSQL: ['CREATE DATABASE shop', 'CREATE DATABASE "a@b/c"'],
          },
        },
      },
    }),
    identities: [
      { id: cluster, database: 'shop' },
      {
        id: 'cnpg.databases.shop-cnpg:a%40b%2Fc@prod',
        name: 'shop-cnpg',
        database: 'a@b/c',
        instance: cluster,
      },
    ],
  },
  {
    reason: 'a Database stands for itself, and says who it belongs to',
    object: databaseObject({
      metadata: {
        labels: { 'basewell.dev/app': 'reports' },
        annotations: { 'basewell.dev/service': 'component:default/reports' },
      },
    }),
    identities: [
      {
        id: 'cnpg.databases.shop-cnpg:reports@prod',
        name: 'shop-cnpg',
        database: 'reports',
        instance: cluster,
        app: 'reports',
        services: ['component:default/reports'],
      },
    ],
  },
  {
    reason: 'a Database that shall not be there',
    object: databaseObject({ spec: { ensure: 'absent' } }),
    identities: [],
  },
];

describe('the databases of an object', () => {
  it.each(rows)('$reason', ({ object, identities }) => {
    const [fact] = new HealthScene({ objects: [object] }).facts;
    expect(cnpgObservation.identify(fact)).toEqual(
      identities.map(identity => expect.objectContaining(identity)),
    );
  });
});
