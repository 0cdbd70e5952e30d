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
 * What `git push` sends to move a ref, without any object: the one thing that
 * every git host does in one step, and only when the ref is where it is expected.
 *
 *   POST {repository}.git/git-receive-pack
 *   content-type: application/x-git-receive-pack-request
 *
 *   LLLL old SP new SP ref NUL report-status    LLLL: length in hex, itself included
 *   0000
 *   PACK, version 2, no objects, SHA-1 of that
 *
 * and what comes back:
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
  /** Commit that it must be at. */
  readonly from: string;
  /** Commit that it goes to, which the host has. */
  readonly to: string;
}

/** @internal */
export const GIT_PUSH = 'application/x-git-receive-pack-request';

/** @internal */
export function encodeGitPush({ ref, from, to }: RefMove): Uint8Array {
  const command = line(`${from} ${to} ${ref}\0report-status`);
  return Buffer.concat([command, Buffer.from('0000'), emptyPack()]);
}

/**
 * Why the host did not move the ref; `undefined` when it did.
 *
 * @internal
 */
export function decodeGitPush(answer: string): string | undefined {
  const [unpacked, moved = ''] = answer
    .split('\n')
    .map(text => text.slice('LLLL'.length));
  if (unpacked !== 'unpack ok') {
    return answer.trim() || 'no report';
  }
  return moved.startsWith('ok ') ? undefined : moved || 'no report';
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
