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

import { type Envelope, formatEnvelope } from './envelope';

/** Bytes of the initialization vector that sops uses. @internal */
export const ivLength = 32;
const tagLength = 16;

/** @internal */
export function importDataKey(dataKey: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', dataKey, 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);
}

/**
 * @param plaintext - not empty: sops writes empty text as it is
 * @param additional - see {@link Envelope}
 *
 * @internal
 */
export async function encryptValue(
  key: CryptoKey,
  plaintext: { readonly type: string; readonly bytes: Uint8Array },
  additional: string,
  iv: Uint8Array,
): Promise<string> {
  const sealed = new Uint8Array(
    await crypto.subtle.encrypt(
      parameters(iv, additional),
      key,
      plaintext.bytes,
    ),
  );
  return formatEnvelope({
    data: sealed.subarray(0, -tagLength),
    iv,
    tag: sealed.subarray(-tagLength),
    type: plaintext.type,
  });
}

/**
 * @returns the plaintext, or undefined if the value does not authenticate
 *
 * @internal
 */
export async function decryptValue(
  key: CryptoKey,
  { data, iv, tag }: Envelope,
  additional: string,
): Promise<Uint8Array | undefined> {
  if (tag.length !== tagLength) return undefined;
  const sealed = new Uint8Array(data.length + tag.length);
  sealed.set(data);
  sealed.set(tag, data.length);
  try {
    return new Uint8Array(
      await crypto.subtle.decrypt(parameters(iv, additional), key, sealed),
    );
  } catch {
    return undefined;
  }
}

function parameters(iv: Uint8Array, additional: string): AesGcmParams {
  return {
    name: 'AES-GCM',
    iv,
    additionalData: new TextEncoder().encode(additional),
    tagLength: tagLength * 8,
  };
}
