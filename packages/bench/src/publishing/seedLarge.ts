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

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { SimulatedRepository } from '@basewell/testkit';

/**
 * Begins the default branch with these files in a pack, as a host keeps them:
 * https://git-scm.com/docs/git-fast-import
 */
export async function seedLarge(
  repository: SimulatedRepository,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  const { folder } = repository.git;
  const args = [`--git-dir=${folder}`, 'fast-import', '--quiet'];
  const child = spawn('git', args, { stdio: ['pipe', 'ignore', 'inherit'] });
  const ended = once(child, 'close');
  await pipeline(Readable.from(stream(repository, files)), child.stdin);
  const [code] = await ended;
  if (code !== 0) {
    throw new Error(`git fast-import ended with ${code}`);
  }
  const packs = join(folder, 'objects/pack');
  const sizes = await Promise.all(
    (await readdir(packs)).map(async name => stat(join(packs, name))),
  );
  // What the host says; one of the hosts is read otherwise when it is small.
  repository.size = sizes.reduce((sum, { size }) => sum + size, 0);
}

function* stream(
  { defaultBranch }: SimulatedRepository,
  files: Readonly<Record<string, string>>,
) {
  yield `commit refs/heads/${defaultBranch}\n`;
  yield `committer somebody <somebody@example.test> 1700000000 +0000\n`;
  yield data('Begin');
  for (const [path, content] of Object.entries(files)) {
    yield `M 100644 inline ${path}\n${data(content)}`;
  }
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
