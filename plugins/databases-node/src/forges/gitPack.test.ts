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

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { GitObject, gitObjectId } from './gitObject';
import { decodePack, encodePack } from './gitPack';

const bytes = fc
  .uint8Array({ maxLength: 5_000 })
  .map(content => Buffer.from(content));
const blob = (content: Buffer): GitObject => ({ type: 'blob', content });

describe('gitPack', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'basewell-pack-'));
    git(['init', '--quiet', '--bare']);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function git(args: readonly string[], input: string | Buffer = ''): Buffer {
    return execFileSync('git', args, { cwd: folder, input });
  }

  it('reads what it writes', () => {
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 5 }), contents => {
        const objects = new Map(
          contents.map(content => [gitObjectId(blob(content)), blob(content)]),
        );
        expect(decodePack(encodePack([...objects.values()]))).toEqual(objects);
      }),
    );
  });

  it('holds on to little more than what small objects are', () => {
    const contents = Array.from({ length: 100 }, (_, index) =>
      Buffer.from(`kind: ConfigMap # ${index}`),
    );
    const read = decodePack(encodePack(contents.map(blob)));
    const held = new Set(
      [...read.values()].map(({ content }) => content.buffer),
    );
    const total = [...held].reduce(
      (sum, { byteLength }) => sum + byteLength,
      0,
    );
    // By itself zlib takes sixteen kilobytes for each.
    expect(read.size).toBe(100);
    expect(total).toBeLessThan(200_000);
  });

  it('writes what git reads', () => {
    const content = Buffer.from('# Магазин\n'.repeat(1_000));
    git(['index-pack', '--stdin'], encodePack([blob(content)]));
    const id = gitObjectId(blob(content));
    expect(git(['cat-file', 'blob', id]).equals(content)).toBe(true);
  });

  it('reads deltas upon deltas that git writes', () => {
    const lines = Array.from({ length: 4_000 }, (_, n) => `${n * n}\n`);
    const versions = [1, 2, 3, 4].map(version =>
      lines
        .map((line, n) => (n % 40 < version ? `${line}${n ** 3}\n` : line))
        .join(''),
    );
    const ids = versions.map(content =>
      git(['hash-object', '-w', '--stdin'], content).toString().trim(),
    );
    const pack = git(
      ['pack-objects', '--stdout', '--window=10', '--depth=10'],
      `${ids.join('\n')}\n`,
    );
    const file = join(folder, 'some.pack');
    writeFileSync(file, pack);
    git(['index-pack', file]);
    const told = git(['verify-pack', '-v', file]).toString();
    expect(told).toMatch(/chain length = [2-9]/);
    const objects = decodePack(pack);
    expect(ids.map(id => objects.get(id)!.content.toString())).toEqual(
      versions,
    );
  });

  it('says so when a delta has no base', () => {
    const pack = encodePack([blob(Buffer.from('x'))]);
    // The same object as a delta of one that is nowhere.
    const head = Buffer.concat([
      pack.subarray(0, 12),
      Buffer.from([7 * 16 + 1]),
      Buffer.alloc(20, 0xab),
      pack.subarray(13),
    ]);
    expect(() => decodePack(head)).toThrow(/no base/);
  });

  describe('does not unpack without end', () => {
    const base = blob(Buffer.alloc(1_000));
    const id = Buffer.from(gitObjectId(base), 'hex');

    /** A pack of the base and a delta of it, which begins with both sizes. */
    function packOf(delta: readonly number[]): Buffer {
      const first = encodePack([base]).subarray(0, -20);
      first.writeUInt32BE(2, 8);
      return Buffer.concat([
        ...[first, Buffer.from([7 * 16 + 1]), id],
        ...[deflateSync(Buffer.from(delta)), Buffer.alloc(20)],
      ]);
    }
    const size = [232, 7];
    /** Copies the whole base. */
    const copy = [128 + 16 + 32, 232, 3];

    it('though a delta may copy what is there again and again', () => {
      const twice = packOf([...size, 208, 15, ...copy, ...copy]);
      const made = gitObjectId(blob(Buffer.alloc(2_000)));
      expect(decodePack(twice, 4_000).has(made)).toBe(true);
    });

    it.each([
      {
        reason: 'an object that packs well',
        pack: encodePack([base]),
        most: 999,
      },
      {
        reason: 'a delta that says how large it gets',
        pack: packOf([...size, 255, 255, 255, 127]),
      },
      {
        reason: 'a delta that gets larger than it says',
        pack: packOf([...size, 1, ...copy, ...copy]),
      },
      { reason: 'a delta that breaks off', pack: packOf([232]) },
      { reason: 'a delta of nothing', pack: packOf([]) },
      { reason: 'no instruction', pack: packOf([...size, 1, 0, 0]) },
      {
        reason: 'what is not in the base',
        pack: packOf([...size, 10, 128 + 1 + 2 + 16, 227, 3, 10]),
      },
    ])('$reason', ({ pack, most = 4_000 }) => {
      expect(() => decodePack(pack, most)).toThrow(
        /unpacks|larger than|broken|breaks off/,
      );
    });
  });
});
