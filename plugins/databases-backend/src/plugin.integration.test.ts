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
  CanonForge,
  describeWithServers,
  scanForSecret,
  startCanonForge,
} from '@basewell/testkit';
import { ada, PluginScene, shopRequest } from './__testUtils__/PluginScene';

jest.setTimeout(120_000);

const path = '/entities/component/default/shop/requests';

describeWithServers('gitea')('/api/databases with real repositories', () => {
  let forge: CanonForge;
  let scene: PluginScene;

  beforeAll(async () => {
    forge = await startCanonForge();
    scene = await PluginScene.start({ config: forge.config });
  });
  afterAll(async () => {
    await scene?.stop();
    await forge?.stop();
  });
  beforeEach(() => {
    scene.audit.length = 0;
  });

  it('previews both pull requests and writes nothing', async () => {
    const untouched = await forge.state();
    const { status, body, text } = await scene.preview({
      request: {
        ...shopRequest,
        spec: { ...shopRequest.spec, owner: 'group:default/somebody-else' },
      },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      target: 'storefront',
      branch: 'databases/shop/create',
      blockers: [],
    });
    expect(
      body.pullRequests.map(({ repository, title, draft, existing }: any) => ({
        repository,
        title,
        draft,
        existing,
      })),
    ).toEqual([
      {
        repository: 'platform',
        title: 'feat(db): shop PostgreSQL for dev',
        draft: false,
      },
      {
        repository: 'app',
        title: 'feat(db): shop PostgreSQL for dev',
        draft: true,
      },
    ]);
    // The owner is the service's, whatever the request claims.
    expect(body.pullRequests[0].body).toContain('`group:default/team-shop`');
    expect(text).not.toContain('somebody-else');
    const secret = body.files.find(({ path: file }: any) =>
      file.endsWith('web-shop-dev-env.yaml'),
    );
    expect(secret).toMatchObject({
      repository: 'platform',
      change: 'create',
      diff: expect.stringContaining('+++ b/'),
      secret: expect.objectContaining({ name: 'web-shop-dev-env' }),
      encryption: expect.objectContaining({ state: 'covered' }),
    });
    expect(
      scanForSecret({ integration: forge.token }, text, 'the answer'),
    ).toEqual([]);
    expect(scene.audit).toEqual([
      {
        eventId: 'plan-preview',
        meta: {
          app: 'shop',
          service: 'component:default/shop',
          target: 'storefront',
        },
        ended: 'succeeded',
        error: undefined,
      },
    ]);
    expect(await forge.state()).toEqual(untouched);
  });

  it('gives the same digest for the same request', async () => {
    const [first, second, other] = await Promise.all(
      [
        shopRequest,
        shopRequest,
        { ...shopRequest, spec: { ...shopRequest.spec, version: '16' } },
      ].map(request => scene.preview({ request })),
    );
    expect(second.body.digest).toBe(first.body.digest);
    expect(other.body.digest).not.toBe(first.body.digest);
  });

  it("explains the forge's refusal of a token, and keeps the token to itself", async () => {
    const token = 'TEST-ONLY-a-token-that-nobody-gave-out';
    const { status, body, text } = await scene.preview({
      request: shopRequest,
      tokens: { platform: token, app: token },
    });
    expect(status).toBe(401);
    expect(body.error).toMatchObject({ name: 'AuthenticationError' });
    expect(body.error.message).toMatch(/owner\/(gitops|web-core) on .+ 401/);
    expect(scanForSecret({ token }, text, 'the answer')).toEqual([]);
    expect(
      scanForSecret({ token }, JSON.stringify(scene.audit), 'the audit log'),
    ).toEqual([]);
  });

  it('finds no request where nobody has asked', async () => {
    const { status, body } = await scene.get(path, ada);
    expect(status).toBe(200);
    expect(body).toEqual({ items: [], problems: [] });
    expect(scene.audit).toMatchObject([{ ended: 'succeeded' }]);
  });

  it('shows a request whose pull request is open, and blocks another one', async () => {
    const { body: mine } = await scene.preview({ request: shopRequest });
    const { title, body } = mine.pullRequests[0];
    const marked = body.replaceAll(ada, 'user:default/grace');
    expect(marked).not.toBe(body);
    const copy = await forge.clone('platform');
    await copy.push(mine.branch, { files: { 'notes.md': 'hers' } }, 'main');
    await copy.remove();
    const hers = await forge.api('platform', '/pulls', {
      method: 'POST',
      body: JSON.stringify({
        head: mine.branch,
        base: 'main',
        title,
        body: marked,
      }),
    });

    // An answer of a moment ago is good for ten seconds.
    let requests = await scene.get(path);
    for (let tries = 0; tries < 60 && !requests.body.items.length; tries++) {
      await new Promise(later => setTimeout(later, 500));
      requests = await scene.get(path);
    }
    expect(requests.body).toEqual({
      items: [
        {
          app: 'shop',
          branch: 'databases/shop/create',
          target: 'storefront',
          requester: 'user:default/grace',
          environments: ['dev'],
          summary:
            'The platform pull request waits for a review and a merge; the app follows it.',
          pullRequests: [
            {
              openedAt: expect.stringMatching(/^\d{4}-.*Z$/),
              repository: 'platform',
              number: hers.number,
              url: hers.html_url,
              title,
              state: 'open',
              draft: false,
            },
          ],
        },
      ],
      problems: [],
    });

    const other = await scene.preview({
      request: {
        ...shopRequest,
        spec: { ...shopRequest.spec, reason: 'Mine is another one.' },
      },
    });
    expect(other.body.pullRequests[0].existing).toEqual({
      number: hers.number,
      url: hers.html_url,
      state: 'open',
      requester: 'user:default/grace',
      ours: false,
    });
    expect(other.body.blockers).toEqual([
      `user:default/grace has an open request in ${hers.html_url}`,
    ]);
    await forge.clear();
  });

  it('names the target whose forge does not answer, and shows the others', async () => {
    const [target] = forge.config.databases.targets;
    const gone = '127.0.0.1:9';
    const own = await PluginScene.start({
      config: {
        integrations: {
          gitea: [
            ...(forge.config.integrations.gitea as any[]),
            { host: gone, baseUrl: `http://${gone}` },
          ],
        },
        databases: {
          targets: [
            {
              ...target,
              id: 'gone',
              platform: { repoUrl: `${gone}?owner=o&repo=gitops` },
              app: { repoUrl: `${gone}?owner=o&repo=web-core` },
            },
            target,
          ],
        },
      },
    });
    const { status, body } = await own.get(path);
    expect(status).toBe(200);
    expect(body).toEqual({
      items: [],
      problems: [{ target: 'gone', error: expect.stringContaining(gone) }],
    });
    await own.stop();
  });
});
