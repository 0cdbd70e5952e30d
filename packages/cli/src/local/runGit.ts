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

/** A listing of a hundred thousand files fits. */
const mostOutput = 64 * 1024 * 1024;

/**
 * What git prints; nothing where it fails, as outside of a working tree, for a
 * revision that does not exist, or where there is no git.
 */
export async function runGit(
  folder: string,
  ...args: readonly string[]
): Promise<string | undefined> {
  try {
    const { stdout } = await execute(
      'git',
      // A hook of the repository has no part in reading it.
      ['-C', folder, '--literal-pathspecs', '-c', 'core.fsmonitor=', ...args],
      { env: { ...process.env, LC_ALL: 'C' }, maxBuffer: mostOutput },
    );
    return stdout;
  } catch {
    return undefined;
  }
}
