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

import { access, mkdir } from 'node:fs/promises';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { fileDiffs, FileDiff } from './fileDiffs';
import { GitError } from './GitError';
import { importCommit, NewCommit } from './importCommit';
import { mergeCommits, NewMerge } from './mergeCommits';
import { readBlobs } from './readBlobs';
import { runGit } from './runGit';

/** @internal */
export interface GitEntry {
  /** Relative to what was listed. */
  readonly path: string;
  readonly type: 'blob' | 'tree' | 'commit';
  /** Such as `100644`; `120000` is a symbolic link. */
  readonly mode: string;
  readonly id: string;
}

/** @internal */
export interface GitCommit {
  readonly id: string;
  readonly author: string;
  /** ISO instant. */
  readonly at: string;
  readonly message: string;
}

/** Commit id by ref. @internal */
export type GitRefs = ReadonlyMap<string, string>;

const COMMIT_ID = /^[0-9a-f]{40}$/;
const NOTHING = '0'.repeat(40);

/** A bare repository on disk, by the git of this machine. @internal */
export class GitRepository {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  async exists(): Promise<boolean> {
    return access(`${this.folder}/HEAD`).then(
      () => true,
      () => false,
    );
  }

  async create(branch: string): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    await this.#git('init', '--quiet', '--bare');
    await this.#git('symbolic-ref', 'HEAD', `refs/heads/${branch}`);
  }

  /** The commit a ref points at; `undefined` when there is no such ref. */
  async find(ref: string): Promise<string | undefined> {
    const found = await this.#quietly(
      ...['show-ref', '--verify', '--hash', '--', ref],
    );
    return found?.trim();
  }

  /** Whether the id is of a commit that is here. */
  async has(commit: string): Promise<boolean> {
    return (
      COMMIT_ID.test(commit) &&
      (await this.#quietly('cat-file', '-e', `${commit}^{commit}`)) !==
        undefined
    );
  }

  /** Commit by ref, of all refs below a prefix such as `refs/heads/`. */
  async refs(...prefixes: readonly string[]): Promise<GitRefs> {
    const format = '--format=%(objectname) %(refname)';
    const lines = await this.#git('for-each-ref', format, ...prefixes);
    return new Map(
      lines
        .split('\n')
        .filter(Boolean)
        .map(line => [line.slice(41), line.slice(0, 40)]),
    );
  }

  /**
   * Moves a ref.
   *
   * @param expected - where it is now; left out for one that is not there yet
   * @throws ConflictError when it is not there
   */
  async move(ref: string, to: string, expected: string = NOTHING) {
    await this.#git('update-ref', ref, to, expected).catch(refuseLock);
  }

  async delete(ref: string, expected: string) {
    await this.#git('update-ref', '-d', ref, expected).catch(refuseLock);
  }

  /** Entries of a folder, in git's order; `undefined` when there is no such folder. */
  async list(
    commit: string,
    folder: string,
    options: { readonly recursive: boolean },
  ): Promise<readonly GitEntry[] | undefined> {
    refuseName(commit);
    const listed = await this.#quietly(
      ...['ls-tree', '-z', ...(options.recursive ? ['-r', '-t'] : [])],
      `${commit}:${folder}`,
    );
    return listed?.split('\0').filter(Boolean).map(parseEntry);
  }

  /** What stands at each path; paths where nothing does are left out. */
  async stat(
    commit: string,
    paths: readonly string[],
  ): Promise<ReadonlyMap<string, GitEntry>> {
    refuseName(commit);
    const sound = paths.filter(isSound);
    if (!sound.length) {
      return new Map();
    }
    const listed = await this.#git('ls-tree', '-z', commit, '--', ...sound);
    return new Map(
      listed
        .split('\0')
        .filter(Boolean)
        .map(parseEntry)
        .map(entry => [entry.path, entry]),
    );
  }

  /** Bytes by blob id. */
  blobs(ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    return readBlobs(this.folder, ids);
  }

  /** Commits that `head` has and `base` has not, oldest first. */
  async commitsBetween(
    base: string,
    head: string,
  ): Promise<readonly GitCommit[]> {
    const format = '--format=%H%n%an%n%aI%n%B';
    const log = await this.#git(
      ...['log', '-z', '--reverse', format, `${base}..${head}`, '--'],
    );
    return log.split('\0').filter(Boolean).map(parseCommit);
  }

  /**
   * Commits that changed a path, newest first; none when it never was there.
   * `at` is when they were committed.
   */
  async commitsOf(
    head: string,
    path: string,
    limit: number,
  ): Promise<readonly Pick<GitCommit, 'id' | 'at'>[]> {
    refuseName(head);
    if (!isSound(path)) {
      return [];
    }
    const log = await this.#git(
      ...['log', '-z', `--max-count=${limit}`, '--format=%H%n%cI', head],
      ...['--', path],
    );
    return log
      .split('\0')
      .filter(Boolean)
      .map(text => text.split('\n'))
      .map(([id, at]) => ({ id, at: new Date(at).toISOString() }));
  }

  /** What `head` changes since it left `base`. */
  async diff(base: string, head: string): Promise<readonly FileDiff[]> {
    const ancestor = await this.mergeBase(base, head);
    return fileDiffs(this.folder, ancestor ?? base, head);
  }

  async mergeBase(base: string, head: string): Promise<string | undefined> {
    return (await this.#quietly('merge-base', base, head))?.trim();
  }

  /** Makes a commit that no ref points at yet; its id. */
  import(commit: NewCommit): Promise<string> {
    return importCommit(this.folder, commit);
  }

  /** Makes a merge that no ref points at yet; `undefined` for conflicts. */
  merge(merge: NewMerge): Promise<string | undefined> {
    return mergeCommits(this.folder, merge);
  }

  async #git(...args: readonly string[]): Promise<string> {
    return (await runGit(this.folder, args)).toString('utf8');
  }

  /** `undefined` when git says no. */
  #quietly(...args: readonly string[]): Promise<string | undefined> {
    return this.#git(...args).catch(error => {
      if (error instanceof GitError) {
        return undefined;
      }
      throw error;
    });
  }
}

/** What comes from outside could be an option of git, or a branch. */
function refuseName(commit: string) {
  if (!COMMIT_ID.test(commit)) {
    throw new NotFoundError(`${JSON.stringify(commit)} is no id of a commit`);
  }
}

/** Whether a path can be in a repository at all. */
function isSound(path: string): boolean {
  return (
    !path.includes('\0') &&
    path.split('/').every(part => !['', '.', '..'].includes(part))
  );
}

/** `MODE SP TYPE SP ID TAB PATH` */
function parseEntry(line: string): GitEntry {
  const tab = line.indexOf('\t');
  const [mode, type, id] = line.slice(0, tab).split(' ');
  return {
    path: line.slice(tab + 1),
    type: type as GitEntry['type'],
    mode,
    id,
  };
}

function parseCommit(text: string): GitCommit {
  const [id, author, at, ...message] = text.split('\n');
  return {
    id,
    author,
    at: new Date(at).toISOString(),
    message: message.join('\n').trim(),
  };
}

function refuseLock(error: unknown): never {
  throw error instanceof GitError
    ? new ConflictError('The branch is not where it is expected', error)
    : error;
}
