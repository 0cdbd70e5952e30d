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

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/**
 * Which of these files differ from the last commit, new ones included. A folder
 * that is no git working tree has no such files.
 */
export async function uncommittedFiles(
  folder: string,
  paths: readonly string[],
): Promise<readonly string[]> {
  if (!paths.length) {
    return [];
  }
  try {
    const { stdout } = await execute(
      'git',
      [
        ...['-C', folder, '--literal-pathspecs', 'status', '--porcelain=v1'],
        ...['-z', '--untracked-files=all', '--no-renames', '--', ...paths],
      ],
      // Its words are compared below, and git translates them.
      { env: { ...process.env, LC_ALL: 'C' } },
    );
    return stdout
      .split('\0')
      .filter(Boolean)
      .map(entry => entry.slice(3));
  } catch (error) {
    if (/not a git repository/.test(String((error as any).stderr))) {
      return [];
    }
    throw error;
  }
}
