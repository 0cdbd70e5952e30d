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
const none = '0'.repeat(40);
const pack = Buffer.from('PACK\0\0\0\x02\0\0\0\0', 'latin1');
const emptyPack = Buffer.concat([
  pack,
  createHash('sha1').update(pack).digest(),
]).toString('latin1');

describe('encodeGitPush', () => {
  it.each([
    {
      moves: [{ ref: 'refs/heads/a', from: one, to: two }],
      sent: `0077${one} ${two} refs/heads/a\0report-status atomic0000${emptyPack}`,
      reason: 'a move, with a pack of nothing',
    },
    {
      moves: [{ ref: 'refs/heads/a', from: one, to: undefined }],
      sent: `0077${one} ${none} refs/heads/a\0report-status atomic0000`,
      reason: 'a deletion, without a pack',
    },
    {
      moves: [
        { ref: 'refs/heads/a', from: undefined, to: two },
        { ref: 'refs/heads/é', from: two, to: undefined },
      ],
      sent: `0077${none} ${two} refs/heads/a\0report-status atomic0063${two} ${none} refs/heads/Ã©0000${emptyPack}`,
      reason: 'two, capabilities with the first, and lengths of bytes',
    },
    {
      moves: [{ ref: 'refs/heads/a', from: 'a'.repeat(64), to: undefined }],
      sent: `00a7${'a'.repeat(64)} ${'0'.repeat(64)} refs/heads/a\0report-status atomic0000`,
      reason: 'ids of SHA-256',
    },
  ])('writes $reason', ({ moves, sent }) => {
    expect(Buffer.from(encodeGitPush(moves)).toString('latin1')).toBe(sent);
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
      answer: '000eunpack ok\n0026ng refs/heads/a failed to update ref\n0000',
      said: 'refs/heads/a failed to update ref',
      reason: 'a ref that is elsewhere',
    },
    {
      answer:
        '000eunpack ok\n0014ok refs/heads/a\n002eng refs/heads/b pre-receive hook declined\n0000',
      said: 'refs/heads/b pre-receive hook declined',
      reason: 'one of several',
    },
    {
      answer: '001bunpack unpacker error\n0000',
      said: 'unpack unpacker error',
      reason: 'a broken pack',
    },
    { answer: '', said: 'no report', reason: 'nothing at all' },
    {
      answer: '<html>Sign in</html>',
      said: '<html>Sign in</html>',
      reason: 'something else that answers',
    },
  ])('reads $reason', ({ answer, said }) => {
    expect(decodeGitPush(answer)).toBe(said);
  });
});
