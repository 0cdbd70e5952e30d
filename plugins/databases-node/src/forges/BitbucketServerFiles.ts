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
    /** By the ids of their blobs. */
    readonly texts: Map<string, string>;
  };

  constructor(api: BitbucketServerApi) {
    this.#api = api;
  }

  /** The folders of a commit; those of one commit are remembered. */
  at(commit: string): Promise<GitSnapshot> {
    if (this.#known?.commit !== commit) {
      const snapshot = this.#read(commit);
      this.#known = { commit, snapshot, texts: new Map() };
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
    const texts =
      this.#known?.commit === commit ? this.#known.texts : undefined;
    const read = await this.#readTexts(commit, snapshot, {
      ids: paths.flatMap(path => snapshot.fileId(path) ?? []),
      known: texts ?? new Map(),
    });
    return new Map(
      paths.map(path => {
        const id = snapshot.fileId(path);
        return [path, id && read.get(id)];
      }),
    );
  }

  /** @param wanted.known - what was read before, to which what is read now is added */
  async #readTexts(
    commit: string,
    snapshot: GitSnapshot,
    wanted: {
      readonly ids: readonly string[];
      readonly known: Map<string, string>;
    },
  ): Promise<ReadonlyMap<string, string>> {
    const { ids, known } = wanted;
    if (ids.every(id => known.has(id))) {
      return known;
    }
    const likely = likelyFiles(snapshot.files('', FEW) ?? []);
    const all = [
      ...ids,
      ...likely.flatMap(path => snapshot.fileId(path) ?? []),
    ];
    const wants = [...new Set(all)].filter(id => !known.has(id));
    const blobs = await this.#api.fetch(
      `read ${wants.length} files at ${commit}`,
      { wants, filter: 'tree:0' },
    );
    for (const id of wants) {
      known.set(id, blobs.get(id)!.content.toString('utf8'));
    }
    return known;
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
