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

import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';

/**
 * The body of an age stanza over an agreed secret:
 *
 *     key  = HKDF-SHA-256(ikm: secret, salt: share ‖ recipient, info: label)
 *     body = ChaCha20-Poly1305(key, zero nonce, file key)
 *
 * The nonce may be zero because the key is used once.
 *
 * @internal
 */
export function sealFileKey(
  fileKey: Uint8Array,
  secret: Uint8Array,
  salt: Uint8Array,
  label: string,
): Uint8Array {
  const info = new TextEncoder().encode(label);
  const key = hkdf(sha256, secret, salt, info, 32);
  try {
    return chacha20poly1305(key, new Uint8Array(12)).encrypt(fileKey);
  } finally {
    key.fill(0);
  }
}
