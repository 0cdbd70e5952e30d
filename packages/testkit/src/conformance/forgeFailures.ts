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

import { branch, forgeCalls } from './forgeCalls';
import { failureOf } from './forgeFailure';
import { ForgeScene, openScene } from './ForgeScene';
import { ForgeConformanceHost } from './ForgeConformanceHost';
import { ForgeProxy, ProxiedRequest, ProxyReply } from './ForgeProxy';

export function describeForgeFailures(given: () => ForgeConformanceHost) {
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
    const isRead = (request: ProxiedRequest) =>
      given().isRead?.(request) ?? request.method === 'GET';
    const write = forgeCalls.find(({ name }) => name === 'commit')!;

    it.each(forgeCalls)(
      '$name: gives up after the time-out',
      async ({ call }) => {
        proxy.reply = () => 'stall';
        const error = await failureOf(given(), call(open(100), onto));
        expect(error.name).toBe('ServiceUnavailableError');
        expect(error.message).toMatch(/100 ms/);
        // None where the machine takes as long to accept it.
        expect(proxy.requests.length).toBeLessThanOrEqual(1);
      },
    );

    it.each(forgeCalls)('$name: stops when it is aborted', async ({ call }) => {
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
      proxy.reply = request => (isRead(request) ? 'pass' : { status: 502 });
      const error = await failureOf(given(), write.call(open(), onto));
      expect(error.name).toBe('ServiceUnavailableError');
      expect(proxy.requests.filter(request => !isRead(request))).toHaveLength(
        1,
      );
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

    it('repeats nothing of an answer that breaks off: it may be a file', async () => {
      answering({
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: '[{"content":"cGFzc3dvcmQ6IGh1bnRlcjI=',
      });
      const error = await failureOf(given(), open().findBranch('main'));
      expect(error.name).toBe('ServiceUnavailableError');
      expect(error.message).toMatch(/breaks off/);
      expect(error.message).not.toContain('cGFzc3');
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
