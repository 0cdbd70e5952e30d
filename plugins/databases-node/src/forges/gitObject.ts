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
 * The objects of git; the id of one is the SHA-1 of
 *
 *   TYPE SP length-in-bytes NUL content
 *
 * A tree is for each name in it
 *
 *   MODE SP name NUL 20 bytes of its id
 *
 * in the order of the bytes of the names, a folder's ending in a slash. A commit is
 *
 *   tree ID LF
 *   parent ID LF
 *   author NAME SP <EMAIL> SP seconds-since-1970 SP +0000 LF
 *   committer … LF
 *   LF
 *   message
 *
 * https://git-scm.com/book/en/v2/Git-Internals-Git-Objects
 */
import { createHash } from 'node:crypto';

/** @internal */
export interface GitObject {
  readonly type: 'commit' | 'tree' | 'blob';
  readonly content: Buffer;
}

/** @internal */
export interface GitTreeEntry {
  readonly name: string;
  /** As git has it: `100644`, `40000` for a folder. */
  readonly mode: string;
  readonly id: string;
}

/** @internal */
export const FOLDER = '40000';

const ID_BYTES = 20;

/** @internal */
export function gitObjectId({ type, content }: GitObject): string {
  return createHash('sha1')
    .update(`${type} ${content.length}\0`)
    .update(content)
    .digest('hex');
}

/** Names hold bytes, one for each character: nobody says that they are UTF-8. @internal */
export function decodeTree(content: Buffer): readonly GitTreeEntry[] {
  const entries: GitTreeEntry[] = [];
  for (let at = 0; at < content.length;) {
    const space = content.indexOf(' ', at);
    const end = content.indexOf('\0', space);
    entries.push({
      mode: content.toString('latin1', at, space),
      name: content.toString('latin1', space + 1, end),
      id: content.toString('hex', end + 1, end + 1 + ID_BYTES),
    });
    at = end + 1 + ID_BYTES;
  }
  return entries;
}

/** @internal */
export function encodeTree(entries: readonly GitTreeEntry[]): Buffer {
  const keyed = entries.map(entry => ({
    entry,
    key: Buffer.from(
      entry.mode === FOLDER ? `${entry.name}/` : entry.name,
      'latin1',
    ),
  }));
  keyed.sort((a, b) => Buffer.compare(a.key, b.key));
  return Buffer.concat(
    keyed.flatMap(({ entry: { mode, name, id } }) => [
      Buffer.from(`${mode} ${name}\0`, 'latin1'),
      Buffer.from(id, 'hex'),
    ]),
  );
}

/** @internal */
export function encodeCommit(commit: {
  readonly tree: string;
  readonly parent: string;
  readonly author: { readonly name: string; readonly email: string };
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly message: string;
}): Buffer {
  const { tree, parent, author, at, message } = commit;
  const by = `${author.name} <${author.email}> ${Math.floor(at / 1000)} +0000`;
  return Buffer.from(
    `tree ${tree}\nparent ${parent}\nauthor ${by}\ncommitter ${by}\n\n${message}\n`,
  );
}

/** Id of a commit's tree. @internal */
export function treeOf(commit: Buffer): string {
  return commit.toString('latin1', 'tree '.length, 'tree '.length + 40);
}
