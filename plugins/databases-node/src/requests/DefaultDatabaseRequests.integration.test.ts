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

import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { RequestOrder } from '@basewell/plugin-databases-common';
import {
  parseRequestBlock,
  replaceRequestBlock,
} from '@basewell/plugin-databases-common/domain';
import { describeWithServers } from '@basewell/testkit';
import { branchOf, PublishScene, roles } from '../__testUtils__/PublishScene';
import { DefaultDatabaseRequests } from './DefaultDatabaseRequests';

jest.setTimeout(120_000);

const ada = mockCredentials.user('user:default/ada');
const grace = mockCredentials.user('user:default/grace');

const pending: RequestOrder = {
  state: 'pending',
  message: 'order.status.platform',
  params: {},
  summary: 'Waits for the platform pull request.',
  steps: [],
};

describeWithServers('gitea')('DefaultDatabaseRequests', () => {
  let scene: PublishScene;
  let sent: string[] = [];
  /** The process dies before this request, from 1. */
  let diesAt = Infinity;
  /** What the host does with changes of pull requests before it fails with 500. */
  let breaks: 'before' | 'after' | undefined;

  beforeAll(async () => {
    scene = await PublishScene.start();
  });
  afterAll(() => scene?.stop());
  beforeEach(() => {
    sent = [];
    diesAt = Infinity;
    breaks = undefined;
  });

  /** Those of a process that just began. */
  function open(allowed: readonly string[] = ['databases.request.cancel']) {
    return new DefaultDatabaseRequests({
      targets: { targets: [scene.target], problems: [] },
      forges: scene.house.forges({
        wait: async () => {},
        fetch: async (url, init) => {
          sent.push(`${init?.method} ${new URL(String(url)).pathname}`);
          if (sent.length >= diesAt) {
            throw new Error('the process is gone');
          }
          if (init?.method !== 'PATCH' || !breaks) {
            return fetch(url, init);
          }
          if (breaks === 'after') {
            await fetch(url, init);
          }
          return new Response('', { status: 500 });
        },
      }),
      permissions: mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(({ permission }) => ({
            result: allowed.includes(permission.name)
              ? AuthorizeResult.ALLOW
              : AuthorizeResult.DENY,
          })),
      }),
      auth: mockServices.auth(),
      userTokenHosts: new Set(),
    });
  }

  async function one(app: string, requests = open()) {
    const { items, problems } = await requests.list();
    expect(problems).toEqual([]);
    return items.find(({ branch }) => branch === branchOf(app));
  }

  function pullsOf(app: string) {
    return Promise.all(
      roles.map(async role => {
        const { pulls } = await scene.standing(role, branchOf(app));
        const branch = await scene.repository(role).findBranch(branchOf(app));
        return `${role} ${pulls[0].state}${branch ? ', branch' : ''}`;
      }),
    );
  }

  it('lists what is open with two requests, and asks for a merge once', async () => {
    const requests = open();
    await scene.publish({ app: 'shop' });
    expect(await one('shop', requests)).toMatchObject({
      block: {
        app: 'shop',
        requester: 'user:default/ada',
        service: 'component:default/shop',
        databases: [{ environment: 'dev', namespace: 'databases' }],
      },
      pulls: { platform: { state: 'open' }, app: { state: 'open' } },
    });
    expect(sent).toHaveLength(2);

    const { open: platform } = await scene.standing(
      'platform',
      branchOf('shop'),
    );
    await scene.merge('platform', platform!.number);
    for (const count of [2 + 3, 2]) {
      sent = [];
      expect(await one('shop', requests)).toMatchObject({
        pulls: {
          platform: { state: 'merged', endedAt: expect.any(String) },
          app: { state: 'open', draft: true },
        },
      });
      expect(sent.length).toBeLessThanOrEqual(count);
    }
  });

  it('writes the status, and takes out of draft once', async () => {
    const standing = (await one('shop'))!;
    await open().setOrder(standing, pending, 'https://portal.example.test/x');
    expect(sent.at(-1)).toBe(
      `POST /api/v1/repos/owner/web-core/statuses/${standing.pulls.app!.commit}`,
    );

    await open().markReady(standing);
    const ready = (await one('shop'))!;
    expect(ready.pulls.app).toMatchObject({ draft: false });
    expect(ready.block).toEqual({ ...standing.block, readied: true });

    const { number } = ready.pulls.app!;
    const app = scene.repository('app');
    await app.updatePullRequest(number, { draft: true });
    await open().markReady((await one('shop'))!);
    expect((await one('shop'))!.pulls.app).toMatchObject({ draft: true });

    await scene.publish({ app: 'shop', reason: 'Said better.' });
    const [again] = await app.findPullRequests(branchOf('shop'));
    expect(again.body).toContain('Said better.');
    expect(parseRequestBlock(again.body)).toMatchObject({ readied: true });
  });

  it('remembers that a person had made it ready', async () => {
    await scene.publish({ app: 'early' });
    const { open: app } = await scene.standing('app', branchOf('early'));
    const repository = scene.repository('app');
    await repository.updatePullRequest(app!.number, { draft: false });
    await open().markReady((await one('early'))!);
    await repository.updatePullRequest(app!.number, { draft: true });
    await open().markReady((await one('early'))!);
    expect((await one('early'))!.pulls.app).toMatchObject({ draft: true });
    await scene.closeAll();
  });

  it('cancels for the requester and the platform team, and for nobody else', async () => {
    await scene.publish({ app: 'till' });
    const input = { target: scene.target.id, branch: branchOf('till') };
    const others = ['databases.request.cancel.others'];
    for (const [requests, credentials, message] of [
      [open(), grace, 'user:default/ada'],
      [open([]), ada, 'the permission databases.request.cancel'],
    ] as const) {
      await expect(
        requests.cancel({ ...input, credentials }),
      ).rejects.toMatchObject({
        name: 'NotAllowedError',
        message: expect.stringContaining(message),
      });
    }
    expect(await pullsOf('till')).toEqual([
      'platform open, branch',
      'app open, branch',
    ]);

    const canceled = {
      app: 'till',
      ...input,
      pullRequests: [
        expect.objectContaining({ repository: 'platform' }),
        expect.objectContaining({ repository: 'app' }),
      ],
    };
    const both = await Promise.all([
      open().cancel({ ...input, credentials: ada }),
      open(others).cancel({ ...input, credentials: grace }),
    ]);
    expect(both).toEqual([canceled, canceled]);
    expect(await pullsOf('till')).toEqual(['platform closed', 'app closed']);
    expect(await open().cancel({ ...input, credentials: ada })).toEqual(
      canceled,
    );
    expect(await one('till')).toBeUndefined();
  });

  it('believes no pull request that the other one belongs to its writer', async () => {
    await scene.publish({ app: 'prey' });
    const input = { target: scene.target.id, branch: branchOf('prey') };
    const { block, pulls } = (await one('prey'))!;
    const app = scene.repository('app');
    const { number, body } = pulls.app!;
    const requester = 'user:default/grace';
    for (const [changed, who, name] of [
      [replaceRequestBlock(body, { ...block, requester }), grace, 'NotAllowed'],
      ['Said anew.', ada, 'Conflict'],
    ] as const) {
      await app.updatePullRequest(number, { body: changed });
      await expect(
        open().cancel({ ...input, credentials: who }),
      ).rejects.toMatchObject({ name: `${name}Error` });
      expect(await pullsOf('prey')).toEqual([
        'platform open, branch',
        'app open, branch',
      ]);
    }
    await scene.closeAll();
  });

  it('goes on where a killed run stopped, whatever it had done', async () => {
    const input = { target: scene.target.id, credentials: ada };
    await scene.publish({ app: 'count' });
    sent = [];
    await open().cancel({ ...input, branch: branchOf('count') });
    const writes = sent.flatMap((request, index) =>
      request.startsWith('GET') ? [] : index + 1,
    );
    expect(writes).toHaveLength(4);
    for (const [index, at] of writes.entries()) {
      const app = `killed${index}`;
      await scene.publish({ app });
      sent = [];
      diesAt = at;
      await expect(
        open().cancel({ ...input, branch: branchOf(app) }),
      ).rejects.toThrow();
      diesAt = Infinity;
      await open().cancel({ ...input, branch: branchOf(app) });
      expect(await pullsOf(app)).toEqual(['platform closed', 'app closed']);
    }
  });

  it('looks at what a host has done that fails to close', async () => {
    await scene.publish({ app: 'race' });
    const input = { target: scene.target.id, credentials: ada };
    const cancel = () => open().cancel({ ...input, branch: branchOf('race') });
    breaks = 'before';
    await expect(cancel()).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
    expect(await pullsOf('race')).toEqual([
      'platform open, branch',
      'app open, branch',
    ]);
    breaks = 'after';
    await cancel();
    expect(await pullsOf('race')).toEqual(['platform closed', 'app closed']);
  });

  it('refuses when one is merged, and leaves everything', async () => {
    await scene.publish({ app: 'late' });
    const { open: platform } = await scene.standing(
      'platform',
      branchOf('late'),
    );
    await scene.merge('platform', platform!.number);
    await expect(
      open().cancel({
        target: scene.target.id,
        branch: branchOf('late'),
        credentials: ada,
      }),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringMatching(/is merged.*revert/),
    });
    expect((await pullsOf('late'))[1]).toBe('app open, branch');
  });

  it.each([
    { reason: 'no such branch', branch: 'databases/nobody/create' },
    { reason: 'no branch of a request', branch: 'main' },
  ])('knows no request on $branch: $reason', async ({ branch }) => {
    await expect(
      open().cancel({ target: scene.target.id, branch, credentials: ada }),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });
});
