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

import { BitbucketCloudApi } from './BitbucketCloudApi';
import { BitbucketCloudBranches } from './BitbucketCloudBranches';
import { BitbucketCloudFiles } from './BitbucketCloudFiles';
import { BitbucketCloudTrees } from './BitbucketCloudTrees';
import { StandingEntry } from './findConflict';
import { ForgeFileChange } from './Forge';
import { GitContents } from './GitContents';
import { standingIn } from './standingIn';

/** Bytes that a repository takes, with its history, whose commits come whole. */
const SMALL = 10_000_000;
/** The head of the base branch, and that of a request's. */
const MOST_COMMITS = 2;
const EXECUTABLE = '100755';

/**
 * What commits hold. The API hands out one file at a time, and the names of a
 * folder a hundred at a time; git hands out the whole head of a branch at once,
 * and nothing less. So a small repository is read by git, with one request
 * however many files it has, and a large one by the API, where memory does not
 * grow with it. So is one whose git cannot be reached.
 *
 * @internal
 */
export class BitbucketCloudContents {
  readonly #api: BitbucketCloudApi;
  readonly #branches: BitbucketCloudBranches;
  readonly #trees: BitbucketCloudTrees;
  readonly #files: BitbucketCloudFiles;
  /** The last ones that were asked for, by their ids. */
  readonly #known = new Map<string, Promise<GitContents | undefined>>();

  constructor(api: BitbucketCloudApi, branches: BitbucketCloudBranches) {
    this.#api = api;
    this.#branches = branches;
    this.#trees = new BitbucketCloudTrees(api);
    this.#files = new BitbucketCloudFiles(api, this.#trees);
  }

  async listFolder(
    commit: string,
    folder: string,
  ): Promise<readonly string[] | undefined> {
    const whole = await this.#at(commit);
    return whole
      ? whole.snapshot.names(folder)
      : this.#trees.listFolder(commit, folder);
  }

  async listFiles(commit: string, folder: string): Promise<readonly string[]> {
    const listed = (await this.#at(commit))?.snapshot.files(folder);
    return listed ?? this.#trees.listFiles(commit, folder);
  }

  async readFiles(
    commit: string,
    paths: readonly string[],
  ): Promise<ReadonlyMap<string, string | undefined>> {
    const whole = paths.length ? await this.#at(commit) : undefined;
    return whole ? whole.read(paths) : this.#files.readFiles(commit, paths);
  }

  /** What stands at the paths of changes and at the folders above them. */
  async standing(
    commit: string,
    changes: readonly ForgeFileChange[],
  ): Promise<ReadonlyMap<string, StandingEntry>> {
    const whole = await this.#at(commit);
    return whole
      ? standingIn(whole.snapshot, changes)
      : this.#files.standing(commit, changes);
  }

  async isExecutable(commit: string, path: string): Promise<boolean> {
    const whole = await this.#at(commit);
    return whole
      ? whole.snapshot.entry(path)?.mode === EXECUTABLE
      : ((await this.#trees.entry(commit, path))?.executable ?? false);
  }

  /** `undefined` for a commit that is read by the API. */
  #at(commit: string): Promise<GitContents | undefined> {
    let whole = this.#known.get(commit);
    if (!whole) {
      whole = this.#read(commit);
      this.#known.set(commit, whole);
      // A failure is not a fact about the commit: the next one may ask again.
      whole.catch(() => this.#known.delete(commit));
      const [oldest] = this.#known.keys();
      if (this.#known.size > MOST_COMMITS) {
        this.#known.delete(oldest);
      }
    }
    return whole;
  }

  async #read(commit: string): Promise<GitContents | undefined> {
    // Only heads of branches are handed out.
    if (!this.#branches.isHead(commit)) {
      return undefined;
    }
    const { size } = await this.#api.facts();
    if (size === undefined || size > SMALL) {
      return undefined;
    }
    const objects = await this.#api.fetch(`read all of ${commit}`, commit);
    return objects && new GitContents(commit, objects);
  }
}
