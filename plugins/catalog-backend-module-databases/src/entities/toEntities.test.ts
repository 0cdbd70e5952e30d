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

import {
  entityEnvelopeSchemaValidator,
  Entity,
  FieldFormatEntityPolicy,
  resourceEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import { InventoryItem } from '@basewell/plugin-databases-common';
import { item, logicalItem } from '../__testUtils__/inventory';
import { toEntities } from './toEntities';

const declared: NonNullable<InventoryItem['declared']> = {
  host: 'git.example',
  repository: 'shop/platform',
  path: 'db/shop.yaml',
  url: 'https://git.example/shop/platform/blob/main/db/shop.yaml#L1',
  codeOwners: ['@shop/dba'],
};

const settings = {
  namespace: 'default',
  defaultOwner: 'unknown',
  baseUrl: 'https://portal.example',
};

interface Row {
  readonly reason: string;
  readonly items: readonly InventoryItem[];
  readonly entities: readonly {
    readonly metadata?: object;
    readonly spec?: object;
  }[];
}

const rows: readonly Row[] = [
  {
    reason: 'what is known, for people, searches and filters',
    items: [
      item(
        'shop-cnpg',
        { version: '17', environment: 'prod' },
        { owners: [{ ref: 'group:default/team-shop' }] },
      ),
    ],
    entities: [
      {
        metadata: {
          namespace: 'default',
          name: 'cnpg.databases.shop-cnpg.north',
          title: 'shop-cnpg (prod)',
          description:
            'PostgreSQL (CloudNativePG) 17, prod, namespace databases of the Kubernetes cluster north',
          annotations: {
            'backstage.io/managed-by-location':
              'basewell:cnpg.databases.shop-cnpg@north',
            'backstage.io/managed-by-origin-location':
              'basewell:cnpg.databases.shop-cnpg@north',
            'basewell.dev/database-id': 'cnpg.databases.shop-cnpg@north',
            'basewell.dev/ingested': 'true',
          },
          labels: {
            'basewell.dev/engine': 'cnpg',
            'basewell.dev/environment': 'prod',
          },
          tags: ['cnpg', 'prod'],
          links: [
            {
              url: 'https://portal.example/databases/cnpg.databases.shop-cnpg%40north',
              title: 'Health, credentials and backups',
            },
          ],
        },
        spec: { type: 'database', owner: 'group:default/team-shop' },
      },
    ],
  },
  {
    reason: 'nobody knows an owner',
    items: [item('shop')],
    entities: [{ spec: { type: 'database', owner: 'unknown' } }],
  },
  {
    reason: 'a file declares it, and whoever owns that owns it',
    items: [item('shop', {}, { declared })],
    entities: [
      {
        metadata: expect.objectContaining({
          name: 'cnpg.databases.shop.north',
          annotations: expect.objectContaining({
            'basewell.dev/declared-in': declared.url,
          }),
          links: [
            expect.objectContaining({
              title: 'Health, credentials and backups',
            }),
            { url: declared.url, title: 'Declared in shop/platform' },
          ],
        }),
        spec: { type: 'database', owner: 'group:default/dba' },
      },
    ],
  },
  {
    reason: 'before it runs it has the name that it keeps, and no page',
    items: [item('shop', {}, { declared, exists: false })],
    entities: [
      {
        metadata: expect.objectContaining({
          name: 'cnpg.databases.shop.north',
          links: [{ url: declared.url, title: 'Declared in shop/platform' }],
        }),
      },
    ],
  },
  {
    reason: 'an owner by label or service comes before that of the file',
    items: [
      item(
        'shop',
        {},
        { declared, owners: [{ ref: 'group:default/team-shop' }] },
      ),
    ],
    entities: [
      { spec: { type: 'database', owner: 'group:default/team-shop' } },
    ],
  },
  {
    reason: 'services of one system',
    items: [
      item(
        'shop',
        {},
        {
          services: [
            { ref: 'component:default/cart', system: 'system:default/store' },
            { ref: 'component:default/shop' },
          ],
        },
      ),
    ],
    entities: [
      {
        spec: {
          type: 'database',
          owner: 'unknown',
          system: 'system:default/store',
          dependencyOf: ['component:default/cart', 'component:default/shop'],
        },
      },
    ],
  },
  {
    reason: 'services of two systems',
    items: [
      item(
        'shop',
        {},
        {
          services: [
            { ref: 'component:default/cart', system: 'system:default/store' },
            { ref: 'component:default/till', system: 'system:default/till' },
          ],
        },
      ),
    ],
    entities: [
      {
        spec: {
          type: 'database',
          owner: 'unknown',
          dependencyOf: ['component:default/cart', 'component:default/till'],
        },
      },
    ],
  },
  {
    reason: 'a logical database needs its instance, seen or not',
    items: [logicalItem('main', 'n8n')],
    entities: [
      {
        metadata: expect.objectContaining({ title: 'n8n in main' }),
        spec: {
          type: 'database',
          owner: 'unknown',
          dependsOn: ['resource:default/cnpg.databases.main.north'],
        },
      },
    ],
  },
  {
    reason: 'somebody wrote an entity for the instance',
    items: [
      item('main', {}, { resources: ['resource:shops/main-db'] }),
      logicalItem('main', 'n8n'),
    ],
    entities: [
      {
        metadata: expect.objectContaining({ title: 'n8n in main' }),
        spec: {
          type: 'database',
          owner: 'unknown',
          dependsOn: ['resource:shops/main-db'],
        },
      },
    ],
  },
  {
    reason: 'an environment that is no tag',
    items: [item('shop', { environment: 'Prod_1' })],
    entities: [{ metadata: expect.objectContaining({ tags: ['cnpg'] }) }],
  },
];

const codeOwnerOf = ({ declared: file }: InventoryItem) =>
  file && 'group:default/dba';

describe('toEntities', () => {
  it.each(rows)('$reason', ({ items, entities }) => {
    expect(toEntities(items, settings, codeOwnerOf)).toEqual(
      entities.map(entity => expect.objectContaining(entity)),
    );
  });

  it.each(rows)('$reason: the catalog takes it', async ({ items }) => {
    const validate = entityEnvelopeSchemaValidator();
    for (const entity of toEntities(
      items,
      settings,
      codeOwnerOf,
    ) as readonly Entity[]) {
      validate(entity);
      await new FieldFormatEntityPolicy().enforce(entity);
      expect(await resourceEntityV1alpha1Validator.check(entity)).toBe(true);
    }
  });
});
