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
import { EntitySettings } from './EntitySettings';

const shop = 'toy.databases.shop@north';

function component(
  name: string,
  annotations: { readonly [name: string]: string },
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
    spec: {},
  };
}

describe('EntitySettings', () => {
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
    const rows = scene.store.rows();
    const settings = new EntitySettings(config);
    const graceOf = (id: string) =>
      settings.of(scene.store.row(id)!.identity).settings.walGrace;
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
    expect(await settings.read(annotated, rows)).toEqual([shop]);
    expect(graceOf(shop)).toBe(7200);
    expect(graceOf('toy.databases.till@north')).toBe(600);
    expect(await settings.read(annotated, rows)).toEqual([]);

    const none = { auth, catalog: catalogServiceMock({ entities: [] }) };
    expect(await settings.read(none, rows)).toEqual([shop]);
    expect(graceOf(shop)).toBe(600);
    scene.store.stop();
  });

  it('says which annotation is not understood', async () => {
    const scene = await new StoreScene().seen([
      toyDatabase('shop', { app: 'shop' }),
    ]);
    const settings = new EntitySettings(config);
    const catalog = catalogServiceMock({
      entities: [
        component('shop', { 'basewell.dev/assessment-wal-grace': 'soon' }),
      ],
    });
    await settings.read({ auth, catalog }, scene.store.rows());
    const { settings: resolved, remarks } = settings.of(
      scene.store.row(shop)!.identity,
    );
    expect(resolved.walGrace).toBe(60);
    expect(remarks).toEqual([
      expect.objectContaining({ rule: 'assessment-settings' }),
    ]);
    scene.store.stop();
  });
});
