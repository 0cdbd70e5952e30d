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

import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/**
 * All files below a folder, by their path with slashes: what
 * `GiteaServer.createRepository` takes. `.git` and `node_modules` are left out.
 *
 * @public
 */
export async function readFolder(
  folder: string,
): Promise<Readonly<Record<string, Uint8Array>>> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  const paths = entries
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
    .filter(path => !/(^|[\\/])(\.git|node_modules)[\\/]/.test(path))
    .sort();
  return Object.fromEntries(
    await Promise.all(
      paths.map(async path => [
        path.split(sep).join('/'),
        await readFile(join(folder, path)),
      ]),
    ),
  );
}
