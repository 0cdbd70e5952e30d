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

import { randomUUID } from 'node:crypto';
import { GitAuthor, signature } from './GitAuthor';
import { runGit } from './runGit';

/** @internal */
export interface NewCommit {
  /** The commit it is made on; left out for the first one. */
  readonly onto?: string;
  readonly message: string;
  readonly author: GitAuthor;
  /** Bytes by path; `undefined` deletes. */
  readonly files: ReadonlyMap<string, NewFile | undefined>;
}

/** @internal */
export interface NewFile {
  readonly mode: '100644' | '100755';
  readonly content: Buffer;
}

/**
 * Makes one commit as a stream of git-fast-import(1), in one go however many
 * files it has:
 *
 * ```
 * commit REF LF mark :1 LF committer NAME <EMAIL> SECONDS ZONE LF
 * data LENGTH LF message LF from COMMIT LF
 * M MODE inline "PATH" LF data LENGTH LF bytes LF …   D "PATH" LF …
 * get-mark :1 LF done LF
 * ```
 *
 * @returns the commit's id; no branch points at it
 * @internal
 */
export async function importCommit(
  folder: string,
  { onto, message, author, files }: NewCommit,
): Promise<string> {
  // The stream has to name a ref. Ours is left alone by everything else.
  const ref = `refs/import/${randomUUID()}`;
  const input = Buffer.concat([
    Buffer.from(`commit ${ref}\nmark :1\ncommitter ${signature(author)}\n`),
    data(Buffer.from(message)),
    Buffer.from(onto ? `from ${onto}\n` : ''),
    ...[...files].flatMap(([path, file]) =>
      file
        ? [
            Buffer.from(`M ${file.mode} inline ${quote(path)}\n`),
            data(file.content),
          ]
        : [Buffer.from(`D ${quote(path)}\n`)],
    ),
    Buffer.from('\nget-mark :1\ndone\n'),
  ]);
  const args = ['fast-import', '--quiet', '--done'];
  const id = (await runGit(folder, args, { input })).toString().trim();
  await runGit(folder, ['update-ref', '-d', ref]);
  return id;
}

function data(content: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`data ${content.length}\n`),
    content,
    Buffer.from('\n'),
  ]);
}

/** As git quotes a path: only these three cannot stand for themselves. */
function quote(path: string): string {
  return `"${path.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}"`;
}
