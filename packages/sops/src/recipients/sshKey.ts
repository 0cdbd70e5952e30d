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

import { sha256 } from '@noble/hashes/sha2.js';
import { decodeBase64, encodeBase64 } from '../value/base64';

/**
 * A line of an OpenSSH public key (RFC 4253 §6.6):
 *
 *     ssh-ed25519 <base64> [comment]
 *
 *     wire = string algorithm, then for ssh-ed25519: string key (32 bytes)
 *                              and for ssh-rsa:      mpint e, mpint n
 *     string, mpint = length in 4 bytes, then that many bytes
 *
 * @internal
 */
export interface SshKey {
  readonly wire: Uint8Array;
  /** What follows the algorithm. */
  readonly fields: readonly Uint8Array[];
  /** By which an age stanza names the key: SHA-256 of the wire form, 4 bytes. */
  readonly tag: string;
}

/** @internal */
export function parseSshKey(line: string, algorithm: string): SshKey {
  const [name, encoded = ''] = line.split(/\s+/);
  const wire = decodeBase64(encoded);
  if (wire === undefined || wire.length === 0) {
    throw new Error('the key is not base64');
  }
  const [inner, ...fields] = readStrings(wire);
  const expected = new TextEncoder().encode(algorithm);
  const agrees =
    name === algorithm &&
    inner?.length === expected.length &&
    expected.every((byte, index) => byte === inner[index]);
  if (!agrees) throw new Error(`the key is not of algorithm ${algorithm}`);
  return { wire, fields, tag: base64NoPadding(sha256(wire).subarray(0, 4)) };
}

/** The base64 of age stanzas. @internal */
export function base64NoPadding(bytes: Uint8Array): string {
  return encodeBase64(bytes).replace(/=+$/, '');
}

function readStrings(wire: Uint8Array): Uint8Array[] {
  const view = new DataView(wire.buffer, wire.byteOffset, wire.byteLength);
  const strings: Uint8Array[] = [];
  let offset = 0;
  while (offset < wire.length) {
    const start = offset + 4;
    const end =
      start <= wire.length ? start + view.getUint32(offset) : Infinity;
    if (end > wire.length) throw new Error('the key is cut off');
    strings.push(wire.subarray(start, end));
    offset = end;
  }
  return strings;
}
