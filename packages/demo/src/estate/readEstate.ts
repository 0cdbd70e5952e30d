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
import { EstateDocument, parseEstateFile } from './EstateDocument';

/** Documents by Kubernetes cluster. @internal */
export type Estate = ReadonlyMap<string, readonly EstateDocument[]>;

/**
 * Reads `<folder>/<kubernetes cluster>/*.yaml`.
 *
 * @throws InputError when a file is not as it should be
 * @internal
 */
export async function readEstate(folder: string): Promise<Estate> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  return new Map(
    await Promise.all(
      names.map(
        async name => [name, await readDocuments(join(folder, name))] as const,
      ),
    ),
  );
}

async function readDocuments(
  folder: string,
): Promise<readonly EstateDocument[]> {
  const files = (await readdir(folder)).filter(name => name.endsWith('.yaml'));
  const documents = await Promise.all(
    files.sort().map(async name => {
      const path = join(folder, name);
      return parseEstateFile(path, await readFile(path, 'utf8'));
    }),
  );
  return documents.flat();
}
