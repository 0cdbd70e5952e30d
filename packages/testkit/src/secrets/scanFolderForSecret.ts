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
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readGitObjects } from './readGitObjects';
import { readSqliteValues } from './readSqliteValues';
import { scanForSecret } from './scanForSecret';
import { SecretSighting } from './SecretSighting';

const GZIP = Buffer.from([0x1f, 0x8b]);
const SQLITE = Buffer.from('SQLite format 3\0');

/**
 * Looks for secrets in all files below a folder: their bytes, and what the
 * bytes hide — gzip, the values of SQLite databases (long ones are spread over
 * pages), and the objects of git repositories (which are deflated).
 *
 * @param secrets - label to value
 *
 * @public
 */
export async function scanFolderForSecret(
  secrets: Readonly<Record<string, string>>,
  folder: string,
): Promise<readonly SecretSighting[]> {
  const sightings: SecretSighting[] = [];
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) {
      sightings.push(...(await scanFile(secrets, path)));
    } else if (entry.isDirectory()) {
      for (const { id, content } of readGitObjects(path)) {
        sightings.push(...scanForSecret(secrets, content, `${path} ${id}`));
      }
    }
  }
  return sightings;
}

async function scanFile(
  secrets: Readonly<Record<string, string>>,
  path: string,
): Promise<readonly SecretSighting[]> {
  const content = await readFile(path);
  const sightings = [...scanForSecret(secrets, content, path)];
  if (content.subarray(0, GZIP.length).equals(GZIP)) {
    sightings.push(...scanForSecret(secrets, gunzipSync(content), path));
  }
  if (content.subarray(0, SQLITE.length).equals(SQLITE)) {
    for (const { column, value } of readSqliteValues(path)) {
      sightings.push(...scanForSecret(secrets, value, `${path} ${column}`));
    }
  }
  return sightings;
}
