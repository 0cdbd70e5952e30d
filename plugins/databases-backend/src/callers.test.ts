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

import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { createHash } from 'node:crypto';
import {
  callerKubernetes,
  callerToken,
  earlyToken,
  narrowToken,
  backuplessToken,
} from './__testUtils__/callerKubernetes';
import { grace, PluginScene } from './__testUtils__/PluginScene';

const id = 'cnpg.databases.shop-theirs@theirs';
const header = 'Backstage-Kubernetes-Authorization-google';
const tab = '/entities/component/default/shop/databases';
const namedTab = '/entities/component/default/till/databases';

describe('/api/databases, read with the token of its caller', () => {
  const knexes = TestDatabases.create({ ids: ['SQLITE_3'] });
  const asked: string[] = [];
  const logger = mockServices.rootLogger.mock();
  logger.child.mockReturnValue(logger);
  let scene: PluginScene;
  let knex: Awaited<ReturnType<typeof knexes.init>>;
  beforeAll(async () => {
    knex = await knexes.init('SQLITE_3');
    scene = await PluginScene.start({
      config: { databases: { kubernetes: { source: 'plugin' } } },
      features: [callerKubernetes(asked), logger.factory],
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
        tokenProvider: 'google',
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
      expect.objectContaining({
        kubernetesCluster: 'theirs',
        tokenProvider: 'google',
        state: token ? 'unauthorized' : 'on-demand',
      }),
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

  it('shows one person nothing of what another one sees', async () => {
    const path = `/databases/${id}`;
    const mine = await scene.get(path).set(header, callerToken);
    const [none, wrong, stolenTag] = await Promise.all([
      scene.get(path, grace),
      scene.get(path, grace).set(header, 'wrong'),
      scene.get(path, grace).set('If-None-Match', mine.headers.etag),
    ]);
    expect(mine.status).toBe(200);
    expect(mine.headers['cache-control']).toBe('private, no-store');
    for (const answer of [none, wrong, stolenTag]) {
      expect(answer.status).toBe(404);
      expect(answer.body.error.message).toMatch(/There is no database/);
    }
  });

  it.each([
    { reason: 'the id of a database tells it', path: `/databases/${id}` },
    { reason: 'the entity names it', path: namedTab },
  ])('reads one namespace when $reason', async ({ path }) => {
    const { body } = await scene.get(path).set(header, narrowToken);
    expect(body.item ?? body.items[0]).toMatchObject({
      database: { id },
      lanes: { health: { state: 'healthy' } },
    });
    expect(body.gaps).toEqual([
      expect.objectContaining({
        state: 'forbidden',
        namespaces: ['databases'],
        message: expect.stringContaining('does not let you list'),
      }),
    ]);
  });

  it('finds nothing where no namespace is named, and says why', async () => {
    const { body } = await scene.get(tab).set(header, narrowToken);
    expect(body.items).toEqual([]);
    expect(body.gaps).toEqual([
      expect.objectContaining({ state: 'forbidden', tokenProvider: 'google' }),
    ]);
    expect(body.gaps[0].namespaces).toBeUndefined();
  });

  it('does not say that there is no database while nothing can be seen', async () => {
    const { status, body } = await scene
      .get(`/databases/${id}`)
      .set(header, earlyToken);
    expect(status).toBe(503);
    expect(body.error.message).toMatch(
      /^Kubernetes cluster theirs cannot be seen now\. The API server is starting/,
    );
  });

  it('judges nothing by what its caller may not see', async () => {
    const { body } = await scene.get(namedTab).set(header, backuplessToken);
    expect(body.items[0].lanes.backup).toMatchObject({
      state: 'unknown',
      message: 'coverage.forbiddenToYou',
    });
  });

  it('writes no token anywhere', async () => {
    const tokens = [callerToken, narrowToken, 'wrong-tökèn'];
    const answers = await Promise.all(
      tokens.flatMap(token =>
        [tab, namedTab, `/databases/${id}`, '/databases', '/coverage'].map(
          path =>
            scene.get(path).set(header, Buffer.from(token).toString('latin1')),
        ),
      ),
    );
    const written = JSON.stringify([
      answers.map(({ headers, body }) => [headers, body]),
      scene.audit,
      [logger.debug, logger.info, logger.warn, logger.error].map(
        ({ mock }) => mock.calls,
      ),
    ]);
    for (const token of tokens) {
      const digest = createHash('sha256').update(token);
      for (const form of [
        token,
        Buffer.from(token).toString('base64'),
        digest.copy().digest('hex').slice(0, 16),
        digest.digest('base64').slice(0, 16),
      ]) {
        expect(written).not.toContain(form);
      }
    }
  });
});
