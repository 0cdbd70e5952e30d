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
import { ForgePullRequest, ForgeRepository } from '../forges';

/** Every branch of a request begins so. */
const PREFIX = 'databases/';

type ByBranch = ReadonlyMap<string, ForgePullRequest>;

/** The open pull requests of repositories in one look: targets that share one ask once. */
export class OpenPullRequests {
  readonly #lists = new Map<string, Promise<ByBranch>>();

  /** @throws NotImplementedError when the host hands out no such list */
  of(repository: ForgeRepository): Promise<ByBranch> {
    const { host, owner, repo, branch } = repository.ref;
    const key = JSON.stringify([host, owner, repo, branch]);
    const before = this.#lists.get(key);
    const list = before ?? this.#list(repository);
    this.#lists.set(key, list);
    return list;
  }

  async #list(repository: ForgeRepository): Promise<ByBranch> {
    const pulls = await repository.listOpenPullRequests?.(PREFIX);
    if (!pulls) {
      throw new NotImplementedError(
        `${repository.ref.host} hands out no list of open pull requests here; look at them on the host`,
      );
    }
    return new Map(pulls.map(pull => [pull.branch, pull]));
  }
}
