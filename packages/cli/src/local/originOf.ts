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
import { basename, resolve } from 'node:path';
import { promisify } from 'node:util';
import { RepositoryRole } from '@basewell/plugin-databases-common';

const execute = promisify(execFile);

/**
 * Address and branch of a working tree, as its git remote `origin` tells them.
 * A folder without one gets a made-up address, which only shows where no
 * Application in the repository says a better one.
 */
export async function originOf(
  folder: string,
  role: RepositoryRole,
): Promise<{ readonly repoUrl: string; readonly branch: string }> {
  const [origin, branch] = await Promise.all([
    git(folder, ['remote', 'get-url', 'origin']),
    git(folder, ['symbolic-ref', '--short', 'HEAD']),
  ]);
  const repo = basename(resolve(folder)).replace(/[^\w.-]/g, '-') || role;
  return {
    repoUrl: webAddress(origin) ?? `git.example.test?owner=local&repo=${repo}`,
    branch: branch ?? 'main',
  };
}

/** `git@host:owner/repo.git`, `ssh://git@host/owner/repo` and `https://…` alike. */
function webAddress(origin: string | undefined): string | undefined {
  const match =
    /^(?:\w+:\/\/)?(?:[^@/]*@)?([\w.-]+(?::\d+)?)[:/]((?:[\w.-]+\/)+[\w.-]+?)(?:\.git)?\/?$/.exec(
      origin ?? '',
    );
  return match ? `https://${match[1]}/${match[2]}` : undefined;
}

async function git(
  folder: string,
  args: readonly string[],
): Promise<string | undefined> {
  try {
    const { stdout } = await execute('git', ['-C', folder, ...args]);
    return stdout.trim() || undefined;
  } catch {
    return undefined;
  }
}
