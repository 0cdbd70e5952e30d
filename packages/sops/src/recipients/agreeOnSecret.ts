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

/**
 * A secret that only the owner of an X25519 key can compute too (RFC 7748): a
 * new key pair is made, its public half is the share.
 *
 * WebCrypto does it where the runtime can (Node 20 and later, current browsers),
 * so that the new private key never lies in JavaScript's memory, and about ten
 * times faster. `age-encryption` also uses WebCrypto, but imports the private key
 * twice and multiplies by the base point itself.
 *
 * @throws if `theirs` is a point of low order, for which there is no secret
 *
 * @internal
 */
export async function agreeOnSecret(theirs: Uint8Array): Promise<{
  readonly share: Uint8Array;
  readonly secret: Uint8Array;
}> {
  try {
    return await agreeNatively(theirs);
  } catch (error) {
    if ((error as Partial<Error>).name !== 'NotSupportedError') throw error;
    return agreeInJavaScript(theirs);
  }
}

async function agreeNatively(theirs: Uint8Array) {
  const { subtle } = crypto;
  const algorithm = { name: 'X25519' };
  const [ours, peer] = await Promise.all([
    subtle.generateKey(algorithm, false, [
      'deriveBits',
    ]) as Promise<CryptoKeyPair>,
    subtle.importKey('raw', theirs, algorithm, false, []),
  ]);
  const [share, secret] = await Promise.all([
    subtle.exportKey('raw', ours.publicKey),
    subtle.deriveBits({ ...algorithm, public: peer }, ours.privateKey, 256),
  ]);
  return { share: new Uint8Array(share), secret: new Uint8Array(secret) };
}

/** @internal */
export function agreeInJavaScript(theirs: Uint8Array) {
  const ours = x25519.utils.randomSecretKey();
  try {
    return {
      share: x25519.getPublicKey(ours),
      secret: x25519.getSharedSecret(ours, theirs),
    };
  } finally {
    ours.fill(0);
  }
}
