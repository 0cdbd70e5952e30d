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

import { lstat, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UnreadableError } from '../UnreadableError';
import { CheckedTree } from './findTrees';

/** Nothing that people write by hand is larger. */
const mostBytes = 1024 * 1024;

/** The texts of a tree. */
export interface TreeTexts {
  readonly files: ReadonlyMap<string, string>;
  /** Text, but larger than anybody writes by hand, so not looked into. */
  readonly large: readonly string[];
}

/**
 * Reads what is text. Symbolic links are not followed: what they lead to is a file of
 * its own, or lies outside.
 *
 * @throws UnreadableError that names the file
 */
export async function readTree({
  root,
  paths,
}: Pick<CheckedTree, 'root' | 'paths'>): Promise<TreeTexts> {
  const files = new Map<string, string>();
  const large: string[] = [];
  for (const path of paths) {
    const file = join(root, path);
    // Git lists what is deleted and not yet committed.
    const found = await lstat(file).catch(() => undefined);
    if (found?.isFile() && found.size > mostBytes) {
      if (isText(await readStart(file))) large.push(path);
    } else if (found?.isFile()) {
      const bytes = await readFile(file).catch(error => {
        throw new UnreadableError(
          `${file} cannot be read: ${(error as Error).message}`,
        );
      });
      if (isText(bytes)) {
        files.set(path, bytes.toString('utf8'));
      }
    }
  }
  return { files, large };
}

function isText(bytes: Buffer): boolean {
  return !bytes.includes(0);
}

/** As much as git looks at to tell text from other things. */
async function readStart(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read({
      buffer: Buffer.alloc(8_000),
    });
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
