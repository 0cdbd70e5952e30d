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
 * What `git fetch` sends by version 2 of git's protocol, to get certain objects:
 *
 *   POST {repository}.git/git-upload-pack
 *   content-type: application/x-git-upload-pack-request
 *   git-protocol: version=2
 *
 *   command=fetch LF
 *   0001
 *   no-progress
 *   deepen 1                  of commits, these alone
 *   filter blob:none          what of the objects below is left out
 *   want ID
 *   done
 *   0000
 *
 * and what comes back:
 *
 *   shallow-info LF …
 *   0001
 *   packfile LF
 *   1 pack, 2 progress, 3 error: the first byte of each packet says which
 *   0000
 *
 * https://git-scm.com/docs/gitprotocol-v2#_fetch
 */
import { GitObject } from './gitObject';
import { decodePack } from './gitPack';
import { decodePackets, DELIMITER, encodePacket, FLUSH } from './gitPackets';

/** @internal */
export interface GitFetch {
  /** Ids of objects. */
  readonly wants: readonly string[];
  /**
   * What comes with them: `blob:none` brings the folders of a commit without the
   * files in them, `tree:0` nothing.
   */
  readonly filter: 'blob:none' | 'tree:0';
}

/** @internal */
export const GIT_FETCH = 'application/x-git-upload-pack-request';

const PACKFILE = Buffer.from('packfile\n');
const PACK = 1;
const ERROR = 3;

/** @internal */
export function encodeGitFetch({ wants, filter }: GitFetch): Uint8Array {
  return Buffer.concat([
    encodePacket('command=fetch\n'),
    Buffer.from(DELIMITER),
    encodePacket('no-progress\n'),
    ...(filter === 'blob:none' ? [encodePacket('deepen 1\n')] : []),
    encodePacket(`filter ${filter}\n`),
    ...wants.map(id => encodePacket(`want ${id}\n`)),
    encodePacket('done\n'),
    Buffer.from(FLUSH),
  ]);
}

/** The objects by their ids, or why the host sends none. @internal */
export function decodeGitFetch(
  answer: Buffer,
): ReadonlyMap<string, GitObject> | { readonly refusal: string } {
  const packets = decodePackets(answer);
  const begin = packets.findIndex(text => text.equals(PACKFILE));
  const [first] = packets;
  if (begin === -1) {
    return { refusal: first?.toString().trim() ?? 'no pack' };
  }
  const sent = packets.slice(begin + 1);
  const error = sent.find(([band]) => band === ERROR);
  return error
    ? { refusal: error.subarray(1).toString().trim() }
    : decodePack(
        Buffer.concat(
          sent
            .filter(([band]) => band === PACK)
            .map(packet => packet.subarray(1)),
        ),
      );
}
