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
import { databasesDatabaseReadPermission } from '@basewell/plugin-databases-common';
import { createDatabaseConditionalDecision, databaseConditions } from '.';
import { databaseFacts, deliver } from './__testUtils__/databaseFacts';
import { ada, grace, PluginScene } from './__testUtils__/PluginScene';

const teams: { readonly [user: string]: string } = {
  [ada]: 'group:default/team-shop',
  [grace]: 'group:default/team-thief',
};

function component(
  name: string,
  owner: string,
  annotations: { readonly [name: string]: string } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
    relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
  };
}

const claim = (...names: string[]) => ({
  'basewell.dev/databases': names.map(name => `databases/${name}`).join(),
});

/** What each database says, and what entities say of it. */
const estate = [
  ...databaseFacts('bare'),
  ...databaseFacts('by-app', { app: 'shop' }),
  ...databaseFacts('by-service', { services: 'component:default/shop' }),
  ...databaseFacts('contested'),
  ...databaseFacts('owned', { owner: 'team-shop' }),
];
const entities = [
  component('shop', 'team-shop', claim('bare', 'contested')),
  component('web', 'team-shop', { 'basewell.dev/app': 'shop' }),
  component(
    'thief',
    'team-thief',
    claim('by-app', 'by-service', 'contested', 'owned'),
  ),
];

describe('owners that only entities name', () => {
  let scene: PluginScene;
  beforeAll(async () => {
    scene = await PluginScene.start({
      config: {},
      entities,
      decide: user =>
        createDatabaseConditionalDecision(
          databasesDatabaseReadPermission,
          databaseConditions.isOwner({ claims: [teams[user]] }),
        ),
    });
    await deliver(scene.observatory, estate);
  });
  afterAll(() => scene?.stop());

  const seenBy = async (user: string): Promise<readonly string[]> => {
    const { body } = await scene.get('/databases?sort=name', user);
    return body.items.map(({ database }: any) => database.name);
  };

  it('have no rights before the catalog is read', async () => {
    expect(await seenBy(ada)).toEqual(['owned']);
  });

  describe('once it is read', () => {
    beforeAll(() => scene.readCatalog());

    it('see their databases, and nobody sees by a claim what belongs to others', async () => {
      expect(await seenBy(ada)).toEqual([
        'bare',
        'by-app',
        'by-service',
        'owned',
      ]);
      expect(await seenBy(grace)).toEqual([]);
    });

    it('are shown with where they are from, counted and filtered by', async () => {
      const owner = teams[ada];
      const { body } = await scene.get(`/databases?owner=${owner}&sort=name`);
      expect(body.total).toBe(4);
      expect(body.facets.owner).toEqual([{ value: owner, count: 4 }]);
      expect(body.items.map(({ owners }: any) => owners)).toEqual([
        [{ ref: owner, entity: 'component:default/shop' }],
        [{ ref: owner, entity: 'component:default/web' }],
        [{ ref: owner, entity: 'component:default/shop' }],
        [{ ref: owner }],
      ]);
    });

    it('may ask for one of them, and others may not', async () => {
      const path = '/databases/cnpg.databases.by-service@north';
      expect((await scene.get(path)).status).toBe(200);
      expect((await scene.get(path, grace)).status).toBe(404);
    });

    it('are told who claims what is theirs', async () => {
      const { body } = await scene.get('/databases/cnpg.databases.owned@north');
      expect(body.item.lanes.health).toMatchObject({
        state: 'healthy',
        findings: [
          {
            rule: 'database-owner',
            severity: 'warning',
            params: {
              entity: 'component:default/thief',
              named: 'basewell.dev/owner: team-shop',
            },
          },
        ],
      });
    });
  });
});
