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

import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { once } from 'node:events';
import {
  ada,
  grace,
  header,
  PluginScene,
  shopRequest,
} from './__testUtils__/PluginScene';

const TOKEN = 'TEST-ONLY-token-of-ada';

/** A host that takes requests and never answers. */
class StalledForge {
  readonly requests: IncomingMessage[] = [];
  readonly #server: Server = createServer(request => {
    this.requests.push(request);
    this.#server.emit('stalled');
  });

  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stalled(): Promise<void> {
    if (!this.requests.length) {
      await once(this.#server, 'stalled');
    }
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

describe('/api/databases', () => {
  const forge = new StalledForge();
  let config: ReturnType<typeof configOf>;
  let scene: PluginScene;

  beforeAll(async () => {
    config = configOf(await forge.start());
    scene = await PluginScene.start({ config });
  });
  afterAll(async () => {
    await scene?.stop();
    forge.stop();
  });
  beforeEach(() => {
    scene.audit.length = 0;
    forge.requests.length = 0;
  });

  it.each([
    { method: 'GET', path: '/targets' },
    { method: 'POST', path: '/plans' },
    { method: 'GET', path: '/entities/component/default/shop/requests' },
  ])('$method $path is not for strangers', async ({ method, path }) => {
    const { status } = await fetch(`${scene.url}${path}`, {
      method,
      headers: { authorization: 'Bearer mock-none-token' },
    });
    expect(status).toBe(401);
    expect(forge.requests).toEqual([]);
  });

  describe('GET /targets', () => {
    it('says where databases can be created, and which target is wrong', async () => {
      const { status, body } = await scene.get('/targets');
      expect(status).toBe(200);
      expect(body.items).toEqual([
        expect.objectContaining({
          id: 'storefront',
          title: 'Storefront',
          platform: expect.objectContaining({ repo: 'gitops' }),
          defaultSize: 'small',
          userTokenHosts: [],
        }),
      ]);
      expect(body.problems).toEqual([
        {
          id: 'backoffice',
          error: expect.stringContaining('databases.targets[0].app.repoUrl: '),
        },
      ]);
      expect(JSON.stringify(body)).not.toContain('TEST-ONLY');
      expect(scene.audit).toEqual([
        {
          eventId: 'target-fetch',
          meta: { queryType: 'all' },
          ended: 'succeeded',
          error: undefined,
        },
      ]);
    });

    it('names the permission that is missing', async () => {
      const other = await PluginScene.start({
        config,
        denied: ['databases.request.create'],
      });
      const { status, body } = await other.get('/targets');
      expect(status).toBe(403);
      expect(body.error.message).toContain('databases.request.create');
      expect(other.audit).toMatchObject([{ ended: 'failed' }]);
      await other.stop();
    });
  });

  describe('POST /plans', () => {
    it.each([
      {
        reason: 'a field that does not exist',
        body: { request: shopRequest, token: TOKEN },
        says: 'The body must be {request, tokens?: {platform?, app?}}; wrong at body',
      },
      {
        reason: 'a token of a repository that does not exist',
        body: { request: shopRequest, tokens: { [TOKEN]: 'x' } },
        says: 'wrong at body.tokens',
      },
      {
        reason: 'a token that is no text',
        body: { request: shopRequest, tokens: { platform: [TOKEN] } },
        says: 'wrong at body.tokens.platform',
      },
      {
        reason: 'a list',
        body: [TOKEN],
        says: 'wrong at body',
      },
      {
        reason: 'no JSON, cut off within a token',
        body: `{"tokens":{"platform":"${TOKEN}`,
        says: 'The body is no JSON',
      },
      {
        reason: 'no JSON, a token without quotes',
        body: `{"tokens":{"platform":${TOKEN}}}`,
        says: 'The body is no JSON',
      },
      {
        reason: 'fields of the request, each by its path',
        body: {
          request: {
            ...shopRequest,
            spec: {
              ...shopRequest.spec,
              environments: [{ name: 'dev', storage: '20GB' }],
              databases: [{}],
            },
          },
          tokens: { platform: TOKEN },
        },
        says: 'spec.databases[0].name: is missing',
      },
    ])('refuses $reason without repeating it', async ({ body, says }) => {
      const answer = await scene.preview(body);
      expect(answer.status).toBe(400);
      expect(answer.body.error).toMatchObject({
        name: 'InputError',
        message: expect.stringContaining(says),
      });
      expect(answer.text).not.toMatch(/TEST|ONLY/);
      expect(JSON.stringify(scene.audit)).not.toMatch(/TEST|ONLY/);
      expect(forge.requests).toEqual([]);
    });

    it('refuses a body larger than any request', async () => {
      const { status } = await scene.preview({ request: 'x'.repeat(300_000) });
      expect(status).toBe(413);
    });

    it('has no answer about services that the caller cannot see', async () => {
      const { status, body } = await scene.preview(
        { request: shopRequest },
        grace,
      );
      expect(status).toBe(404);
      expect(body.error.message).toContain(
        'the catalog has no component:default/shop that you may see',
      );
      expect(scene.audit).toMatchObject([
        { eventId: 'plan-preview', ended: 'failed' },
      ]);
      expect(forge.requests).toEqual([]);
    });

    it.each([
      {
        reason: 'a target that does not exist',
        target: 'nowhere',
        status: 404,
        says: 'there is no target "nowhere"; configured are storefront',
      },
      {
        reason: 'a target that is configured wrongly',
        target: 'backoffice',
        status: 400,
        says: 'The target "backoffice" is not usable: databases.targets[0].app.repoUrl',
      },
    ])('explains $reason', async ({ target, status, says }) => {
      const answer = await scene.preview({
        request: { ...shopRequest, spec: { ...shopRequest.spec, target } },
      });
      expect(answer.status).toBe(status);
      expect(answer.body.error.message).toContain(says);
    });

    it('names the permission that is missing, before it asks anybody', async () => {
      const other = await PluginScene.start({
        config,
        denied: ['databases.request.create'],
      });
      const { status, body } = await other.preview({ request: shopRequest });
      expect(status).toBe(403);
      expect(body.error.message).toContain('databases.request.create');
      expect(forge.requests).toEqual([]);
      await other.stop();
    });

    it('stops asking the forges when nobody waits for the answer', async () => {
      const abort = new AbortController();
      const answer = fetch(`${scene.url}/plans`, {
        method: 'POST',
        signal: abort.signal,
        headers: {
          authorization: header(ada),
          'content-type': 'application/json',
        },
        body: JSON.stringify({ request: shopRequest }),
      });
      await forge.stalled();
      const gone = Promise.all(
        forge.requests.map(request => once(request.socket, 'close')),
      );
      abort.abort();
      await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
      await gone;
      const asked = forge.requests.length;
      await new Promise(later => setTimeout(later, 300));
      expect(forge.requests).toHaveLength(asked);
      expect(scene.audit).toMatchObject([
        { eventId: 'plan-preview', ended: 'failed' },
      ]);
    });

    it('lets one person make so many previews a minute, and the others go on', async () => {
      const other = await PluginScene.start({ config });
      const statuses: number[] = [];
      for (let count = 0; count < 61; count++) {
        statuses.push((await other.preview({ wrong: true })).status);
      }
      expect(statuses).toEqual([...Array(60).fill(400), 429]);

      const { body, headers } = await other.preview({ wrong: true });
      expect(body.error).toEqual({
        name: 'TooManyRequestsError',
        message: 'More than 60 previews in a minute; wait a moment and go on',
      });
      expect(Number(headers['retry-after'])).toBeLessThanOrEqual(60);
      expect((await other.preview({ wrong: true }, grace)).status).toBe(400);
      // Nor does it keep the person from anything else.
      expect((await other.get('/targets')).status).toBe(200);
      await other.stop();
    });
  });

  describe('GET /entities/:kind/:namespace/:name/requests', () => {
    const path = '/entities/component/default/shop/requests';

    it('has no answer about entities that the caller cannot see', async () => {
      const { status, body } = await scene.get(path, grace);
      expect(status).toBe(404);
      expect(body.error.message).toContain('component:default/shop');
      expect(scene.audit).toEqual([
        {
          eventId: 'request-fetch',
          meta: {
            queryType: 'by-entity',
            entityRef: 'component:default/shop',
          },
          ended: 'failed',
          error: expect.stringContaining('component:default/shop'),
        },
      ]);
      expect(forge.requests).toEqual([]);
    });

    it('names the permission that is missing', async () => {
      const other = await PluginScene.start({
        config,
        denied: ['databases.read'],
      });
      const { status, body } = await other.get(path);
      expect(status).toBe(403);
      expect(body.error.message).toContain('databases.read');
      await other.stop();
    });

    it('does not ask about what is no app key, and says what to use', async () => {
      const { status, body } = await scene.get(
        '/entities/component/default/astray/requests',
      );
      expect(status).toBe(400);
      expect(body.error).toMatchObject({
        name: 'InputError',
        message: expect.stringMatching(
          /^The annotation basewell\.dev\/app of component:default\/astray is not an app key: use .* such as shop$/,
        ),
      });
      expect(forge.requests).toEqual([]);
    });

    it("does not look with the portal's token where people use their own", async () => {
      const other = await PluginScene.start({
        config: { ...config, scaffolder: { requireScmUserCredentials: true } },
      });
      const { status, body } = await other.get(path);
      expect(status).toBe(200);
      expect(body).toEqual({
        items: [],
        problems: [
          {
            target: 'storefront',
            error: expect.stringContaining('without a token of their own'),
          },
        ],
      });
      expect(forge.requests).toEqual([]);
      await other.stop();
    });
  });
});

function configOf(host: string) {
  return {
    integrations: {
      gitea: [
        { host, baseUrl: `http://${host}`, password: 'TEST-ONLY-integration' },
      ],
    },
    databases: {
      targets: [
        {
          id: 'backoffice',
          platform: { repoUrl: `${host}?owner=o&repo=gitops` },
          app: { repoUrl: 'web-core' },
        },
        {
          id: 'storefront',
          title: 'Storefront',
          platform: { repoUrl: `${host}?owner=o&repo=gitops` },
          app: { repoUrl: `${host}?owner=o&repo=web-core` },
        },
      ],
    },
  };
}
