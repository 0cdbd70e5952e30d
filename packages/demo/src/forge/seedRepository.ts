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

import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { NewFile } from '../git/importCommit';
import { DemoRepository } from './DemoRepository';

/** Older than what the example estate has made of it. */
const AGE_MS = 60 * 86_400_000;
const FIRST_COMMIT = {
  message: 'Start from the example',
  author: { name: 'Grace', email: 'grace@example.test' },
};

/** Makes the files of some folders the first commit of a repository. @internal */
export async function seedRepository(
  { git, defaultBranch }: DemoRepository,
  folders: readonly string[],
): Promise<void> {
  const files = new Map<string, NewFile>();
  for (const folder of folders) {
    const entries = await readdir(folder, {
      recursive: true,
      withFileTypes: true,
    });
    for (const entry of entries.filter(candidate => candidate.isFile())) {
      const file = join(entry.parentPath, entry.name);
      const { mode } = await stat(file);
      files.set(relative(folder, file).split(sep).join('/'), {
        // eslint-disable-next-line no-bitwise -- permissions are bits
        mode: mode & 0o100 ? '100755' : '100644',
        content: await readFile(file),
      });
    }
  }
  const { message, author } = FIRST_COMMIT;
  const commit = await git.import({
    message,
    author: { ...author, at: new Date(Date.now() - AGE_MS) },
    files,
  });
  await git.move(`refs/heads/${defaultBranch}`, commit);
}
