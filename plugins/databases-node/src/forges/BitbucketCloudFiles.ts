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
import { BitbucketCloudTrees } from './BitbucketCloudTrees';
import { foldersAbove, StandingEntry } from './findConflict';
import { ForgeFileChange } from './Forge';
import { gitBlobId } from './gitBlobId';

/**
 * Reads files at commits, each with a request of its own: the host hands out one
 * at a time. What was read is remembered by the id that git has for it, which
 * tells later whether a file is what a change was made from.
 *
 * @internal
 */
export class BitbucketCloudFiles {
  readonly #api: BitbucketCloudApi;
  readonly #trees: BitbucketCloudTrees;
  #known?: { readonly commit: string; readonly ids: Map<string, string> };

  constructor(api: BitbucketCloudApi, trees: BitbucketCloudTrees) {
    this.#api = api;
    this.#trees = trees;
  }

  async readFiles(
    commit: string,
    paths: readonly string[],
  ): Promise<ReadonlyMap<string, string | undefined>> {
    return new Map(
      await Promise.all(
        [...new Set(paths)].map(async path => {
          const entry = await this.#trees.entry(commit, path);
          const isFile = entry?.type === 'blob';
          const bytes = isFile ? await this.#read(commit, path) : undefined;
          return [path, bytes?.toString('utf8')] as const;
        }),
      ),
    );
  }

  /**
   * What stands at the paths of changes and at the folders above them. The host
   * takes whatever it is given, over a file or a folder, so this is looked at
   * before. A commit never changes, and mostly it was read to plan the change.
   */
  async standing(
    commit: string,
    changes: readonly ForgeFileChange[],
  ): Promise<ReadonlyMap<string, StandingEntry>> {
    const added = changes.filter(({ previous }) => previous === undefined);
    const above = added.flatMap(({ path }) => foldersAbove(path));
    const changed = new Set(
      changes
        .filter(({ previous }) => previous !== undefined)
        .map(({ path }) => path),
    );
    const paths = [...new Set([...changes.map(({ path }) => path), ...above])];
    const found = await Promise.all(
      paths.map(async path => {
        const type = (await this.#trees.entry(commit, path))?.type;
        const oid =
          type === 'blob' && changed.has(path)
            ? await this.#blobId(commit, path)
            : '';
        return type ? [[path, { type, oid }] as const] : [];
      }),
    );
    return new Map(found.flat());
  }

  async #blobId(commit: string, path: string): Promise<string> {
    const known = this.#known?.commit === commit ? this.#known.ids : undefined;
    if (!known?.has(path)) {
      await this.#read(commit, path);
    }
    return this.#known!.ids.get(path) ?? '';
  }

  async #read(commit: string, path: string): Promise<Buffer | undefined> {
    const answer = await this.#api.send({
      purpose: `read ${path} at ${commit}`,
      method: 'GET',
      path: ['src', commit, ...path.split('/')],
      answers: '*/*',
      accept: [404],
    });
    if (this.#known?.commit !== commit) {
      this.#known = { commit, ids: new Map() };
    }
    if (answer.status === 404) {
      return undefined;
    }
    const bytes = answer.body as Buffer;
    this.#known.ids.set(path, gitBlobId(bytes, commit));
    return bytes;
  }
}
