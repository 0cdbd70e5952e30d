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
import {
  chmod,
  mkdir,
  mkdtemp,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { RepositorySeed } from './ForgeConformanceHost';

const run = promisify(execFile);

/**
 * Somebody else's clone of a repository, by the git on this machine: what a
 * reviewer does, and what really is in it.
 */
export class ForgeWorkingCopy {
  readonly #url: string;
  #folder?: Promise<string>;

  private constructor(url: string) {
    this.#url = url;
  }

  /** Nothing is cloned before it is used: most tests do not. */
  static async clone(url: string): Promise<ForgeWorkingCopy> {
    return new ForgeWorkingCopy(url);
  }

  async fetch(): Promise<void> {
    await this.git(
      ...['fetch', '--quiet', '--prune', 'origin'],
      ...['+refs/heads/*:refs/remotes/origin/*'],
    );
  }

  /** Commits upon a branch, or begins one on another; the id of the commit. */
  async push(
    branch: string,
    seed: RepositorySeed,
    from: string = branch,
  ): Promise<string> {
    await this.fetch();
    const begun = await this.git('rev-parse', '-q', '--verify', remote(from))
      .then(() => true)
      .catch(() => false);
    await (begun
      ? this.git('checkout', '--quiet', '--force', '-B', 'work', remote(from))
      : this.git('checkout', '--quiet', '--orphan', 'work'));
    await this.#write(seed);
    await this.git('add', '--all');
    await this.git(
      ...['-c', 'user.name=Somebody Else'],
      ...['-c', 'user.email=somebody.else@example.test'],
      ...['commit', '--quiet', '--message', 'By somebody else'],
    );
    await this.git('push', '--quiet', 'origin', `work:refs/heads/${branch}`);
    return (await this.git('rev-parse', 'HEAD')).trim();
  }

  /** Commit ids by branch, as they are on the host now. */
  async branches(): Promise<ReadonlyMap<string, string>> {
    const lines = await this.git('ls-remote', '--heads', 'origin');
    return new Map(
      lines
        .split('\n')
        .filter(Boolean)
        .map(line => line.split('\trefs/heads/'))
        .map(([commit, branch]) => [branch, commit]),
    );
  }

  /** Bytes of a file at a commit. */
  async read(commit: string, path: string): Promise<Buffer> {
    const { stdout } = await run('git', ['show', `${commit}:${path}`], {
      cwd: await this.#clone(),
      encoding: 'buffer',
      maxBuffer: 2 ** 26,
    });
    return stdout;
  }

  async git(...args: readonly string[]): Promise<string> {
    return runGit(await this.#clone(), args);
  }

  async remove(): Promise<void> {
    if (this.#folder) {
      await rm(await this.#folder, { recursive: true, force: true });
    }
  }

  #clone(): Promise<string> {
    this.#folder ??= this.#cloneNow();
    return this.#folder;
  }

  async #cloneNow(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'basewell-copy-'));
    await runGit(folder, [
      ...['-c', 'init.defaultBranch=main'],
      ...['clone', '--quiet', '--no-checkout'],
      ...['--config', 'core.autocrlf=false', this.#url, '.'],
    ]);
    return folder;
  }

  async #write({ files = {}, executables = [], links = {} }: RepositorySeed) {
    const folder = await this.#clone();
    for (const [path, content] of Object.entries(files)) {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
      if (executables.includes(path)) {
        await chmod(file, 0o755);
      }
    }
    for (const [path, target] of Object.entries(links)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await symlink(target, join(folder, path));
    }
  }
}

function remote(branch: string): string {
  return `refs/remotes/origin/${branch}`;
}

async function runGit(cwd: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run('git', args, {
    cwd,
    maxBuffer: 2 ** 26,
    env: {
      ...process.env,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_TERMINAL_PROMPT: '0',
    },
  });
  return stdout;
}
