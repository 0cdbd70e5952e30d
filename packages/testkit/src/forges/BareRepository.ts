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
import { mkdir, readFile } from 'node:fs/promises';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { BareCommit, GitObjects } from './GitObjects';

export type { BareCommit, BareEntry, TreeChange } from './GitObjects';

const NOTHING = '0'.repeat(40);

/** A bare repository on disk: what moves and merges is left to git. @internal */
export class BareRepository extends GitObjects {
  readonly folder: string;

  constructor(folder: string) {
    super(folder);
    this.folder = folder;
  }

  async create(branch: string): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    await this.#git([
      'init',
      '--quiet',
      '--bare',
      `--initial-branch=${branch}`,
    ]);
  }

  /** Commit of a branch. */
  head(branch: string): Promise<string | undefined> {
    return this.find(`refs/heads/${branch}`);
  }

  /** Commits by the names of the refs that begin so, in the order of their bytes. */
  async refs(prefix: string): Promise<ReadonlyMap<string, string>> {
    const format = '--format=%(objectname) %(refname)';
    const listed = await this.#git(['for-each-ref', format]);
    return new Map(
      listed
        .split('\n')
        .map(line => [line.slice(41), line.slice(0, 40)] as const)
        .filter(([name]) => name && name.startsWith(prefix)),
    );
  }

  /** A ref is a file of its own, until git packs it; asking git takes far longer. */
  async find(ref: string): Promise<string | undefined> {
    const own = ref.includes('..')
      ? undefined
      : await readFile(join(this.folder, ref), 'utf8').catch(() => undefined);
    const asked = ['show-ref', '--verify', '--hash', '--', ref];
    return (own ?? (await this.#ask(asked)))?.trim();
  }

  /** The commit that an id, its beginning or a branch stands for. */
  async resolve(name: string): Promise<string | undefined> {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options'];
    return (await this.#ask([...args, `${name}^{commit}`]))?.trim();
  }

  /** Whether git would take it for a ref. */
  async isRefName(ref: string): Promise<boolean> {
    return (await this.#ask(['check-ref-format', ref])) !== undefined;
  }

  /**
   * Moves, creates or deletes a ref in one step.
   *
   * @param to - left out to delete
   * @param expected - where it is now; left out for one that is not there
   * @returns whether it was there
   */
  async move(ref: string, to?: string, expected?: string): Promise<boolean> {
    const args = ['update-ref', ref, to ?? NOTHING, expected ?? NOTHING];
    return (await this.#ask(args)) !== undefined;
  }

  /** Merges two commits; the id of the tree, `undefined` when they contradict each other. */
  async mergedTree(base: string, head: string): Promise<string | undefined> {
    const merged = await this.#ask(['merge-tree', '--write-tree', base, head]);
    return merged?.split('\n')[0];
  }

  async isAncestor(ancestor: string, of: string): Promise<boolean> {
    const args = ['merge-base', '--is-ancestor', ancestor, of];
    return (await this.#ask(args)) !== undefined;
  }

  /** Commits reachable from one that changed a path, newest first. */
  async history(
    from: string,
    path: string | undefined,
    limit: number,
    { follow = false }: { readonly follow?: boolean } = {},
  ): Promise<readonly BareCommit[]> {
    const listed = await this.#git([
      ...['log', '--format=%H', `--max-count=${limit}`],
      ...(follow ? ['--follow'] : []),
      from,
      ...(path ? ['--', path] : []),
    ]);
    return Promise.all(
      listed
        .split('\n')
        .filter(Boolean)
        .map(id => this.commit(id)),
    );
  }

  /** Takes what `git push` sends; what it is told. */
  receivePack(request: Buffer): Promise<Buffer> {
    const args = ['receive-pack', '--stateless-rpc', '.'];
    return runGit(this.folder, args, { input: request });
  }

  async #git(args: readonly string[], run?: GitRun): Promise<string> {
    return (await runGit(this.folder, args, run)).toString('utf8');
  }

  /** `undefined` when git says no. */
  #ask(args: readonly string[]): Promise<string | undefined> {
    return this.#git(args).catch(() => undefined);
  }
}

interface GitRun {
  readonly input?: Buffer | string;
}

async function runGit(
  folder: string,
  args: readonly string[],
  { input = '' }: GitRun = {},
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
    throw new Error(`git ${args[0]} ended with ${code}: ${stderr.trim()}`);
  }
  return stdout;
}
