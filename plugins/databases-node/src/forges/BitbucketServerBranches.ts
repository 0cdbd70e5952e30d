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

import { BitbucketServerApi } from './BitbucketServerApi';
import { ForgeBranch } from './Forge';

interface Branch {
  readonly displayId: string;
  readonly latestCommit: string;
}

/** Branches of one repository. @internal */
export class BitbucketServerBranches {
  readonly #api: BitbucketServerApi;

  constructor(api: BitbucketServerApi) {
    this.#api = api;
  }

  /** The host looks for a part of the name; the whole of it comes first. */
  async find(name: string): Promise<ForgeBranch | undefined> {
    const page = await this.#api.get<{ readonly values: readonly Branch[] }>(
      `read the branch ${name}`,
      ['branches'],
      { filterText: name, boostMatches: 'true' },
    );
    const branch = page?.values.find(({ displayId }) => displayId === name);
    return branch && { name, commit: branch.latestCommit };
  }

  /** The host does not mind when it is gone. */
  async delete(name: string): Promise<void> {
    await this.#api.send(
      {
        purpose: `delete the branch ${name}`,
        method: 'DELETE',
        path: ['branches'],
        body: { name: `refs/heads/${name}` },
      },
      'branch-utils',
    );
  }
}
