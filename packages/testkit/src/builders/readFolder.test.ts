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

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFolder } from './readFolder';

it('reads a folder as paths and bytes, without .git and node_modules', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'basewell-read-'));
  for (const path of [
    'a/b/c.yaml',
    'a/.gitignore',
    '.git/HEAD',
    'a/node_modules/x',
  ]) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), Buffer.from([0xff, 0x0d, 0x0a]));
  }

  const files = await readFolder(folder);

  expect(Object.keys(files)).toEqual(['a/.gitignore', 'a/b/c.yaml']);
  expect([...files['a/b/c.yaml']]).toEqual([0xff, 0x0d, 0x0a]);
  await rm(folder, { recursive: true });
});
