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
 * What `git push` sends to move refs, without any object: the one thing that
 * every git host does in one step, and only when a ref is where it is expected.
 *
 *   POST {repository}.git/git-receive-pack
 *   content-type: application/x-git-receive-pack-request
 *
 *   LLLL old SP new SP ref NUL capabilities     LLLL: length in hex, itself included
 *   LLLL old SP new SP ref                      an id of zeros: no such ref
 *   0000
 *   PACK, version 2, no objects, SHA-1 of that  left out when refs are only deleted
 *
 * and what comes back with the capability report-status:
 *
 *   LLLL unpack ok LF
 *   LLLL ok SP ref LF, or LLLL ng SP ref SP reason LF
 *   0000
 *
 * https://git-scm.com/docs/pack-protocol#_pushing_data_to_a_server
 */
import { createHash } from 'node:crypto';

/** @internal */
export interface RefMove {
  /** In full: `refs/heads/main`. */
  readonly ref: string;
  /** Commit it must be at; `undefined` for one that is not there. */
  readonly from: string | undefined;
  /** Commit it goes to; `undefined` to delete it. */
  readonly to: string | undefined;
}

/** @internal */
export const GIT_PUSH = 'application/x-git-receive-pack-request';

/**
 * Moves all of these refs or none of them.
 *
 * @internal
 */
export function encodeGitPush(moves: readonly RefMove[]): Uint8Array {
  const commands = moves.map(({ ref, from, to }, index) => {
    const zeros = '0'.repeat((from ?? to)!.length);
    const capabilities = index === 0 ? '\0report-status atomic' : '';
    return line(`${from ?? zeros} ${to ?? zeros} ${ref}${capabilities}`);
  });
  const pack = moves.some(({ to }) => to !== undefined) ? [emptyPack()] : [];
  return Buffer.concat([...commands, Buffer.from('0000'), ...pack]);
}

/**
 * Why the host did not move the refs; `undefined` when it did.
 *
 * @internal
 */
export function decodeGitPush(answer: string): string | undefined {
  const lines = answer
    .split('\n')
    .map(text => text.replace(/^(?:0000)?[0-9a-f]{4}/, ''));
  if (lines[0] !== 'unpack ok') {
    return lines[0].trim() || 'no report';
  }
  return lines
    .filter(text => text.startsWith('ng '))
    .map(text => text.slice(3))[0];
}

function line(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  const length = (bytes.length + 4).toString(16).padStart(4, '0');
  return Buffer.concat([Buffer.from(length), bytes]);
}

function emptyPack(): Buffer {
  const head = Buffer.from('PACK\0\0\0\x02\0\0\0\0', 'latin1');
  return Buffer.concat([head, createHash('sha1').update(head).digest()]);
}
