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

import { crc32, deflateRawSync } from 'node:zlib';

/**
 * A zip, https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, whose
 * entries are deflated.
 *
 * @internal
 */
export function zipOf(
  entries: readonly { readonly name: string; readonly content: Buffer }[],
): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const packed = deflateRawSync(content);
    const title = Buffer.from(name);
    const common = [
      ...[u16(20), u16(0), u16(8), u16(0), u16(0x21), u32(crc32(content))],
      ...[u32(packed.length), u32(content.length)],
      ...[u16(title.length), u16(0)],
    ];
    const entry = Buffer.concat([u32(0x04034b50), ...common, title, packed]);
    directory.push(
      Buffer.concat([
        ...[u32(0x02014b50), u16(20), ...common, u16(0), u16(0), u16(0)],
        ...[u32(0), u32(offset), title],
      ]),
    );
    parts.push(entry);
    offset += entry.length;
  }
  const listed = Buffer.concat(directory);
  const count = u16(entries.length);
  return Buffer.concat([
    ...parts,
    listed,
    ...[u32(0x06054b50), u16(0), u16(0), count, count],
    ...[u32(listed.length), u32(offset), u16(0)],
  ]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
