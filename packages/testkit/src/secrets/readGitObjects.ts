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

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A blob, tree, commit or tag.
 *
 * @internal
 */
export interface GitObject {
  readonly id: string;
  readonly content: Buffer;
}

/**
 * Every object of the bare repository or `.git` folder at a path, also those
 * that no branch reaches any more; none when the folder is something else.
 *
 * @internal
 */
export function readGitObjects(folder: string): readonly GitObject[] {
  const isRepository = ['HEAD', 'objects', 'refs'].every(name =>
    existsSync(join(folder, name)),
  );
  if (!isRepository) {
    return [];
  }
  const output = execFileSync(
    'git',
    [
      // The server under test may own the repository as another user.
      ...['-c', 'safe.directory=*', `--git-dir=${folder}`],
      ...['cat-file', '--batch', '--batch-all-objects'],
    ],
    { maxBuffer: Infinity },
  );
  return [...parseBatch(output)];
}

/** `<id> <type> <size>\n<content>\n`, again and again: git-cat-file(1). */
function* parseBatch(output: Buffer): Generator<GitObject> {
  let offset = 0;
  while (offset < output.length) {
    const end = output.indexOf('\n', offset);
    const [id, , size] = output.toString('latin1', offset, end).split(' ');
    const next = end + 1 + Number(size);
    yield { id, content: output.subarray(end + 1, next) };
    offset = next + 1;
  }
}
