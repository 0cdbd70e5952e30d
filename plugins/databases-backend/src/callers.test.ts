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

import { TestDatabases } from '@backstage/backend-test-utils';
import {
  callerKubernetes,
  callerToken,
} from './__testUtils__/callerKubernetes';
import { PluginScene } from './__testUtils__/PluginScene';

const id = 'cnpg.databases.shop-theirs@theirs';
const header = 'Backstage-Kubernetes-Authorization-google';
const tab = '/entities/component/default/shop/databases';

describe('/api/databases, read with the token of its caller', () => {
  const knexes = TestDatabases.create({ ids: ['SQLITE_3'] });
  const asked: string[] = [];
  let scene: PluginScene;
  let knex: Awaited<ReturnType<typeof knexes.init>>;
  beforeAll(async () => {
    knex = await knexes.init('SQLITE_3');
    scene = await PluginScene.start({
      config: { databases: { kubernetes: { source: 'plugin' } } },
      features: [callerKubernetes(asked)],
      knex,
    });
    for (;;) {
      const { body } = await scene.get('/coverage');
      if (body.kubernetesClusters.length) {
        break;
      }
      await new Promise(later => setTimeout(later, 20));
    }
  });
  afterAll(async () => {
    await scene?.observatory.stop();
    await scene?.stop();
  });

  it('shows nothing without a token, and says which is missing', async () => {
    const { body } = await scene.get(tab);
    expect(body.items).toEqual([]);
    expect(body.gaps).toEqual([
      expect.objectContaining({
        kubernetesCluster: 'theirs',
        state: 'on-demand',
        message: expect.stringContaining('had none of google'),
      }),
    ]);
    expect((await scene.get(`/databases/${id}`)).status).toBe(404);
    expect(asked).toEqual([]);
  });

  it.each(['wrong', ''])('shows nothing with the token "%s"', async token => {
    const { body, status } = await scene.get(tab).set(header, token);
    expect(status).toBe(200);
    expect(body.items).toEqual([]);
    expect(body.gaps).toEqual([
      expect.objectContaining({ kubernetesCluster: 'theirs' }),
    ]);
  });

  it('shows what the person may see, and is read once', async () => {
    asked.length = 0;
    const [first, second] = await Promise.all([
      scene.get(tab).set(header, callerToken),
      scene.get(tab).set(header, callerToken),
    ]);
    expect(first.body.items).toEqual([
      expect.objectContaining({
        database: expect.objectContaining({ id, app: 'shop' }),
        lanes: expect.objectContaining({
          health: expect.objectContaining({ state: 'healthy' }),
        }),
      }),
    ]);
    expect(first.body.items[0].staleSince).toBeUndefined();
    expect(second.body.items).toHaveLength(1);
    const lists = asked.filter(path => path.endsWith('/clusters'));
    expect(lists).toHaveLength(1);

    const detail = await scene
      .get(`/databases/${id}`)
      .set(header, `Bearer ${callerToken}`);
    expect(detail.body.item.description.instances).toHaveLength(1);
    const history = await scene
      .get(`/databases/${id}/history`)
      .set(header, callerToken);
    expect(history.body.items).toEqual([]);
  });

  it('shows it to nobody else, and counts and keeps nothing', async () => {
    expect((await scene.get(`/databases/${id}`)).status).toBe(404);
    const { body } = await scene.get('/databases').set(header, callerToken);
    expect(body).toMatchObject({ items: [], total: 0, counts: {} });
    expect(body.gaps).toEqual([
      expect.objectContaining({
        message: expect.stringContaining('not counted here'),
      }),
    ]);
    await scene.observatory.settle();
    for (const table of ['memory', 'last_known', 'identities', 'transitions']) {
      expect(await knex(table)).toEqual([]);
    }
    expect(JSON.stringify(scene.audit)).not.toContain(callerToken);
  });
});
