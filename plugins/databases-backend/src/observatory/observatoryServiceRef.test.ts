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

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stringify } from 'yaml';
import { PluginScene } from '../__testUtils__/PluginScene';

const verbs = ['list', 'watch'];
const resources = ['pods', 'secrets'].map(name => ({ name, verbs }));

describe('databases.kubernetes.secretMetadata', () => {
  /** What is asked of an API server that serves a few kinds and says no more. */
  const asked: { readonly path: string; readonly accept?: string }[] = [];
  let server: Server;
  let folder: string;
  let path: string;
  let scene: PluginScene | undefined;

  beforeAll(async () => {
    server = createServer(({ url = '', headers: { accept } }, response) => {
      asked.push({ path: url, accept });
      response.statusCode = ['/version', '/api/v1'].includes(url) ? 200 : 404;
      response.end(JSON.stringify({ resources }));
    });
    await new Promise<void>(listens => {
      server.listen(0, '127.0.0.1', listens);
    });
    const { port } = server.address() as AddressInfo;
    folder = await mkdtemp(join(tmpdir(), 'basewell-observatory-'));
    path = join(folder, 'kubeconfig');
    const named = { name: 'one' };
    const kubeconfig = {
      'current-context': 'one',
      contexts: [{ ...named, context: { cluster: 'one', user: 'one' } }],
      clusters: [{ ...named, cluster: { server: `http://127.0.0.1:${port}` } }],
      users: [{ ...named, user: {} }],
    };
    await writeFile(path, stringify(kubeconfig));
  });
  afterEach(async () => {
    await scene?.observatory.stop();
    await scene?.stop();
    asked.length = 0;
  });
  afterAll(async () => {
    server.close();
    server.closeAllConnections();
    await rm(folder, { recursive: true });
  });

  it.each([
    { setting: {}, isOn: false },
    { setting: { secretMetadata: false }, isOn: false },
    { setting: { secretMetadata: true }, isOn: true },
  ])('is $isOn by $setting', async ({ setting, isOn }) => {
    scene = await PluginScene.start({
      config: {
        databases: {
          kubernetes: {
            source: 'kubeconfig',
            kubeconfig: { path },
            ...setting,
          },
        },
      },
    });
    const ofKind = (resource: string) =>
      asked.filter(request => request.path.startsWith(`/api/v1/${resource}?`));
    const awaited = isOn ? ['pods', 'secrets'] : ['pods'];
    while (!awaited.every(resource => ofKind(resource).length)) {
      await sleep(10);
    }
    expect(ofKind('secrets').length > 0).toBe(isOn);
    const seen = scene.observatory.store.coverages();
    expect(seen.some(({ kind }) => kind === 'secrets')).toBe(isOn);
    for (const { accept } of ofKind('secrets')) {
      expect(accept).toMatch(
        /^application\/json;as=PartialObjectMetadata[^,]*$/,
      );
    }
  });
});
