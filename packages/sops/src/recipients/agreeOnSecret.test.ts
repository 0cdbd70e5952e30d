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

import { x25519 } from '@noble/curves/ed25519.js';
import { agreeInJavaScript, agreeOnSecret } from './agreeOnSecret';

const identity = x25519.utils.randomSecretKey();
const recipient = x25519.getPublicKey(identity);

describe('agreeOnSecret', () => {
  it.each([
    ['in the runtime', agreeOnSecret],
    ['in JavaScript', agreeInJavaScript],
  ])('agrees %s on what the recipient computes', async (_, agree) => {
    const { share, secret } = await agree(recipient);
    expect(secret).toEqual(x25519.getSharedSecret(identity, share));
    expect((await agree(recipient)).share).not.toEqual(share);
  });

  it.each([
    ['in the runtime', agreeOnSecret],
    ['in JavaScript', async (key: Uint8Array) => agreeInJavaScript(key)],
  ])('refuses a point of low order %s', async (_, agree) => {
    await expect(agree(new Uint8Array(32))).rejects.toThrow();
  });

  it('falls back where the runtime has no X25519', async () => {
    const generateKey = jest
      .spyOn(crypto.subtle, 'generateKey')
      .mockRejectedValue(new DOMException('none', 'NotSupportedError'));
    const { share, secret } = await agreeOnSecret(recipient);
    generateKey.mockRestore();
    expect(secret).toEqual(x25519.getSharedSecret(identity, share));
  });
});
