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

import { GitObject, gitObjectId } from './gitObject';
import { encodePack } from './gitPack';
import { encodePacket } from './gitPackets';
import { decodeGitShallow, encodeGitShallow } from './gitShallow';

const id = 'a'.repeat(40);
const blob: GitObject = { type: 'blob', content: Buffer.from('a: 1\n') };
const pack = encodePack([blob]);
const room = { bytes: 1_000, objects: 1 };
const head = Buffer.from(
  [encodePacket(`shallow ${id}\n`), '0000', encodePacket('NAK\n')].join(''),
);

it('asks for a commit and none of its parents', () => {
  expect(Buffer.from(encodeGitShallow(id)).toString()).toBe(
    `0032want ${id}\n000ddeepen 1\n00000009done\n`,
  );
});

it('reads the objects behind what is said of them', () => {
  const objects = decodeGitShallow(Buffer.concat([head, pack]), room);
  expect([...objects!]).toEqual([[gitObjectId(blob), blob]]);
});

it.each([
  { answer: Buffer.alloc(0), reason: 'there is no answer' },
  { answer: head, reason: 'there is no pack' },
  {
    answer: encodePacket('ERR upload-pack: not our ref'),
    reason: 'the commit is no head any more',
  },
  {
    answer: Buffer.from('<html>Sign in</html>'),
    reason: 'something else answers',
  },
  {
    answer: Buffer.concat([head, pack.subarray(0, 20)]),
    reason: 'the pack breaks off',
  },
  {
    answer: Buffer.concat([head, pack]),
    most: { ...room, bytes: 3 },
    reason: 'it unpacks to more than there is room for',
  },
  {
    answer: Buffer.concat([head, pack]),
    most: { ...room, objects: 0 },
    reason: 'there are too many',
  },
])('reads nothing when $reason', ({ answer, most = room }) => {
  expect(decodeGitShallow(answer, most)).toBeUndefined();
});
