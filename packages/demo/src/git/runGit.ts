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
import { devNull } from 'node:os';
import { buffer, text } from 'node:stream/consumers';
import { GitError } from './GitError';

/** @internal */
export interface GitRun {
  readonly input?: Buffer | string;
  /** An index file of its own, for a command that needs one. */
  readonly index?: string;
}

/**
 * Runs one git command in a bare repository, without the settings of whoever
 * runs the demo.
 *
 * @returns what it writes to stdout
 * @throws GitError for an exit code other than 0
 * @internal
 */
export async function runGit(
  folder: string,
  args: readonly string[],
  { input = '', index }: GitRun = {},
): Promise<Buffer> {
  const child = spawn('git', ['--git-dir=.', ...args], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      LC_ALL: 'C',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: devNull,
      GIT_LITERAL_PATHSPECS: '1',
      GIT_TERMINAL_PROMPT: '0',
      ...(index && { GIT_INDEX_FILE: index }),
    },
    windowsHide: true,
  });
  // A command that fails early does not read its input to the end.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const [stdout, stderr, [code]] = await Promise.all([
    buffer(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  if (code !== 0) {
    throw new GitError(args[0], code, stderr.trim());
  }
  return stdout;
}
