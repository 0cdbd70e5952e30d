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

import { GiteaApi } from './GiteaApi';
import { namesOf, TreeEntry, TreePage } from './TreePage';

interface TreeAnswer {
  readonly tree?: readonly TreeEntry[] | null;
  readonly truncated: boolean;
}

/** Gitea's own maximum, unless an administrator lowers it. */
const PAGE = 1000;

/**
 * Lists folders at commits. One request brings the first 1,000 names of the
 * whole tree, which is all of most repositories; further ones are only made for
 * folders that it does not cover. Memory does not grow with the repository.
 *
 * @internal
 */
export class GiteaTrees {
  readonly #api: GiteaApi;
  #page?: { readonly commit: string; readonly page: Promise<TreePage> };

  constructor(api: GiteaApi) {
    this.#api = api;
  }

  async listFolder(
    commit: string,
    folder: string,
  ): Promise<readonly string[] | undefined> {
    const page = await this.#firstPage(commit);
    return page.covers(folder)
      ? page.names(folder)
      : this.#listOne(commit, folder);
  }

  #firstPage(commit: string): Promise<TreePage> {
    if (this.#page?.commit !== commit) {
      const page = this.#readFirstPage(commit);
      this.#page = { commit, page };
      page.catch(() => {
        this.#page = undefined;
      });
    }
    return this.#page!.page;
  }

  async #readFirstPage(commit: string): Promise<TreePage> {
    const answer = await this.#api.send({
      purpose: `list the files at ${commit}`,
      method: 'GET',
      path: ['git', 'trees', commit],
      query: { recursive: 'true', per_page: String(PAGE) },
    });
    const { tree, truncated } = answer.body as TreeAnswer;
    return new TreePage(tree ?? [], truncated);
  }

  async #listOne(
    commit: string,
    folder: string,
  ): Promise<readonly string[] | undefined> {
    const entries: TreeEntry[] = [];
    for (let page = 1; ; page++) {
      const call = {
        purpose: `list the folder ${folder || '/'} at ${commit}`,
        method: 'GET' as const,
        path: ['git', 'trees', `${commit}:${folder}`],
        query: { page: String(page), per_page: String(PAGE) },
        accept: [400],
      };
      const answer = await this.#api.send(call);
      if (answer.status === 400) {
        if (answer.said.startsWith('sha not found')) {
          return undefined;
        }
        throw this.#api.error(call, answer);
      }
      const { tree, truncated } = answer.body as TreeAnswer;
      entries.push(...(tree ?? []));
      if (!truncated) {
        return namesOf(entries);
      }
    }
  }
}
