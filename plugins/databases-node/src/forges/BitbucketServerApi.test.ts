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

import { BitbucketCloudApi } from './BitbucketCloudApi';
import { BitbucketServerApi } from './BitbucketServerApi';
import { ForgeHttp } from './ForgeHttp';
import { nodeRuntime } from './ForgeRuntime';
import { encodePacket } from './gitPackets';
import { RequestSlots } from './RequestSlots';

const TOKEN = 'a-token-that-was-made-for-this-test';
const ref = {
  ...{ host: 'git.example.test', owner: 'shop', repo: 'platform' },
  branch: 'main',
};

/** A host, or a gateway before it, that says the same to everything. */
function http(answer: string | Uint8Array): ForgeHttp {
  return new ForgeHttp({
    baseUrl: 'https://git.example.test',
    headers: { authorization: `Bearer ${TOKEN}` },
    secrets: [TOKEN],
    repository: 'shop/platform on git.example.test',
    advice: { authentication: '', permission: '', repository: '' },
    slots: new RequestSlots(1),
    runtime: { ...nodeRuntime, fetch: async () => new Response(answer) },
  });
}

const page = `<html><p>Sign in</p><pre>authorization: Bearer ${TOKEN}</pre>${' '.repeat(1_000)}${'x'.repeat(1_000)}</html>`;
const move = {
  ref: 'refs/heads/main',
  from: undefined,
  to: '1'.repeat(40),
};

describe('what is said in git’s own protocol', () => {
  it.each([
    {
      host: 'Bitbucket Data Center',
      push: (said: string) =>
        new BitbucketServerApi(ref, http(said), '1.0').push('push', move, []),
    },
    {
      host: 'Bitbucket Cloud',
      push: (said: string) =>
        new BitbucketCloudApi(ref, http(said), http(said)).push('push', move),
    },
  ])('is quoted shortly and without the token by $host', async ({ push }) => {
    const refusal = await push(page);
    expect(refusal).toMatch(/^Sign in authorization: Bearer … x+…$/);
    expect(refusal!.length).toBeLessThan(400);
    const report = (said: string) =>
      [encodePacket('unpack ok\n'), encodePacket(said), '0000'].join('');
    expect(await push(report('ng refs/heads/main hook declined\n'))).toBe(
      'ng refs/heads/main hook declined',
    );
    expect(await push(report('ok refs/heads/main\n'))).toBeUndefined();
  });

  it('is quoted without the token when objects are refused', async () => {
    const said = encodePacket(`ERR no access with ${TOKEN}\n`);
    const api = new BitbucketServerApi(ref, http(said), '1.0');
    await expect(
      api.fetch('read', { wants: ['1'.repeat(40)], filter: 'tree:0' }),
    ).rejects.toThrow('"ERR no access with …"');
  });
});
