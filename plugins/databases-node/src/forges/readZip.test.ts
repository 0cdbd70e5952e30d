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
import { readZip } from './readZip';

describe('readZip', () => {
  it.each([
    { contents: [], reason: 'nothing' },
    { contents: [''], reason: 'an empty file' },
    { contents: ['a: 1\n', '# Ёлка 🎄\n'], reason: 'texts' },
    { contents: ['x'.repeat(100_000)], reason: 'what packs well' },
  ])('reads $reason', ({ contents }) => {
    for (const method of [0, 8]) {
      const read = readZip(zip(contents, method));
      expect(read?.map(String)).toEqual(contents);
    }
  });

  it('looks behind a comment for the end', () => {
    const commented = zip(['a'], 8, 'PK said by somebody');
    expect(readZip(commented)?.map(String)).toEqual(['a']);
  });

  it.each([
    { bytes: Buffer.alloc(0), reason: 'nothing' },
    { bytes: Buffer.from('<html>Sign in</html>'), reason: 'a page' },
    { bytes: zip(['abc'], 8).subarray(4), reason: 'no beginning' },
    { bytes: zip(['abc'], 8).subarray(0, -8), reason: 'no end' },
    { bytes: zip(['abc'], 12), reason: 'another method' },
    { bytes: zip(['abc'], 8, '', 2), reason: 'a size that is too small' },
    { bytes: zip(['abc'], 0, '', 4), reason: 'a size that is too large' },
  ])('refuses $reason', ({ bytes }) => {
    expect(readZip(bytes)).toBeUndefined();
  });
});

it('unpacks as much as there is room for, all entries together', () => {
  const packed = zip(['x'.repeat(600), 'y'.repeat(400)], 8);
  expect(readZip(packed, 1_000)).toHaveLength(2);
  expect(readZip(packed, 999)).toBeUndefined();
});

/** Written field by field, as the format has it. */
function zip(
  contents: readonly string[],
  method: number,
  comment = '',
  claimedSize?: number,
): Buffer {
  const entries: Buffer[] = [];
  const directory: Buffer[] = [];
  for (const [index, text] of contents.entries()) {
    const content = Buffer.from(text);
    const packed = method === 8 ? deflateRawSync(content) : content;
    const name = Buffer.from(`file-${index}`);
    const common = numbers(
      ...[20, 2, 0, 2, method, 2, 0, 4, crc32(content), 4],
      ...[packed.length, 4, claimedSize ?? content.length, 4],
      ...[name.length, 2, 0, 2],
    );
    const offset = Buffer.concat(entries).length;
    entries.push(numbers(0x04034b50, 4), common, name, packed);
    directory.push(
      numbers(0x02014b50, 4, 20, 2),
      common,
      numbers(0, 2, 0, 2, 0, 2, 0, 4, offset, 4),
      name,
    );
  }
  const first = Buffer.concat(entries);
  const second = Buffer.concat(directory);
  const { length } = contents;
  return Buffer.concat([
    ...[first, second],
    numbers(0x06054b50, 4, 0, 2, 0, 2, length, 2, length, 2),
    numbers(second.length, 4, first.length, 4, comment.length, 2),
    Buffer.from(comment),
  ]);
}

/** Pairs of a number and its bytes. */
function numbers(...pairs: readonly number[]): Buffer {
  const parts = [];
  for (let at = 0; at < pairs.length; at += 2) {
    const part = Buffer.alloc(pairs[at + 1]);
    part.writeUIntLE(pairs[at], 0, pairs[at + 1]);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
