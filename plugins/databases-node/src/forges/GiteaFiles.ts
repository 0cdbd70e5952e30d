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
import { GiteaApi } from './GiteaApi';

interface Contents {
  readonly path: string;
  readonly type: string;
  readonly size: number;
  /** Base64; null for what is no file, and for files over the host's limit. */
  readonly content: string | null;
}

/**
 * Gitea answers for at most 30 files at a time, and the paths travel in the
 * address, which gateways cut at 8 kB.
 */
const MOST_FILES = 30;
const LONGEST_QUERY = 4_000;

/**
 * Reads files at commits, many with one request where the host can do that
 * (Gitea 1.25), else one by one.
 *
 * @internal
 */
export class GiteaFiles {
  readonly #api: GiteaApi;
  #oneByOne = false;

  constructor(api: GiteaApi) {
    this.#api = api;
  }

  async readFiles(
    commit: string,
    paths: readonly string[],
  ): Promise<ReadonlyMap<string, string | undefined>> {
    const batches = batchesOf([...new Set(paths)]);
    const read = await Promise.all(
      batches.map(batch => this.#readBatch(commit, batch)),
    );
    return new Map(read.flat());
  }

  async #readBatch(
    commit: string,
    paths: readonly string[],
  ): Promise<readonly (readonly [string, string | undefined])[]> {
    if (this.#oneByOne) {
      return this.#readEach(commit, paths);
    }
    // A POST would do without the long address, but demands a token that may write.
    const answer = await this.#api.send({
      purpose: `read ${paths.length} files at ${commit}`,
      method: 'GET',
      path: ['file-contents'],
      query: { ref: commit, body: JSON.stringify({ files: paths }) },
      accept: [404, 405],
    });
    if (answer.status !== 200) {
      this.#oneByOne = true;
      return this.#readEach(commit, paths);
    }
    const contents = answer.body as readonly (Contents | null)[];
    const read = contents.map(
      (file, index) => [paths[index], this.#text(paths[index], file)] as const,
    );
    // An answer that would be too large, or of too many files, stops early.
    if (read.length === 0) {
      return this.#readEach(commit, paths);
    }
    const rest = paths.slice(read.length);
    return rest.length
      ? [...read, ...(await this.#readBatch(commit, rest))]
      : read;
  }

  #readEach(commit: string, paths: readonly string[]) {
    return Promise.all(
      paths.map(async path => {
        const file = await this.#api.get<Contents | readonly Contents[]>(
          `read ${path} at ${commit}`,
          ['contents', ...path.split('/')],
          { ref: commit },
        );
        return [path, this.#text(path, file)] as const;
      }),
    );
  }

  #text(
    path: string,
    file: Contents | readonly Contents[] | null | undefined,
  ): string | undefined {
    // A folder answers with a list when it is asked for alone.
    if (!file || !('type' in file) || file.type !== 'file') {
      return undefined;
    }
    if (file.content === null) {
      throw new NotImplementedError(
        `${this.#api.attempt({ purpose: `read ${path}` })}: with ${file.size} bytes it is larger than the host hands out. Raise DEFAULT_MAX_BLOB_SIZE in the host's [api] settings, or make the file smaller`,
      );
    }
    return Buffer.from(file.content, 'base64').toString('utf8');
  }
}

function batchesOf(paths: readonly string[]): readonly (readonly string[])[] {
  const batches: string[][] = [];
  let length = Infinity;
  for (const path of paths) {
    const cost = encodeURIComponent(path).length + 10;
    if (
      length + cost > LONGEST_QUERY ||
      batches.at(-1)!.length === MOST_FILES
    ) {
      batches.push([]);
      length = 0;
    }
    batches.at(-1)!.push(path);
    length += cost;
  }
  return batches;
}
