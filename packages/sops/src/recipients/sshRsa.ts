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

import { Stanza } from 'age-encryption';
import type { RecipientKind } from './model';
import { base64NoPadding, parseSshKey } from './sshKey';

/**
 * An SSH key of type RSA, of at least 2,048 bits. sops reads it since 3.10. The
 * stanza, as the agessh package of age writes it:
 *
 *     -> ssh-rsa <tag>
 *     <file key, by RSA-OAEP with SHA-256 and the label below>
 *
 * @internal
 */
export const sshRsa: RecipientKind = {
  recognizes: recipient => /^ssh-rsa\s/.test(recipient),
  parse(recipient) {
    const { fields, tag } = parseSshKey(recipient, 'ssh-rsa');
    const [exponent, modulus] = fields.map(withoutLeadingZeros);
    if (fields.length !== 2 || modulus.length < 256) {
      throw new Error('the key must have at least 2,048 bits');
    }
    return {
      async wrapFileKey(fileKey) {
        const key = await crypto.subtle.importKey(
          'jwk',
          { kty: 'RSA', e: base64Url(exponent), n: base64Url(modulus) },
          { name: 'RSA-OAEP', hash: 'SHA-256' },
          false,
          ['encrypt'],
        );
        const label = new TextEncoder().encode('age-encryption.org/v1/ssh-rsa');
        const body = await crypto.subtle.encrypt(
          { name: 'RSA-OAEP', label },
          key,
          fileKey,
        );
        return [new Stanza(['ssh-rsa', tag], new Uint8Array(body))];
      },
    };
  },
};

function withoutLeadingZeros(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(bytes.findIndex(byte => byte !== 0));
}

function base64Url(bytes: Uint8Array): string {
  return base64NoPadding(bytes).replaceAll('+', '-').replaceAll('/', '_');
}
