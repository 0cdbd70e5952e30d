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
 * How git sends objects:
 *
 *   PACK, version 2, number of objects     each in four bytes
 *   objects
 *   SHA-1 of all that
 *
 * and an object is
 *
 *   1TTTSSSS 1SSSSSSS … 0SSSSSSS           type, and size in bits, lowest first
 *   20 bytes, the id of the base           of a delta
 *   zlib stream
 *
 * A delta is the size of its base, its own, and instructions:
 *
 *   1AAAAAAA + offset, size                copy from the base; a bit of A for each byte that follows
 *   0SSSSSSS + S bytes                     insert them
 *
 * https://git-scm.com/docs/gitformat-pack
 */
import { createHash } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import { GitObject, gitObjectId } from './gitObject';

const TYPES = { commit: 1, tree: 2, blob: 3 } as const;
const DELTA = 7;
const ID_BYTES = 20;
const HEAD_BYTES = 12;
/** Of zlib. */
const LEAST_CHUNK = 64;
const MOST_CHUNK = 1024 * 1024;
/** All folders of a repository with a million files are about half of it. */
const MOST_BYTES = 256 * 1024 * 1024;

/** @internal */
export function encodePack(objects: readonly GitObject[]): Buffer {
  const head = Buffer.from('PACK\0\0\0\x02\0\0\0\0', 'latin1');
  head.writeUInt32BE(objects.length, 8);
  const body = Buffer.concat([
    head,
    ...objects.flatMap(({ type, content }) => [
      encodeHead(TYPES[type], content.length),
      deflateSync(content),
    ]),
  ]);
  return Buffer.concat([body, createHash('sha1').update(body).digest()]);
}

/**
 * Objects by their ids.
 *
 * @param most - bytes that it may unpack to: a few of a pack can stand for a lot
 * @throws Error when it is broken, too large, or holds what was not asked for
 * @internal
 */
export function decodePack(
  pack: Buffer,
  most: number = MOST_BYTES,
): ReadonlyMap<string, GitObject> {
  const objects = new Map<string, GitObject>();
  const deltas: { readonly base: string; readonly delta: Buffer }[] = [];
  let room = most;
  const keep = (object: GitObject) => objects.set(gitObjectId(object), object);
  let at = HEAD_BYTES;
  for (let left = pack.readUInt32BE(8); left > 0; left--) {
    const { kind, size, next } = decodeHead(pack, at);
    at = next;
    const base = pack.toString('hex', at, at + ID_BYTES);
    at += kind === DELTA ? ID_BYTES : 0;
    const { content, length } = inflate(pack.subarray(at), size, room);
    at += length;
    room -= content.length;
    if (kind === DELTA) {
      deltas.push({ base, delta: content });
    } else {
      keep({ type: typeOf(kind), content });
    }
  }
  // A delta may come before its base, and stand on another delta.
  for (let rest = deltas; rest.length;) {
    const ready = rest.filter(({ base }) => objects.has(base));
    const waiting = rest.filter(({ base }) => !objects.has(base));
    if (!ready.length) {
      throw new Error('a delta of the pack has no base');
    }
    for (const { base, delta } of ready) {
      const { type, content } = objects.get(base)!;
      const made = applyDelta(content, delta, room);
      room -= made.length;
      keep({ type, content: made });
    }
    rest = waiting;
  }
  return objects;
}

function encodeHead(type: number, size: number): Buffer {
  const bytes: number[] = [];
  let rest = Math.floor(size / 16);
  let byte = type * 16 + (size % 16);
  while (rest) {
    bytes.push(byte + 128);
    byte = rest % 128;
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...bytes, byte]);
}

function decodeHead(pack: Buffer, start: number) {
  let next = start;
  let size = pack[start] % 16;
  for (let factor = 16; pack[next] >= 128; factor *= 128) {
    next++;
    size += (pack[next] % 128) * factor;
  }
  const kind = Math.floor((pack[start] % 128) / 16);
  return { kind, size, next: next + 1 };
}

function typeOf(kind: number): GitObject['type'] {
  const found = Object.entries(TYPES).find(([, number]) => number === kind);
  if (!found) {
    throw new Error(`the pack holds an object of kind ${kind}`);
  }
  return found[0] as GitObject['type'];
}

/**
 * The stream ends by itself. Its size is only what it is given room for at once:
 * otherwise each object, however small, would hold on to sixteen kilobytes.
 */
function inflate(bytes: Buffer, size: number, room: number) {
  const { buffer, engine } = inflateSync(bytes, {
    info: true,
    chunkSize: Math.min(Math.max(size + 1, LEAST_CHUNK), MOST_CHUNK),
    // Zero would mean that there is no limit.
    maxOutputLength: Math.max(1, room),
  }) as unknown as {
    readonly buffer: Buffer;
    readonly engine: { readonly bytesWritten: number };
  };
  return { content: buffer, length: engine.bytesWritten };
}

function applyDelta(base: Buffer, delta: Buffer, room: number): Buffer {
  let at = 0;
  const size = () => {
    let value = 0;
    for (let factor = 1; at < delta.length; factor *= 128) {
      const byte = delta[at++];
      value += (byte % 128) * factor;
      if (byte < 128) {
        return value;
      }
    }
    throw new Error('a delta of the pack breaks off');
  };
  /** The bytes that bits of the instruction say are there; others are zero. */
  const number = (bits: number, count: number) => {
    let value = 0;
    for (let index = 0; index < count; index++) {
      if (Math.floor(bits / 2 ** index) % 2) {
        value += delta[at++] * 256 ** index;
      }
    }
    return value;
  };
  size();
  const length = size();
  if (length > room) {
    throw new RangeError(`it unpacks to ${length} bytes and more`);
  }
  const made = Buffer.alloc(length);
  let end = 0;
  const append = (from: Buffer, start: number, count: number) => {
    const copied = from.copy(made, end, start, start + count);
    if (!count || copied < count) {
      throw new Error('a delta of the pack is broken');
    }
    end += count;
  };
  while (at < delta.length) {
    const instruction = delta[at++];
    if (instruction >= 128) {
      const offset = number(instruction % 16, 4);
      const count = number(Math.floor((instruction % 128) / 16), 3) || 65_536;
      append(base, offset, count);
    } else {
      append(delta, at, instruction);
      at += instruction;
    }
  }
  return made;
}
