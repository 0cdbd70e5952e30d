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

import { armor, Decrypter, type Identity } from 'age-encryption';
import { DataKeyError } from '../errors/DataKeyError';
import type { SopsMetadata, WrappedKey } from '../metadata/model';
import { joinKey } from './splitKey';

/**
 * Recovers the data key of a file: from any key of its one group, or from as
 * many groups as its threshold asks.
 *
 * @param identities - `AGE-SECRET-KEY-1…`, `AGE-SECRET-KEY-PQ-1…`, or any
 *   identity of the `age-encryption` package
 *
 * @returns a new buffer, for the caller to overwrite
 *
 * @throws DataKeyError if the identities do not suffice
 *
 * @internal
 */
export async function unwrapKey(
  { keyGroups, shamirThreshold }: SopsMetadata,
  identities: readonly (string | Identity)[],
): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  for (const identity of identities) addIdentity(decrypter, identity);
  const parts: Uint8Array[] = [];
  try {
    for (const group of keyGroups) {
      const part = await openGroup(group, decrypter);
      if (part !== undefined) parts.push(part);
    }
    const needed =
      keyGroups.length === 1 ? 1 : (shamirThreshold ?? keyGroups.length);
    if (parts.length < needed) {
      const recipients = keyGroups.flat().map(({ id }) => id);
      throw new DataKeyError(recipients, needed - parts.length);
    }
    return await joinKey(parts, keyGroups.length);
  } finally {
    for (const part of parts) part.fill(0);
  }
}

function addIdentity(decrypter: Decrypter, identity: string | Identity) {
  try {
    decrypter.addIdentity(identity);
  } catch {
    // The parser's message may hold a part of the key.
    throw new TypeError(
      'An identity is malformed: give AGE-SECRET-KEY-1… or AGE-SECRET-KEY-PQ-1…',
    );
  }
}

async function openGroup(
  group: readonly WrappedKey[],
  decrypter: Decrypter,
): Promise<Uint8Array | undefined> {
  for (const { type, enc } of group) {
    if (type !== 'age') continue;
    try {
      return await decrypter.decrypt(armor.decode(enc));
    } catch {
      // Made for somebody else, or malformed: another key may do.
    }
  }
  return undefined;
}
