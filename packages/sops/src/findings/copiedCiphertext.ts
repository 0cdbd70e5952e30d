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

import type { SopsMetadata } from '../metadata/model';
import type { Site } from '../tree/walk';
import type { Finding } from './finding';

/**
 * A SOPS file to compare with.
 *
 * @public
 */
export interface OtherFile {
  /** Its path, for messages. */
  readonly name: string;
  readonly text: string;
}

/**
 * Ciphertext that also stands in another file. Ciphertext is bound to its path
 * inside a file only, so a copied file stays valid: what is equal proves that two
 * environments share a secret.
 *
 * @internal
 */
export function findCopiedCiphertext(
  sites: readonly Site[],
  { mac }: SopsMetadata,
  others: readonly OtherFile[],
): Finding[] {
  const own = [
    ...sites.map(({ node, path }) => ({
      path: path.join('.'),
      text: node.kind === 'comment' ? '' : String(node.value),
    })),
    { path: 'sops.mac', text: mac ?? '' },
  ];
  return others.flatMap(({ name, text: other }) => {
    const foreign = new Set(other.match(/ENC\[AES256_GCM,[^\]]+\]/g));
    return own
      .filter(({ text }) => foreign.has(text))
      .map(({ path }) => ({
        code: 'copied-ciphertext' as const,
        path,
        message: `${path} has the same ciphertext in ${name}, so both files hold the same value`,
      }));
  });
}
