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

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SKIPPED = new Set(['node_modules', 'dist', 'dist-types', 'coverage']);

/**
 * One hash over all files below some folders: what was built from them is
 * current as long as it stays the same.
 *
 * @param {string} root
 * @param {readonly string[]} paths folders and files, relative to the root
 */
export function sourceStamp(root, paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(each => filesBelow(root, each)).sort()) {
    hash.update(`\0${path}\0`);
    hash.update(readFileSync(join(root, path)));
  }
  return hash.digest('hex');
}

function filesBelow(root, path) {
  let entries;
  try {
    entries = readdirSync(join(root, path), { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOTDIR') {
      return [path];
    }
    throw error;
  }
  return entries
    .filter(entry => !SKIPPED.has(entry.name))
    .flatMap(entry =>
      entry.isDirectory()
        ? filesBelow(root, `${path}/${entry.name}`)
        : [`${path}/${entry.name}`],
    );
}
