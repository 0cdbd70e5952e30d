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
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { binaries } from '@basewell/testkit';

const run = promisify(execFile);

/** Key pairs made for these tests. They protect nothing. */
const identity =
  'AGE-SECRET-KEY-1J79R5UMVT7WAEQPRJN7L85UD845KVJ5HEFM9JXVP0463UCGGTNQQ4NNL5X';

export const recipients = {
  alice: 'age10a6hnmuyyjgyxfytjhty7g8qhn8qclde082muz0v40uvjamjggvs6um43p',
  bob: 'age1278xem30puvrqfzmy0ev9kpje2pgcrfjvmky6nrsc432jedylq2q0azqjw',
};

/** A person's clone of a repository, with git and the real sops. */
export class GitopsCopy {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** @param url - with a token */
  static async of(url: string): Promise<GitopsCopy> {
    const copy = new GitopsCopy(await mkdtemp(join(tmpdir(), 'basewell-git-')));
    await copy.git('init', '--quiet', '--initial-branch=main');
    await copy.git('remote', 'add', 'origin', url);
    return copy;
  }

  async write(files: { readonly [path: string]: string }): Promise<void> {
    for (const [path, text] of Object.entries(files)) {
      const file = join(this.#folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  }

  async edit(path: string, change: (text: string) => string): Promise<void> {
    const file = join(this.#folder, path);
    await writeFile(file, change(await readFile(file, 'utf8')));
  }

  async sops(...args: readonly string[]): Promise<void> {
    await run(binaries.sops, args, {
      cwd: this.#folder,
      env: { HOME: this.#folder, SOPS_AGE_KEY: identity },
    });
  }

  /** Commits everything as of a day of November 2026; the id of the commit. */
  async commit(day: number): Promise<string> {
    await this.git('add', '--all');
    await this.#git(['commit', '--quiet', '--message', `Day ${day}`], {
      GIT_COMMITTER_DATE: dayOf(day),
    });
    return (await this.git('rev-parse', 'HEAD')).trim();
  }

  async push(): Promise<void> {
    await this.git('push', '--quiet', 'origin', 'main');
  }

  git(...args: readonly string[]): Promise<string> {
    return this.#git(args, {});
  }

  async #git(
    args: readonly string[],
    environment: { readonly [name: string]: string },
  ): Promise<string> {
    const who = 'somebody@example.test';
    const { stdout } = await run('git', args, {
      cwd: this.#folder,
      env: {
        PATH: process.env.PATH,
        HOME: this.#folder,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_TERMINAL_PROMPT: '0',
        GIT_AUTHOR_NAME: who,
        GIT_AUTHOR_EMAIL: who,
        GIT_COMMITTER_NAME: who,
        GIT_COMMITTER_EMAIL: who,
        ...environment,
      },
    });
    return stdout;
  }

  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** A day of November 2026 as a UTC ISO instant. */
export function dayOf(day: number): string {
  return `2026-11-${String(day).padStart(2, '0')}T12:00:00.000Z`;
}
