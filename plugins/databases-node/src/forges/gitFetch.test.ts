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

import { decodeGitFetch, encodeGitFetch } from './gitFetch';
import { GitObject, gitObjectId } from './gitObject';
import { encodePack } from './gitPack';
import { encodePacket } from './gitPackets';

const id = 'a'.repeat(40);
const blob: GitObject = { type: 'blob', content: Buffer.from('a: 1\n') };
const pack = encodePack([blob]);

function band(number: number, content: Buffer): Buffer {
  const text = Buffer.concat([Buffer.from([number]), content]);
  const head = (text.length + 4).toString(16).padStart(4, '0');
  return Buffer.concat([Buffer.from(head), text]);
}

describe('encodeGitFetch', () => {
  it.each([
    {
      filter: 'blob:none' as const,
      lines: ['000ddeepen 1\n', '0015filter blob:none\n'],
      reason: 'a commit and its folders',
    },
    {
      filter: 'tree:0' as const,
      lines: ['0012filter tree:0\n'],
      reason: 'objects alone',
    },
  ])('asks for $reason', ({ filter, lines }) => {
    const sent = Buffer.from(encodeGitFetch({ wants: [id], filter }));
    expect(sent.toString()).toBe(
      [
        ...['0012command=fetch\n', '0001', '0010no-progress\n', ...lines],
        ...[`0032want ${id}\n`, '0009done\n', '0000'],
      ].join(''),
    );
  });
});

describe('decodeGitFetch', () => {
  it('joins the pack, and leaves out progress', () => {
    const answer = Buffer.concat([
      encodePacket('shallow-info\n'),
      encodePacket(`shallow ${id}\n`),
      Buffer.from('0001'),
      encodePacket('packfile\n'),
      band(2, Buffer.from('Counting objects: 1\n')),
      band(1, pack.subarray(0, 20)),
      band(1, pack.subarray(20)),
      Buffer.from('0000'),
    ]);
    expect(decodeGitFetch(answer)).toEqual(
      new Map([[gitObjectId(blob), blob]]),
    );
  });

  it.each([
    {
      answer: encodePacket(`ERR upload-pack: not our ref ${id}`),
      refusal: `ERR upload-pack: not our ref ${id}`,
      reason: 'what git refuses',
    },
    {
      answer: Buffer.concat([
        encodePacket('packfile\n'),
        band(3, Buffer.from('out of memory\n')),
      ]),
      refusal: 'out of memory',
      reason: 'an error on the way',
    },
    {
      answer: Buffer.from('<html>Sign in</html>'),
      refusal: 'no pack',
      reason: 'something else',
    },
  ])('tells $reason', ({ answer, refusal }) => {
    expect(decodeGitFetch(answer)).toEqual({ refusal });
  });

  it.each([0, 8, 15, 30])('throws when the pack ends after %s bytes', end => {
    const answer = Buffer.concat([
      encodePacket('packfile\n'),
      band(1, pack.subarray(0, end && Math.min(end, pack.length - 24))),
    ]);
    expect(() => decodeGitFetch(answer)).toThrow();
  });
});
