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

import { decodeBase64, encodeBase64 } from './base64';

/**
 * How sops writes an encrypted value into the document:
 *
 *     ENC[AES256_GCM,data:<base64>,iv:<base64>,tag:<base64>,type:<type>]
 *
 *     iv    32 bytes when sops writes it, not the 12 usual for GCM: `sops set`
 *           and `sops edit` crash on others
 *     tag   16 bytes
 *     type  str, int, float, bool, time (since 3.10), comment; bytes in old files
 *
 * The additional authenticated data is the path: its keys joined by `:`, with
 * one more `:` at the end. List positions are not part of it, so all items of a
 * list share it. A comment has the path of the block it stands in; at the top
 * that is `:`.
 *
 * @public
 */
export interface Envelope {
  readonly data: Uint8Array;
  readonly iv: Uint8Array;
  readonly tag: Uint8Array;
  readonly type: string;
}

const pattern =
  /^ENC\[AES256_GCM,data:([^,]+),iv:([^,]+),tag:([^,]+),type:([a-z]+)\]$/;

/**
 * Takes an encrypted value apart, which needs no key.
 *
 * @param text - one value of a SOPS file
 *
 * @returns undefined for anything that sops has not encrypted
 *
 * @public
 */
export function parseEnvelope(text: string): Envelope | undefined {
  const [, ...parts] = pattern.exec(text) ?? [];
  const [data, iv, tag] = parts.slice(0, 3).map(decodeBase64);
  return data && iv && tag ? { data, iv, tag, type: parts[3] } : undefined;
}

/** @internal */
export function formatEnvelope({ data, iv, tag, type }: Envelope): string {
  const [first, second, third] = [data, iv, tag].map(encodeBase64);
  return `ENC[AES256_GCM,data:${first},iv:${second},tag:${third},type:${type}]`;
}

/** @internal */
export function pathData(path: readonly string[]): string {
  return `${path.join(':')}:`;
}
