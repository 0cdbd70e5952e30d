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

import { ServiceUnavailableError } from '@backstage/errors';
import { AzureApi } from './AzureApi';
import { AzureFolders } from './AzureFolders';
import { foldersAbove, StandingEntry } from './findConflict';
import { ForgeFileCommit } from './Forge';
import { Gathering } from './Gathering';
import { gitBlobId } from './gitBlobId';
import { likelyFiles } from './likelyFiles';
import { AzureItem, readAzureItems } from './readAzureItems';
import { readZip } from './readZip';

/** What we read of Azure DevOps' `GitCommitRef`. */
interface ListedCommit {
  readonly commitId: string;
  readonly committer: { readonly date: string };
}

/** In one zip. */
const MOST_FILES = 100;

/**
 * What commits hold. It remembers what stands at the paths that it has seen, and
 * what is in them only of a small repository.
 *
 * @internal
 */
export class AzureTree {
  readonly #api: AzureApi;
  readonly #commits = new Map<string, AzureFolders>();
  readonly #texts: Gathering<string>;
  /** Of small repositories, by the ids of their blobs. */
  readonly #known = new Map<string, string>();

  constructor(api: AzureApi) {
    this.#api = api;
    this.#texts = new Gathering(ids => this.#readTexts(ids), MOST_FILES);
  }

  async listFolder(
    commit: string,
    folder: string,
  ): Promise<readonly string[] | undefined> {
    const items = await this.#at(commit).list(folder);
    return (
      items &&
      [...items].map(([name, { gitObjectType }]) =>
        gitObjectType === 'tree' ? `${name}/` : name,
      )
    );
  }

  async listFiles(commit: string, folder: string): Promise<readonly string[]> {
    const found = await readAzureItems(this.#api, {
      purpose: `list all files of ${folder || '/'} at ${commit}`,
      ...{ commit, folders: [folder], depth: 'full' },
    });
    const [[self, ...inside]] = found ?? [[]];
    return self?.gitObjectType === 'tree'
      ? inside
          .filter(isFile)
          .map(({ path }) => path.slice(1))
          .sort()
      : [];
  }

  async listCommits(
    commit: string,
    path: string,
    limit: number,
  ): Promise<readonly ForgeFileCommit[]> {
    const listed = await this.#api.get<{
      readonly value: readonly ListedCommit[];
    }>(`list the commits of ${path}`, ['commits'], {
      'searchCriteria.itemPath': `/${path}`,
      'searchCriteria.itemVersion.version': commit,
      'searchCriteria.itemVersion.versionType': 'commit',
      'searchCriteria.$top': String(limit),
    });
    return (listed?.value ?? []).map(({ commitId, committer }) => ({
      commit: commitId,
      at: new Date(committer.date).toISOString(),
    }));
  }

  async readFiles(
    commit: string,
    paths: readonly string[],
  ): Promise<ReadonlyMap<string, string | undefined>> {
    const items = await this.#at(commit).items(paths);
    const ids = paths.flatMap(path => fileId(items.get(path)) ?? []);
    const known = await this.#readAll(commit, ids);
    return new Map(
      paths.map(path => {
        const id = fileId(items.get(path));
        return [path, id && known.get(id)];
      }),
    );
  }

  /** Texts by the ids of their blobs, these among them. */
  async #readAll(
    commit: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    if (ids.every(id => this.#known.has(id))) {
      return this.#known;
    }
    const small = await this.#at(commit).all();
    const files = [...small].filter(([, item]) => isFile(item));
    const likely = likelyFiles(files.map(([path]) => path)).map(
      path => small.get(path)!.objectId,
    );
    const read = new Map(
      await Promise.all(
        [...new Set([...ids, ...likely])].map(
          async id =>
            [id, this.#known.get(id) ?? (await this.#texts.get(id))!] as const,
        ),
      ),
    );
    likely.forEach(id => this.#known.set(id, read.get(id)!));
    return read;
  }

  /** What stands at paths and at the folders above them. */
  async entries(
    commit: string,
    paths: readonly string[],
  ): Promise<ReadonlyMap<string, StandingEntry>> {
    const wanted = [
      ...new Set(paths.flatMap(path => [...foldersAbove(path), path])),
    ];
    const items = await this.#at(commit).items(wanted);
    return new Map(
      [...items].flatMap(([path, item]) =>
        item
          ? [[path, { type: item.gitObjectType, oid: item.objectId }] as const]
          : [],
      ),
    );
  }

  /** By the ids of their blobs. */
  async #readTexts(
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    const purpose = `read ${ids.length} files`;
    const { body } = await this.#api.send({
      purpose,
      method: 'POST',
      path: ['blobs'],
      reads: true,
      body: [...ids],
      answers: 'application/zip',
    });
    // What the entries are called is documented nowhere; git's ids are sure.
    const texts = new Map(
      readZip(body as Buffer)?.map(bytes => [
        gitBlobId(bytes, ids[0]),
        bytes.toString('utf8'),
      ]),
    );
    if (ids.some(id => !texts.has(id))) {
      throw new ServiceUnavailableError(
        `${this.#api.attempt(purpose)}: the answer is no zip with all of them. Run again; if it stays, look for a limit on the size of answers before the host`,
      );
    }
    return texts;
  }

  #at(commit: string): AzureFolders {
    let folders = this.#commits.get(commit);
    if (!folders) {
      folders = new AzureFolders(this.#api, commit);
      this.#commits.set(commit, folders);
    }
    return folders;
  }
}

function isFile(item: AzureItem | undefined): item is AzureItem {
  return item?.gitObjectType === 'blob' && !item.isSymLink;
}

function fileId(item: AzureItem | undefined): string | undefined {
  return isFile(item) ? item.objectId : undefined;
}
