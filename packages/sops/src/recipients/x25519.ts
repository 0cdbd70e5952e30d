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

import { Encrypter, Stanza } from 'age-encryption';
import { agreeOnSecret } from './agreeOnSecret';
import type { RecipientKind } from './model';
import { sealFileKey } from './sealFileKey';
import { base64NoPadding } from './sshKey';

/**
 * The ordinary age recipient: an X25519 public key in Bech32. A second `1` would
 * make it the key of a plugin, such as `age1yubikey1…`.
 *
 *     age1 <52 characters: 32 bytes, in groups of 5 bits> <6: checksum>
 *
 * The stanza, as age writes it:
 *
 *     -> X25519 <ephemeral share>
 *     <file key; see sealFileKey>
 *
 * @internal
 */
export const x25519: RecipientKind = {
  recognizes: recipient => /^age1[^1]+$/.test(recipient),
  parse(recipient) {
    const theirs = publicKeyOf(recipient);
    return {
      async wrapFileKey(fileKey) {
        const { share, secret } = await agreeOnSecret(theirs);
        try {
          const body = sealFileKey(
            fileKey,
            secret,
            new Uint8Array([...share, ...theirs]),
            'age-encryption.org/v1/X25519',
          );
          return [new Stanza(['X25519', base64NoPadding(share)], body)];
        } finally {
          secret.fill(0);
        }
      },
    };
  },
};

const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

function publicKeyOf(recipient: string): Uint8Array {
  if (recipient.length !== 62) throw new Error('it must have 62 characters');
  // Checks the checksum.
  new Encrypter().addRecipient(recipient);
  const bytes = new Uint8Array(32);
  let bits = 0;
  let buffer = 0;
  let length = 0;
  for (const character of recipient.slice(4, -6)) {
    buffer = ((buffer << 5) | alphabet.indexOf(character)) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[length] = buffer >> bits;
      length += 1;
    }
  }
  return bytes;
}
