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

import { ForgeRepository } from '@basewell/plugin-databases-node';

/** The branch that they write to. */
export const branch = 'databases/shop/create';

/** Everything that a forge is asked, as far as it can be without preparation. */
export const forgeCalls: readonly {
  readonly name: string;
  readonly writes: boolean;
  readonly call: (
    repository: ForgeRepository,
    onto: string,
  ) => Promise<unknown>;
}[] = [
  {
    name: 'findBranch',
    writes: false,
    call: repository => repository.findBranch('main'),
  },
  {
    name: 'findBranch to list',
    writes: false,
    call: repository => repository.findBranch('main', { toList: true }),
  },
  {
    name: 'listFolder',
    writes: false,
    call: (repository, onto) => repository.listFolder(onto, 'apps'),
  },
  {
    name: 'listFiles',
    writes: false,
    call: (repository, onto) => repository.listFiles(onto, 'apps'),
  },
  {
    name: 'listCommits',
    writes: false,
    call: (repository, onto) => repository.listCommits(onto, 'README.md', 1),
  },
  {
    name: 'readFiles',
    writes: false,
    call: (repository, onto) => repository.readFiles(onto, ['README.md']),
  },
  {
    name: 'findPullRequests',
    writes: false,
    call: repository => repository.findPullRequests(branch),
  },
  {
    name: 'commit',
    writes: true,
    call: (repository, onto) =>
      repository.commit({
        branch,
        create: true,
        onto,
        message: 'x',
        changes: [{ path: 'a.yaml', content: 'a' }],
      }),
  },
  {
    name: 'deleteBranch',
    writes: true,
    call: repository => repository.deleteBranch('side'),
  },
  {
    name: 'setStatus',
    writes: true,
    call: (repository, onto) =>
      repository.setStatus(onto, {
        context: 'databases/order',
        state: 'pending',
        description: 'x',
      }),
  },
];
