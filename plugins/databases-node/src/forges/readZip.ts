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

/*
 * A zip without encryption, as far as hosts make them: the directory is at the
 * end, and leads to the entries. All numbers are little-endian.
 *
 *   end         PK\5\6   +10 entries (2)   +16 offset of the directory (4)
 *   directory   PK\1\2   +10 method (2)    +20 packed size (4)   +24 size (4)
 *                        +28 name, +30 extra, +32 comment: lengths (2 each)
 *                        +42 offset of the entry (4), then those three
 *   entry       PK\3\4   +26 name, +28 extra: lengths (2 each), at +30 both,
 *                        then what is packed
 *
 * Methods: 0 as it is, 8 deflated.
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const ENTRY = 0x04034b50;
const END_LENGTH = 22;
/** A comment may stand behind the end. */
const LONGEST_COMMENT = 0xffff;
/** A few bytes of a zip can stand for a lot. */
const MOST_BYTES = 256 * 1024 * 1024;
const STORED = 0;
const DEFLATED = 8;

/**
 * What the entries of a zip hold, in its order; `undefined` when it is none, is
 * not whole, or is too large.
 *
 * @param most - bytes that all of them may have
 * @internal
 */
export function readZip(
  zip: Buffer,
  most: number = MOST_BYTES,
): readonly Buffer[] | undefined {
  let room = most;
  try {
    const end = findEnd(zip);
    let at = zip.readUInt32LE(end + 16);
    return Array.from({ length: zip.readUInt16LE(end + 10) }, () => {
      expectSignature(zip, at, DIRECTORY);
      const content = readEntry(zip, at, room);
      room -= content.length;
      at +=
        46 +
        zip.readUInt16LE(at + 28) +
        zip.readUInt16LE(at + 30) +
        zip.readUInt16LE(at + 32);
      return content;
    });
  } catch {
    return undefined;
  }
}

function findEnd(zip: Buffer): number {
  const first = Math.max(0, zip.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = zip.length - END_LENGTH; at >= first; at--) {
    if (zip.readUInt32LE(at) === END) {
      return at;
    }
  }
  throw new RangeError('There is no end');
}

function readEntry(zip: Buffer, directory: number, room: number): Buffer {
  const method = zip.readUInt16LE(directory + 10);
  const packedSize = zip.readUInt32LE(directory + 20);
  const size = zip.readUInt32LE(directory + 24);
  const entry = zip.readUInt32LE(directory + 42);
  expectSignature(zip, entry, ENTRY);
  if (size > room) {
    throw new RangeError('It is too large');
  }
  const start =
    entry + 30 + zip.readUInt16LE(entry + 26) + zip.readUInt16LE(entry + 28);
  const packed = zip.subarray(start, start + packedSize);
  const content = unpack(method, packed, size);
  if (content.length !== size) {
    throw new RangeError('It is cut off');
  }
  return content;
}

function unpack(method: number, packed: Buffer, size: number): Buffer {
  if (method === DEFLATED) {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  }
  if (method === STORED) {
    return packed;
  }
  throw new RangeError(`Method ${method} is unknown`);
}

function expectSignature(zip: Buffer, at: number, signature: number) {
  if (zip.readUInt32LE(at) !== signature) {
    throw new RangeError('It is no zip');
  }
}
