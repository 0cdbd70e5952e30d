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
 * What `git clone --depth 1` sends by the first version of git's protocol, which
 * hosts without partial clones have too:
 *
 *   POST {repository}.git/git-upload-pack
 *   content-type: application/x-git-upload-pack-request
 *
 *   want ID LF                head of a branch
 *   deepen 1 LF               and none of its parents
 *   0000
 *   done LF
 *
 * and what comes back:
 *
 *   shallow ID LF
 *   0000
 *   NAK LF
 *   pack                      the commit, its folders and all files in them
 *
 * https://git-scm.com/docs/gitprotocol-pack#_packfile_negotiation
 */
import { GitObject } from './gitObject';
import { decodePack } from './gitPack';
import { encodePacket, FLUSH } from './gitPackets';

const HEAD = 4;
const PACK = 'PACK';
/** Where a pack says how many objects it has. */
const COUNT = 8;

/** @internal */
export function encodeGitShallow(commit: string): Uint8Array {
  return Buffer.concat([
    encodePacket(`want ${commit}\n`),
    encodePacket('deepen 1\n'),
    Buffer.from(FLUSH),
    encodePacket('done\n'),
  ]);
}

/**
 * The objects by their ids; `undefined` when the host sends none, not all, or
 * too many.
 *
 * @param most - `bytes` that they may unpack to, and how many `objects` there may
 *   be: each takes memory of its own, however small it is
 * @internal
 */
export function decodeGitShallow(
  answer: Buffer,
  most: { readonly bytes: number; readonly objects: number },
): ReadonlyMap<string, GitObject> | undefined {
  let at = 0;
  while (at < answer.length && !isPack(answer, at)) {
    const length = parseInt(answer.toString('latin1', at, at + HEAD), 16);
    if (Number.isNaN(length)) {
      return undefined;
    }
    at += Math.max(length, HEAD);
  }
  try {
    const pack = answer.subarray(at);
    return pack.length && pack.readUInt32BE(COUNT) <= most.objects
      ? decodePack(pack, most.bytes)
      : undefined;
  } catch {
    return undefined;
  }
}

function isPack(answer: Buffer, at: number): boolean {
  return answer.toString('latin1', at, at + PACK.length) === PACK;
}
