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

import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { StoreScene } from '../__testUtils__/StoreScene';
import { toyDatabase } from '../__testUtils__/facts';
import { CatalogKnowledge } from './CatalogKnowledge';

const shop = 'toy.databases.shop@north';

function component(
  name: string,
  annotations: { readonly [name: string]: string } = {},
  owner?: string,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
    spec: { ...(owner && { owner }) },
  };
}

describe('CatalogKnowledge', () => {
  const auth = mockServices.auth();
  const config = {
    settings: { walGrace: 60 },
    environments: { dev: { walGrace: 600 } },
  };

  it('sets thresholds by app-config, environment and entity, and tells whom it concerns', async () => {
    const scene = await new StoreScene().seen([
      toyDatabase('shop', { app: 'shop', environment: 'dev' }),
      toyDatabase('till', { app: 'till', environment: 'dev' }),
    ]);
    const rows = () => scene.store.rows();
    const knowledge = new CatalogKnowledge(config);
    const graceOf = (id: string) =>
      knowledge.settingsOf(scene.store.row(id)!.identity).settings.walGrace;
    expect(graceOf(shop)).toBe(600);

    const annotated = {
      auth,
      catalog: catalogServiceMock({
        entities: [
          component('shop', { 'basewell.dev/assessment-wal-grace': '2h' }),
          component('till', { 'basewell.dev/runbook': 'none' }),
        ],
      }),
    };
    const both = [shop, 'toy.databases.till@north'];
    expect(await knowledge.read(annotated, rows)).toEqual(both);
    expect(both.map(graceOf)).toEqual([7200, 600]);
    expect(await knowledge.read(annotated, rows)).toEqual([]);

    const none = { auth, catalog: catalogServiceMock({ entities: [] }) };
    expect(await knowledge.read(none, rows)).toEqual(both);
    expect(graceOf(shop)).toBe(600);
    scene.store.stop();
  });

  it('says which annotation is not understood', async () => {
    const scene = await new StoreScene().seen([
      toyDatabase('shop', { app: 'shop' }),
    ]);
    const knowledge = new CatalogKnowledge(config);
    const catalog = catalogServiceMock({
      entities: [
        component('shop', { 'basewell.dev/assessment-wal-grace': 'soon' }),
      ],
    });
    await knowledge.read({ auth, catalog }, () => scene.store.rows());
    const { settings: resolved, remarks } = knowledge.settingsOf(
      scene.store.row(shop)!.identity,
    );
    expect(resolved.walGrace).toBe(60);
    expect(remarks).toEqual([
      expect.objectContaining({ rule: 'assessment-settings' }),
    ]);
    scene.store.stop();
  });

  it('knows owners that entities alone name, from the moment they are read', async () => {
    const scene = await new StoreScene().seen([
      toyDatabase('bare'),
      toyDatabase('shop', { services: ['API:default/Shop', 'no reference'] }),
      toyDatabase('till', { app: 'till', owner: 'team-till' }),
    ]);
    const knowledge = new CatalogKnowledge(config);
    const rows = () => scene.store.rows();
    const owners = () =>
      Object.fromEntries(
        rows().map(({ identity }) => [
          identity.name,
          knowledge.ownersOf(identity).map(({ ref }) => ref),
        ]),
      );
    const till = ['group:default/team-till'];
    expect(owners()).toEqual({ bare: [], shop: [], till });

    const claim = { 'basewell.dev/databases': 'databases/bare' };
    const first = component('landing', claim, 'team-landing');
    const api = { ...component('shop', {}, 'team-shop'), kind: 'API' };
    const read = (entities: Entity[]) =>
      knowledge.read({ auth, catalog: catalogServiceMock({ entities }) }, rows);
    expect(await read([first, api])).toEqual([
      'toy.databases.bare@north',
      'toy.databases.shop@north',
    ]);
    expect(owners()).toEqual({
      bare: ['group:default/team-landing'],
      shop: ['group:default/team-shop'],
      till,
    });

    const thief = component('thief', claim, 'team-thief');
    expect(await read([first, api, thief])).toEqual([
      'toy.databases.bare@north',
    ]);
    expect(owners()).toMatchObject({ bare: [] });
    const { identity } = scene.store.row('toy.databases.bare@north')!;
    expect(knowledge.settingsOf(identity).remarks).toEqual([
      expect.objectContaining({ message: 'databaseOwner.disputed' }),
    ]);
    scene.store.stop();
  });

  it('keeps what it knows when the catalog fails in the middle', async () => {
    const scene = await new StoreScene().seen([toyDatabase('shop')]);
    const knowledge = new CatalogKnowledge(config);
    const rows = () => scene.store.rows();
    const claiming = component(
      'shop',
      { 'basewell.dev/databases': 'databases/shop' },
      'team-shop',
    );
    const entities = [claiming];
    await knowledge.read(
      { auth, catalog: catalogServiceMock({ entities }) },
      rows,
    );
    const broken = catalogServiceMock.mock({
      async *streamEntities() {
        yield [];
        throw new Error('away');
      },
    });
    await expect(
      knowledge.read({ auth, catalog: broken }, rows),
    ).rejects.toThrow('away');
    const { identity } = scene.store.row(shop)!;
    expect(knowledge.ownersOf(identity)).toEqual([
      { ref: 'group:default/team-shop', entity: 'component:default/shop' },
    ]);
    scene.store.stop();
  });

  it('reads ten thousand entities for ten thousand databases and lets others work', async () => {
    const count = 10_000;
    const scene = await new StoreScene().seen(
      Array.from({ length: count }, (_, n) =>
        toyDatabase(`db-${n}`, { app: `app-${n}` }),
      ),
    );
    const knowledge = new CatalogKnowledge(config);
    const catalog = catalogServiceMock.mock({
      async *streamEntities(request) {
        const size = request!.pageSize!;
        for (let from = 0; from < count; from += size) {
          yield Array.from({ length: size }, (_, n) =>
            component(`app-${from + n}`, {}, 'team-shop'),
          );
        }
      },
    });
    let rounds = 0;
    let reading = true;
    const others = (async () => {
      while (reading) {
        await new Promise(setImmediate);
        rounds++;
      }
    })();
    const changed = await knowledge.read({ auth, catalog }, () =>
      scene.store.rows(),
    );
    reading = false;
    await others;
    expect(changed).toHaveLength(count);
    // Of half a second that it takes, in slices of 6 ms.
    expect(rounds).toBeGreaterThan(10);
    scene.store.stop();
  }, 60_000);
});
