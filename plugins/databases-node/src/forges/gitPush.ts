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
 * What `git push` sends to move a ref: the one thing that every git host does in
 * one step, and only when the ref is where it is expected.
 *
 *   POST {repository}.git/git-receive-pack
 *   content-type: application/x-git-receive-pack-request
 *
 *   old SP new SP ref NUL report-status
 *   0000
 *   pack of the objects that the host does not have
 *
 * and what comes back:
 *
 *   unpack ok LF
 *   ok SP ref LF, or ng SP ref SP reason LF
 *   0000
 *
 * https://git-scm.com/docs/pack-protocol#_pushing_data_to_a_server
 */
import { GitObject } from './gitObject';
import { encodePack } from './gitPack';
import { encodePacket, FLUSH } from './gitPackets';

/** @internal */
export interface RefMove {
  /** In full: `refs/heads/main`. */
  readonly ref: string;
  /** Commit that it must be at; left out for one that must not be there. */
  readonly from: string | undefined;
  /** Commit that it goes to. */
  readonly to: string;
}

/** @internal */
export const GIT_PUSH = 'application/x-git-receive-pack-request';

const NOTHING = '0'.repeat(40);

/** @internal */
export function encodeGitPush(
  { ref, from = NOTHING, to }: RefMove,
  objects: readonly GitObject[] = [],
): Uint8Array {
  return Buffer.concat([
    encodePacket(`${from} ${to} ${ref}\0report-status`),
    Buffer.from(FLUSH),
    encodePack(objects),
  ]);
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
