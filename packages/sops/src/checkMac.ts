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

import { computeMac } from './mac';
import type { SopsMetadata } from './metadata/model';
import type { OpenedSite } from './open';
import type { Scratch } from './scratch';
import { decryptValue } from './value/cipher';
import { parseEnvelope } from './value/envelope';
import { fromCanonical } from './value/fromCanonical';

/**
 * Compares the MAC of a file with its opened content.
 *
 * @returns what is wrong, or undefined if the MAC is right
 *
 * @internal
 */
export async function checkMac(
  sites: readonly OpenedSite[],
  metadata: SopsMetadata,
  key: CryptoKey,
  scratch: Scratch,
): Promise<string | undefined> {
  if (metadata.mac === undefined) return 'it has no MAC';
  const envelope = parseEnvelope(metadata.mac);
  const stored =
    envelope &&
    (await decryptValue(key, envelope, macData(metadata.lastModified)));
  if (stored === undefined) return 'its MAC cannot be decrypted';
  const computed = await computeMac(
    macParts(sites, metadata.macOnlyEncrypted, scratch),
    metadata.macOnlyEncrypted,
  );
  return new TextDecoder().decode(stored) === computed
    ? undefined
    : 'its MAC does not fit its values';
}

/**
 * What the MAC is made of: see `computeMac`.
 *
 * @internal
 */
export function macParts(
  sites: readonly OpenedSite[],
  macOnlyEncrypted: boolean,
  scratch: Scratch,
): Uint8Array[] {
  return sites
    .filter(
      ({ type, selected }) =>
        type !== 'comment' && (!macOnlyEncrypted || selected),
    )
    .map(({ type, bytes = new Uint8Array() }) =>
      // Text is passed on as it is: it may be a buffer of the caller's.
      type === 'str' || type === 'bytes'
        ? bytes
        : scratch.keep(canonical(type, bytes)),
    );
}

/** Files of other writers may hold `true` where sops hashes `True`. */
function canonical(type: string, bytes: Uint8Array): Uint8Array {
  const scalar = fromCanonical(type, new TextDecoder().decode(bytes));
  return new TextEncoder().encode((scalar?.value as string | undefined) ?? '');
}

/** sops formats the parsed time again: without a fraction, and with `Z` for UTC. */
function macData(lastModified: string): string {
  return lastModified.replace(/\.\d+/, '').replace(/[+-]00:00$/, 'Z');
}
