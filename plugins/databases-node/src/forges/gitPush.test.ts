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

import { createHash } from 'node:crypto';
import { decodeGitPush, encodeGitPush } from './gitPush';

const [one, two] = ['1', '2'].map(digit => digit.repeat(40));
const pack = Buffer.from('PACK\0\0\0\x02\0\0\0\0', 'latin1');
const emptyPack = Buffer.concat([
  pack,
  createHash('sha1').update(pack).digest(),
]).toString('latin1');

describe('encodeGitPush', () => {
  it.each([
    {
      move: { ref: 'refs/heads/a', from: one, to: two },
      command: `0070${one} ${two} refs/heads/a\0report-status`,
      reason: 'a move',
    },
    {
      move: { ref: 'refs/heads/é', from: one, to: two },
      command: `0071${one} ${two} refs/heads/Ã©\0report-status`,
      reason: 'the length in bytes',
    },
    {
      move: {
        ref: 'refs/heads/a',
        from: 'a'.repeat(64),
        to: 'b'.repeat(64),
      },
      command: `00a0${'a'.repeat(64)} ${'b'.repeat(64)} refs/heads/a\0report-status`,
      reason: 'ids of SHA-256',
    },
  ])('writes $reason', ({ move, command }) => {
    expect(Buffer.from(encodeGitPush(move)).toString('latin1')).toBe(
      `${command}0000${emptyPack}`,
    );
  });
});

describe('decodeGitPush', () => {
  it.each([
    {
      answer: '000eunpack ok\n0014ok refs/heads/a\n0000',
      said: undefined,
      reason: 'done',
    },
    {
      answer: '000eunpack ok\n0029ng refs/heads/a failed to update ref\n0000',
      said: 'ng refs/heads/a failed to update ref',
      reason: 'a ref that is elsewhere',
    },
    {
      answer: '001bunpack unpacker error\n0000',
      said: '001bunpack unpacker error\n0000',
      reason: 'a broken pack',
    },
    { answer: '', said: 'no report', reason: 'nothing at all' },
    {
      answer: '000eunpack ok\n0000',
      said: 'no report',
      reason: 'no word about the ref',
    },
    {
      answer: '<html>Sign in</html>',
      said: '<html>Sign in</html>',
      reason: 'something else that answers',
    },
  ])('reads $reason', ({ answer, said }) => {
    expect(decodeGitPush(answer)).toBe(said);
  });
});
