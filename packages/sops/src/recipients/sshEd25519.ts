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

import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { Stanza } from 'age-encryption';
import { agreeOnSecret } from './agreeOnSecret';
import type { RecipientKind } from './model';
import { sealFileKey } from './sealFileKey';
import { base64NoPadding, parseSshKey } from './sshKey';

const label = 'age-encryption.org/v1/ssh-ed25519';

/**
 * An SSH key of type Ed25519, moved to the Montgomery curve. sops reads it since
 * 3.10. The stanza, as the agessh package of age writes it:
 *
 *     -> ssh-ed25519 <tag of the key> <ephemeral share>
 *     <file key; see sealFileKey>
 *
 *     tweak  = HKDF-SHA-256(ikm: empty, salt: wire form of the key, info: label)
 *     secret = X25519(tweak, X25519(ephemeral, key))
 *
 * The tweak binds the stanza to the SSH form of the key.
 *
 * @internal
 */
export const sshEd25519: RecipientKind = {
  recognizes: recipient => /^ssh-ed25519\s/.test(recipient),
  parse(recipient) {
    const { wire, fields, tag } = parseSshKey(recipient, 'ssh-ed25519');
    if (fields.length !== 1 || fields[0].length !== 32) {
      throw new Error('the key must have 32 bytes');
    }
    const theirs = ed25519.utils.toMontgomery(fields[0]);
    const info = new TextEncoder().encode(label);
    const tweak = hkdf(sha256, new Uint8Array(), wire, info, 32);
    return {
      async wrapFileKey(fileKey) {
        const { share, secret: untweaked } = await agreeOnSecret(theirs);
        const secret = x25519.scalarMult(tweak, untweaked);
        try {
          const body = sealFileKey(
            fileKey,
            secret,
            new Uint8Array([...share, ...theirs]),
            label,
          );
          return [
            new Stanza(['ssh-ed25519', tag, base64NoPadding(share)], body),
          ];
        } finally {
          untweaked.fill(0);
          secret.fill(0);
        }
      },
    };
  },
};
