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

import { ForgeRepository } from '@basewell/plugin-databases-node';
import { failureOf } from './forgeFailure';
import { ForgeScene, openScene } from './ForgeScene';
import { ForgeConformanceHost } from './ForgeConformanceHost';
import { ForgeProxy, ProxyReply } from './ForgeProxy';

const branch = 'databases/shop/create';

/** Everything that a forge is asked, as far as it can be without preparation. */
const calls: readonly {
  readonly name: string;
  readonly writes: boolean;
  readonly call: (
    repository: ForgeRepository,
    onto: string,
  ) => Promise<unknown>;
}[] = [
  {
    name: 'findBranch',
    writes: false,
    call: repository => repository.findBranch('main'),
  },
  {
    name: 'listFolder',
    writes: false,
    call: (repository, onto) => repository.listFolder(onto, 'apps'),
  },
  {
    name: 'readFiles',
    writes: false,
    call: (repository, onto) => repository.readFiles(onto, ['README.md']),
  },
  {
    name: 'findPullRequests',
    writes: false,
    call: repository => repository.findPullRequests(branch),
  },
  {
    name: 'commit',
    writes: true,
    call: (repository, onto) =>
      repository.commit({
        branch,
        create: true,
        onto,
        message: 'x',
        changes: [{ path: 'a.yaml', content: 'a' }],
      }),
  },
  {
    name: 'deleteBranch',
    writes: true,
    call: repository => repository.deleteBranch('side'),
  },
  {
    name: 'setStatus',
    writes: true,
    call: (repository, onto) =>
      repository.setStatus(onto, {
        context: 'databases/order',
        state: 'pending',
        description: 'x',
      }),
  },
];

export function describeForgeFailures(given: () => ForgeConformanceHost) {
  describe('refusals', () => {
    let scene: ForgeScene;
    let onto: string;

    beforeAll(async () => {
      scene = await openScene(given(), { files: { 'README.md': 'hello\n' } });
      onto = (await scene.base()).commit;
      await scene.copy.push('side', { files: { 'x.yaml': 'x' } }, 'main');
    });
    afterAll(() => scene?.copy.remove());

    const open = (token: string, ref = scene.ref) =>
      given().forge().open(ref, { token });

    it.each(calls)('$name: a wrong token', async ({ call }) => {
      const error = await failureOf(
        given(),
        call(open(given().tokens.wrong), onto),
      );
      expect(error.name).toBe('AuthenticationError');
      expect(error.message).toContain(`${scene.ref.owner}/${scene.ref.repo}`);
      expect(error.message).toContain(scene.ref.host);
      expect(error.message).toMatch(/Sign in/);
    });

    it.each(calls)('$name: a repository that may not be seen', async item => {
      const error = await failureOf(
        given(),
        item.call(open(given().tokens.stranger), onto),
      );
      expect(error.name).toBe('NotFoundError');
      expect(error.message).toContain(`${scene.ref.owner}/${scene.ref.repo}`);
    });

    it.each(calls)('$name: a repository that is not there', async item => {
      const repository = given()
        .forge()
        .open({ ...scene.ref, repo: 'none' });
      const error = await failureOf(given(), item.call(repository, onto));
      expect(error.name).toBe('NotFoundError');
      expect(error.message).toContain(`${scene.ref.owner}/none`);
      expect(error.message).toMatch(/repoUrl/);
    });

    it.each(calls.filter(({ writes }) => writes))(
      '$name: a token that may only read',
      async ({ call }) => {
        const standing = await scene.copy.branches();
        const error = await failureOf(
          given(),
          call(open(given().tokens.reader), onto),
        );
        expect(error.name).toBe('NotAllowedError');
        expect(await scene.copy.branches()).toEqual(standing);
      },
    );

    it('an archived repository is read and not written', async () => {
      const archived = await openScene(given(), {
        files: { 'README.md': 'hello\n' },
        archived: true,
      });
      const head = await archived.base();
      expect(
        await archived.repository.readFiles(head.commit, ['README.md']),
      ).toEqual(new Map([['README.md', 'hello\n']]));
      const commit = calls.find(({ name }) => name === 'commit')!;
      const error = await failureOf(
        given(),
        commit.call(archived.repository, head.commit),
      );
      expect(error.name).toBe('NotAllowedError');
      expect(error.message).toMatch(/archived/);
      expect([...(await archived.copy.branches()).keys()]).toEqual(['main']);
      await archived.copy.remove();
    });

    it('an empty repository has no branch and no pull request', async () => {
      const ref = await given().createRepository({});
      const repository = given().forge().open(ref);
      expect(await repository.findBranch('main')).toBeUndefined();
      expect(await repository.findPullRequests(branch)).toEqual([]);
    });

    it('a protected branch is not committed to', async () => {
      const guarded = await openScene(given(), {
        files: { 'README.md': 'hello\n' },
        protectedBranch: 'main',
      });
      const head = await guarded.base();
      const error = await failureOf(
        given(),
        guarded.repository.commit({
          branch: 'main',
          create: false,
          onto: head.commit,
          message: 'x',
          changes: [{ path: 'a.yaml', content: 'a' }],
        }),
      );
      expect(error.name).toBe('NotAllowedError');
      expect(error.message).toMatch(/protect/);
      expect((await guarded.copy.branches()).get('main')).toBe(head.commit);
      await guarded.copy.remove();
    });
  });

  describe('a host with problems', () => {
    let scene: ForgeScene;
    let onto: string;
    let proxy: ForgeProxy;

    beforeAll(async () => {
      scene = await openScene(given(), { files: { 'README.md': 'hello\n' } });
      onto = (await scene.base()).commit;
    });
    afterAll(() => scene?.copy.remove());
    beforeEach(async () => {
      proxy = await ForgeProxy.start(given().url);
    });
    afterEach(() => proxy.stop());

    const open = (timeout?: number, signal?: AbortSignal) =>
      given()
        .forge({ baseUrl: proxy.url, timeout })
        .open(scene.ref, { signal });
    const answering = (...replies: readonly ProxyReply[]) => {
      const rest = [...replies];
      proxy.reply = () => rest.shift() ?? 'pass';
    };
    const write = calls.find(({ name }) => name === 'commit')!;

    it.each(calls)('$name: gives up after the time-out', async ({ call }) => {
      proxy.reply = () => 'stall';
      const error = await failureOf(given(), call(open(100), onto));
      expect(error.name).toBe('ServiceUnavailableError');
      expect(error.message).toMatch(/100 ms/);
      expect(proxy.requests).toHaveLength(1);
    });

    it.each(calls)('$name: stops when it is aborted', async ({ call }) => {
      const abort = new AbortController();
      proxy.reply = () => {
        setTimeout(() => abort.abort(), 20);
        return 'stall';
      };
      const error = await failureOf(
        given(),
        call(open(undefined, abort.signal), onto),
      );
      expect(error.name).toBe('AbortError');
      expect(proxy.requests).toHaveLength(1);
    });

    it('sends nothing once it is aborted', async () => {
      const repository = open(undefined, AbortSignal.abort());
      const error = await failureOf(given(), repository.findBranch('main'));
      expect(error.name).toBe('AbortError');
      expect(proxy.requests).toEqual([]);
    });

    it('says that nobody answers', async () => {
      const repository = given()
        .forge({ baseUrl: 'http://127.0.0.1:1' })
        .open(scene.ref);
      const error = await failureOf(given(), repository.findBranch('main'));
      expect(error.name).toBe('ServiceUnavailableError');
      expect(error.message).toContain(scene.ref.repo);
    });

    it.each([429, 503])('waits a little after %s', async status => {
      answering({ status, headers: { 'retry-after': '0' } });
      expect(await open().findBranch('main')).toBeDefined();
      expect(proxy.requests).toHaveLength(2);
    });

    it('sends a write again that was refused for now', async () => {
      answering({ status: 429, headers: { 'retry-after': '0' } });
      await write.call(open(), onto);
      expect(await scene.repository.findBranch(branch)).toBeDefined();
      await scene.repository.deleteBranch(branch);
    });

    it('does not wait for long, and says until when', async () => {
      answering({ status: 429, headers: { 'retry-after': '3600' } });
      const error = await failureOf(given(), open().findBranch('main'));
      expect(error.name).toBe('ServiceUnavailableError');
      expect(error.message).toMatch(/after \d{4}-\d\d-\d\dT\d\d:\d\d/);
      expect(proxy.requests).toHaveLength(1);
    });

    it.each([502, 503, 504])('reads again after %s', async status => {
      answering({ status }, { status });
      expect(await open().findBranch('main')).toBeDefined();
      expect(proxy.requests).toHaveLength(3);
    });

    it('gives up reading after three attempts', async () => {
      proxy.reply = () => ({ status: 502, body: '<h1>Bad Gateway</h1>' });
      const error = await failureOf(given(), open().findBranch('main'));
      expect(error.name).toBe('ServiceUnavailableError');
      expect(error.message).toContain('502 "Bad Gateway"');
      expect(proxy.requests).toHaveLength(3);
    });

    it('does not repeat a write that may have been carried out', async () => {
      proxy.reply = ({ method }) =>
        method === 'GET' ? 'pass' : { status: 502 };
      const error = await failureOf(given(), write.call(open(), onto));
      expect(error.name).toBe('ServiceUnavailableError');
      expect(
        proxy.requests.filter(({ method }) => method !== 'GET'),
      ).toHaveLength(1);
    });

    it('does not follow a redirect with the token', async () => {
      const elsewhere = await ForgeProxy.start(given().url);
      const location = `${elsewhere.url}/api?secret=1`;
      answering({ status: 307, headers: { location } });
      const error = await failureOf(given(), open().findBranch('main'));
      expect(error.name).toBe('InputError');
      expect(error.message).toContain(`${elsewhere.url}/api.`);
      expect(elsewhere.requests).toEqual([]);
      await elsewhere.stop();
    });

    it('does not quote a token that a gateway echoes', async () => {
      proxy.reply = ({ headers }) => ({
        status: 500,
        body: JSON.stringify({
          message: 'broken',
          errors: [JSON.stringify(headers)],
        }),
      });
      const error = await failureOf(given(), open().findBranch('main'));
      expect(error.name).toBe('ServiceUnavailableError');
      expect(error.message).toContain('broken');
      expect(error.message.length).toBeLessThan(1_000);
    });

    it('notices that something else answers', async () => {
      answering({
        status: 200,
        headers: { 'content-type': 'text/html' },
        body: '<html><title>Sign in</title><form>…</form></html>',
      });
      const error = await failureOf(given(), open().findBranch('main'));
      expect(error.name).toBe('ServiceUnavailableError');
      expect(error.message).toMatch(/Sign in/);
    });

    it('has no more than two requests for a repository under way', async () => {
      const forge = given().forge({ baseUrl: proxy.url });
      const repositories = [forge.open(scene.ref), forge.open(scene.ref)];
      await Promise.all(
        repositories.flatMap(repository =>
          ['a', 'b', 'c', 'main'].map(name => repository.findBranch(name)),
        ),
      );
      expect(proxy.mostAtOnce).toBe(2);
    });
  });
}
