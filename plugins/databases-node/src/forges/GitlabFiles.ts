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

import { GitlabApi } from './GitlabApi';
import { gitBlobId } from './gitBlobId';

/** What we read of GitLab's `RepositoryBlob`. */
interface Blob {
  readonly path: string;
  readonly oid: string;
  /** As git has it: 100644, 100755 for a program, 120000 for a link. */
  readonly mode: string;
  /** Made readable where the bytes are no UTF-8; null when it is too large. */
  readonly rawBlob?: string | null;
}

interface BlobsAnswer {
  readonly blobs: { readonly nodes: readonly Blob[] } | null;
}

/**
 * GitLab weighs questions by the number of paths, and lets 250 points pass. It
 * hands out 20 MB at once.
 */
const MOST_FILES = 50;
const LINK = '120000';

/**
 * Reads files at commits, many with one question.
 *
 * @internal
 */
export class GitlabFiles {
  readonly #api: GitlabApi;
  /** Blob ids by path at one commit; `undefined` for what is no file there. */
  #known?: {
    readonly commit: string;
    readonly ids: Map<string, string | undefined>;
  };

  constructor(api: GitlabApi) {
    this.#api = api;
  }

  async readFiles(
    commit: string,
    paths: readonly string[],
  ): Promise<ReadonlyMap<string, string | undefined>> {
    const files = await this.#look(commit, paths, 'path oid mode rawBlob');
    const read = await Promise.all(
      [...files.values()].map(
        async blob => [blob.path, await this.#text(blob, commit)] as const,
      ),
    );
    return new Map(read);
  }

  /** Ids of the blobs that are files at a commit, by path; those known are not asked for. */
  async blobIds(
    commit: string,
    paths: readonly string[],
  ): Promise<ReadonlyMap<string, string | undefined>> {
    const known = this.#known?.commit === commit ? this.#known.ids : undefined;
    await this.#look(
      commit,
      paths.filter(path => !known?.has(path)),
      'path oid mode',
    );
    return new Map(this.#known!.ids);
  }

  async #look(
    commit: string,
    paths: readonly string[],
    fields: string,
  ): Promise<ReadonlyMap<string, Blob>> {
    const all = [...new Set(paths)];
    const batches = Array.from(
      { length: Math.ceil(all.length / MOST_FILES) },
      (_, index) => all.slice(index * MOST_FILES, (index + 1) * MOST_FILES),
    );
    const found = await Promise.all(
      batches.map(batch => this.#lookAtBatch(commit, batch, fields)),
    );
    const files = found.flat().filter(({ mode }) => mode !== LINK);
    if (this.#known?.commit !== commit) {
      this.#known = { commit, ids: new Map() };
    }
    const byPath = new Map(files.map(file => [file.path, file]));
    for (const path of all) {
      this.#known.ids.set(path, byPath.get(path)?.oid);
    }
    return byPath;
  }

  async #lookAtBatch(
    commit: string,
    paths: readonly string[],
    fields: string,
  ): Promise<readonly Blob[]> {
    const answer = await this.#api.ask<BlobsAnswer>(
      `read ${paths.length} files at ${commit}`,
      {
        fields: `blobs(ref: $ref, paths: $paths) { nodes { ${fields} } }`,
        declared: '$ref: String!, $paths: [String!]!',
        variables: { ref: commit, paths: [...paths] },
        weight: paths.length + 5,
      },
    );
    if (!('tooMuch' in answer)) {
      return answer.blobs?.nodes ?? [];
    }
    if (paths.length === 1) {
      throw answer.tooMuch;
    }
    const half = Math.ceil(paths.length / 2);
    const parts = await Promise.all(
      [paths.slice(0, half), paths.slice(half)].map(part =>
        this.#lookAtBatch(commit, part, fields),
      ),
    );
    return parts.flat();
  }

  /** The bytes themselves are asked for when the text is not what they say. */
  async #text({ path, oid, rawBlob }: Blob, commit: string): Promise<string> {
    if (typeof rawBlob === 'string' && gitBlobId(rawBlob, oid) === oid) {
      return rawBlob;
    }
    const blob = await this.#api.get<{ readonly content: string }>(
      `read ${path} at ${commit}`,
      ['repository', 'blobs', oid],
    );
    return Buffer.from(blob?.content ?? '', 'base64').toString('utf8');
  }
}
