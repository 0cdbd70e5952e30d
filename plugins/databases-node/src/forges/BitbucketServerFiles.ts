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

import { NotImplementedError } from '@backstage/errors';
import { BitbucketServerApi } from './BitbucketServerApi';
import { StandingEntry } from './findConflict';
import { ForgeFileChange } from './Forge';
import { treeOf } from './gitObject';
import { GitSnapshot } from './GitSnapshot';
import { likelyFiles } from './likelyFiles';
import { standingIn } from './standingIn';

/** Names of a repository whose manifests come with the first file. */
const FEW = 500;

/**
 * Reads folders and files at commits, by git: one request brings all folders of
 * a commit, another one all files that are asked for. The API lists names without
 * telling files from links, and hands out one file at a time.
 *
 * @internal
 */
export class BitbucketServerFiles {
  readonly #api: BitbucketServerApi;
  #known?: {
    readonly commit: string;
    readonly snapshot: Promise<GitSnapshot>;
  };
  /** Manifests of a small repository, by the ids of their blobs. */
  readonly #texts = new Map<string, string>();

  constructor(api: BitbucketServerApi) {
    this.#api = api;
  }

  /** The folders of a commit; those of one commit are remembered. */
  at(commit: string): Promise<GitSnapshot> {
    if (this.#known?.commit !== commit) {
      const snapshot = this.#read(commit);
      this.#known = { commit, snapshot };
      snapshot.catch(() => {
        // A failure is not a fact about the commit: the next one may ask again.
        if (this.#known?.snapshot === snapshot) {
          this.#known = undefined;
        }
      });
    }
    return this.#known!.snapshot;
  }

  /** @throws NotImplementedError when there are too many names */
  async listFiles(commit: string, folder: string): Promise<readonly string[]> {
    const files = (await this.at(commit)).files(folder);
    if (!files) {
      throw new NotImplementedError(
        `${this.#api.attempt({ purpose: `list all of ${folder || '/'}` })}: there are too many names. Look into a folder of it`,
      );
    }
    return files;
  }

  async readFiles(
    commit: string,
    paths: readonly string[],
  ): Promise<ReadonlyMap<string, string | undefined>> {
    if (!paths.length) {
      return new Map();
    }
    const snapshot = await this.at(commit);
    const ids = paths.map(path => [path, snapshot.fileId(path)] as const);
    const read = await this.#readTexts(
      commit,
      snapshot,
      ids.flatMap(([, id]) => id ?? []),
    );
    return new Map(ids.map(([path, id]) => [path, id && read.get(id)]));
  }

  async #readTexts(
    commit: string,
    snapshot: GitSnapshot,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    if (ids.every(id => this.#texts.has(id))) {
      return this.#texts;
    }
    const likely = likelyFiles(snapshot.files('', FEW) ?? []).flatMap(
      path => snapshot.fileId(path) ?? [],
    );
    const wants = [...new Set([...ids, ...likely])].filter(
      id => !this.#texts.has(id),
    );
    const blobs = await this.#api.fetch(
      `read ${wants.length} files at ${commit}`,
      { wants, filter: 'tree:0' },
    );
    const read = new Map(this.#texts);
    for (const id of wants) {
      read.set(id, blobs.get(id)!.content.toString('utf8'));
    }
    likely.forEach(id => this.#texts.set(id, read.get(id)!));
    return read;
  }

  /** What stands at the paths of changes and at the folders above them. */
  async standing(
    commit: string,
    changes: readonly ForgeFileChange[],
  ): Promise<ReadonlyMap<string, StandingEntry>> {
    return standingIn(await this.at(commit), changes);
  }

  async #read(commit: string): Promise<GitSnapshot> {
    const objects = await this.#api.fetch(`list the folders at ${commit}`, {
      ...{ wants: [commit], filter: 'blob:none' },
    });
    return new GitSnapshot(treeOf(objects.get(commit)!.content), objects);
  }
}
