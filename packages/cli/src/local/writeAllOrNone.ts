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

import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UnreadableError } from '../UnreadableError';

/**
 * Writes files so that a failure leaves every one of them as it was: all are
 * written beside their places first, then moved there; when a move fails, those
 * before it are undone, and folders that were made for it are gone.
 *
 * @throws UnreadableError that names the file
 */
export async function writeAllOrNone(
  files: readonly {
    readonly folder: string;
    readonly path: string;
    readonly content: string;
  }[],
): Promise<void> {
  const staged: { temporary: string; file: string; before?: Buffer }[] = [];
  const moved: typeof staged = [];
  const folders: string[] = [];
  let current = '';
  try {
    for (const { folder, path, content } of files) {
      const file = join(folder, path);
      const temporary = `${file}.basewell-${process.pid}`;
      current = file;
      const made = await mkdir(dirname(file), { recursive: true });
      folders.push(...(made ? [made] : []));
      const before = await readFile(file).catch(() => undefined);
      staged.push({ temporary, file, before });
      await writeFile(temporary, content, { flag: 'wx' });
    }
    for (const entry of staged) {
      current = entry.file;
      await rename(entry.temporary, entry.file);
      moved.push(entry);
    }
  } catch (error) {
    for (const { file, before } of moved) {
      await (before ? writeFile(file, before) : rm(file, { force: true }));
    }
    for (const folder of folders) {
      await rm(folder, { recursive: true, force: true });
    }
    throw new UnreadableError(
      `${current} cannot be written: ${(error as Error).message}. Nothing was changed`,
    );
  } finally {
    await Promise.all(
      staged.map(({ temporary }) => rm(temporary, { force: true })),
    );
  }
}
