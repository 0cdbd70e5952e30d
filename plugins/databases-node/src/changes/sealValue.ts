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
  constants,
  createCipheriv,
  KeyObject,
  publicEncrypt,
} from 'node:crypto';
import { RandomSource } from './randomSecret';

/**
 * Seals one value for the controller of Sealed Secrets:
 *
 * ```
 * 2 bytes      length of the next, big-endian
 * key length   32 bytes of session key, RSA-OAEP with SHA-256 and the label
 * the rest     the value and 16 bytes of tag, AES-256-GCM by the session key
 * ```
 *
 * The nonce is zero, because a session key seals one value only.
 *
 * @param label - what the value is bound to, see {@link sealingLabel}
 * @returns base64
 */
export function sealValue(
  value: Uint8Array,
  options: {
    readonly key: KeyObject;
    readonly label: string;
    readonly random: RandomSource;
  },
): string {
  const session = options.random(32);
  try {
    const wrapped = publicEncrypt(
      {
        key: options.key,
        padding: constants.RSA_PKCS1_OAEP_PADDING,
        oaepHash: 'sha256',
        oaepLabel: Buffer.from(options.label),
      },
      session,
    );
    const cipher = createCipheriv('aes-256-gcm', session, Buffer.alloc(12));
    const length = Buffer.alloc(2);
    length.writeUInt16BE(wrapped.length);
    return Buffer.concat([
      length,
      wrapped,
      cipher.update(value),
      cipher.final(),
      cipher.getAuthTag(),
    ]).toString('base64');
  } finally {
    session.fill(0);
  }
}
