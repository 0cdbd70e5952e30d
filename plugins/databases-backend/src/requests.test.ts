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
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { databaseFacts, deliver } from './__testUtils__/databaseFacts';
import { ada, grace, PluginScene } from './__testUtils__/PluginScene';
import { KeptRequest, RequestRounds } from './requests/RequestRounds';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const databaseId = 'cnpg.databases.shop-cnpg@north';

function kept(app: string, requester: string, foundAt: string): KeptRequest {
  return {
    foundAt,
    request: {
      app,
      target: 'main',
      branch: `databases/${app}/create`,
      requester,
      service: `component:default/${app}`,
      environments: ['dev'],
      summary: 'It waits.',
      pullRequests: [],
      order: {
        state: 'pending',
        message: 'order.status.platform',
        params: {},
        summary: 'Waits for the platform pull request.',
        steps: [
          {
            id: 'health',
            environment: 'dev',
            database: databaseId,
            state: 'done',
            message: 'healthLane.healthy',
            params: { secret: 'of the team' },
            summary: 'shop-cnpg is healthy.',
            remedy: '',
          },
        ],
      },
    },
    databases: [],
    written: { commit: 'c0ffee', state: 'pending', summary: '' },
  };
}

describe('requests', () => {
  let scene: PluginScene | undefined;
  afterEach(() => scene?.stop());

  async function open(
    denied: readonly string[] = [],
    lookedAt = new Date().toISOString(),
    decide?: Parameters<typeof PluginScene.start>[0]['decide'],
  ) {
    const knex = await databases.init('SQLITE_3');
    scene = await PluginScene.start({ config: {}, knex, denied, decide });
    await deliver(scene.observatory, databaseFacts('shop-cnpg'));
    const rounds = await RequestRounds.create(mockServices.database({ knex }));
    await rounds.save({
      lookedAt,
      items: [kept('shop', ada, lookedAt), kept('hidden', grace, lookedAt)],
      problems: [],
    });
    return scene;
  }

  it('shows those of services in sight, and the own', async () => {
    const { get } = (await open(['databases.request.cancel.others']))!;
    const seenBy = async (user: string) =>
      (await get.call(scene, '/requests', user)).body.items.map((item: any) => [
        item.app,
        item.mayCancel,
      ]);
    expect(await seenBy(ada)).toEqual([['shop', true]]);
    expect(await seenBy(grace)).toEqual([['hidden', true]]);
    const { body } = await get.call(scene, '/requests');
    expect(body).toMatchObject({
      lookedAt: expect.any(String),
      items: [{ order: { steps: [{ summary: 'shop-cnpg is healthy.' }] } }],
      problems: [],
    });
    expect(JSON.stringify(body)).not.toContain('c0ffee');
  });

  it('offers cancellation to who may', async () => {
    const { get } = await open([
      'databases.request.cancel',
      'databases.request.cancel.others',
    ]);
    const { body } = await get.call(scene, '/requests');
    expect(body.items).toMatchObject([{ app: 'shop', mayCancel: false }]);
  });

  it('says of a database that the caller may not see how far it is, and no more', async () => {
    const { get } = await open([], undefined, () => ({
      result: AuthorizeResult.DENY,
    }));
    const { body } = await get.call(scene, '/requests');
    expect(body.items[0].order.steps).toEqual([
      {
        id: 'health',
        environment: 'dev',
        state: 'done',
        message: 'order.database.withheld',
        params: {},
        summary: expect.any(String),
        remedy: expect.any(String),
      },
    ]);
  });

  it('proves nothing by what was found long ago', async () => {
    const { get } = await open([], '2026-11-21T00:00:00.000Z');
    const { body } = await get.call(scene, '/requests');
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).not.toHaveProperty('order');
    expect(body).not.toHaveProperty('lookedAt');
    expect(body.problems).toEqual([
      {
        target: 'main',
        error: expect.stringContaining('2026-11-21T00:00:00.000Z'),
      },
    ]);
  });

  it('is behind databases.read', async () => {
    const { get } = await open(['databases.read']);
    expect((await get.call(scene, '/requests')).status).toBe(403);
  });

  it.each([
    {
      reason: 'a target that is not there',
      body: { target: 'main', branch: 'databases/shop/create' },
      status: 404,
    },
    { reason: 'no branch', body: { target: 'main' }, status: 400 },
    {
      reason: 'something else beside it',
      body: { target: 'main', branch: 'x', force: true },
      status: 400,
    },
  ])('refuses to cancel $reason, and audits it', async ({ body, status }) => {
    const { post, audit } = await open();
    expect((await post.call(scene, '/requests/cancel', body)).status).toBe(
      status,
    );
    expect(audit).toEqual([
      expect.objectContaining({ eventId: 'request-cancel', ended: 'failed' }),
    ]);
  });
});
