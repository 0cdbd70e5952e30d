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
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';

/** @internal */
export interface BareEntry {
  /** From the root of the repository. */
  readonly path: string;
  /** Such as `100644`; `120000` is a symbolic link. */
  readonly mode: string;
  readonly type: 'blob' | 'tree' | 'commit';
  readonly id: string;
}

/** @internal */
export interface BareCommit {
  readonly id: string;
  readonly tree: string;
  readonly parents: readonly string[];
  /** ISO instant of the committer. */
  readonly at: string;
  readonly message: string;
}

/** @internal */
export interface TreeChange {
  readonly path: string;
  readonly mode: string;
  /** Blob; `undefined` takes the path away. */
  readonly id: string | undefined;
}

const NOTHING = '0'.repeat(40);

/** A bare repository on disk, by the git of this machine. @internal */
export class BareRepository {
  readonly folder: string;
  /** What a commit holds does not change. */
  readonly #trees = new Map<string, ReadonlyMap<string, BareEntry>>();
  /** Nor does an object its kind. */
  readonly #types = new Map<string, string>();

  constructor(folder: string) {
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

  /** A ref is a file of its own, until git packs it; asking git takes far longer. */
  async find(ref: string): Promise<string | undefined> {
    const own = ref.includes('..')
      ? undefined
      : await readFile(join(this.folder, ref), 'utf8').catch(() => undefined);
    const asked = ['show-ref', '--verify', '--hash', '--', ref];
    return (own ?? (await this.#ask(asked)))?.trim();
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

  /** Kind of an object; `undefined` when there is none. */
  async typeOf(id: string): Promise<string | undefined> {
    let type = this.#types.get(id);
    if (!type && /^[0-9a-f]{40}$/.test(id)) {
      type = (await this.#ask(['cat-file', '-t', id]))?.trim();
    }
    if (type) {
      this.#types.set(id, type);
    }
    return type;
  }

  async commit(id: string): Promise<BareCommit> {
    const format = '--format=%T%n%P%n%cI%n%B';
    const shown = await this.#git(['show', '-s', format, id]);
    const [tree, parents, at, ...message] = shown.split('\n');
    return {
      id,
      tree,
      parents: parents.split(' ').filter(Boolean),
      at: new Date(at).toISOString(),
      message: message.join('\n').trim(),
    };
  }

  /** Everything in a commit or tree by path, in git's order. */
  async entries(treeish: string): Promise<ReadonlyMap<string, BareEntry>> {
    let entries = this.#trees.get(treeish);
    if (!entries) {
      const listed = await this.#git(['ls-tree', '-r', '-t', '-z', treeish]);
      entries = new Map(
        listed
          .split('\0')
          .filter(Boolean)
          .map(parseEntry)
          .map(entry => [entry.path, entry]),
      );
      this.#trees.set(treeish, entries);
    }
    return entries;
  }

  blob(id: string): Promise<Buffer> {
    return runGit(this.folder, ['cat-file', 'blob', id]);
  }

  async writeBlob(content: Buffer): Promise<string> {
    const args = ['hash-object', '-w', '--stdin'];
    return (await this.#git(args, { input: content })).trim();
  }

  /** The tree with these changes; an empty one is begun without `base`. */
  async writeTree(
    base: string | undefined,
    changes: readonly TreeChange[],
  ): Promise<string> {
    const index = join(this.folder, `index-${randomUUID()}`);
    try {
      if (base) {
        await this.#git(['read-tree', base], { index });
      }
      const input = changes
        .map(({ path, mode, id }) =>
          id ? `${mode} ${id}\t${path}\0` : `0 ${NOTHING}\t${path}\0`,
        )
        .join('');
      const update = ['update-index', '-z', '--index-info'];
      await this.#git(update, { index, input });
      return (await this.#git(['write-tree'], { index })).trim();
    } finally {
      await rm(index, { force: true });
    }
  }

  /** Makes a commit that no ref points at yet; its id. */
  async writeCommit(commit: {
    readonly tree: string;
    readonly parents: readonly string[];
    readonly message: string;
    readonly author: string;
  }): Promise<string> {
    const { tree, parents, message, author } = commit;
    const args = ['commit-tree', tree, ...parents.flatMap(id => ['-p', id])];
    return (await this.#git(args, { input: message, author })).trim();
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
  readonly index?: string;
  readonly author?: string;
}

async function runGit(
  folder: string,
  args: readonly string[],
  { input = '', index, author = 'Simulator' }: GitRun = {},
): Promise<Buffer> {
  const email = `${author}@example.test`;
  const child = spawn('git', ['--git-dir=.', ...args], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      LC_ALL: 'C',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: devNull,
      GIT_LITERAL_PATHSPECS: '1',
      GIT_AUTHOR_NAME: author,
      GIT_AUTHOR_EMAIL: email,
      GIT_COMMITTER_NAME: author,
      GIT_COMMITTER_EMAIL: email,
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
    throw new Error(`git ${args[0]} ended with ${code}: ${stderr.trim()}`);
  }
  return stdout;
}

/** `MODE SP TYPE SP ID TAB PATH` */
function parseEntry(line: string): BareEntry {
  const tab = line.indexOf('\t');
  const [mode, type, id] = line.slice(0, tab).split(' ');
  const path = line.slice(tab + 1);
  return { path, mode, type: type as BareEntry['type'], id };
}
