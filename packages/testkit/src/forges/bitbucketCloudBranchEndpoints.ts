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

import { bitbucketCloudCommit } from './bitbucketCloudCommit';
import { bitbucketCloudPage } from './bitbucketCloudPage';
import {
  BITBUCKET_CLOUD_REPOSITORY,
  bitbucketCloudNeeds,
  bitbucketCloudRefusal,
  bitbucketCloudRepository,
} from './BitbucketCloudProject';
import { ForgeSimulator } from './ForgeSimulator';
import { parseBitbucketQuery } from './parseBitbucketQuery';
import { SimulatedEndpoint } from './SimulatedEndpoint';
import { SimulatedRepository } from './SimulatedRepository';

const REFS =
  'https://developer.atlassian.com/cloud/bitbucket/rest/api-group-refs/';

export function bitbucketCloudBranchEndpoints(
  simulator: ForgeSimulator,
): readonly SimulatedEndpoint[] {
  const path = `${BITBUCKET_CLOUD_REPOSITORY}/refs/branches`;
  return [
    {
      method: 'GET',
      path,
      docs: `${REFS}#api-repositories-workspace-repo-slug-refs-branches-get`,
      query: ['q', 'sort', 'page', 'pagelen'],
      async handle(call) {
        const repository = bitbucketCloudRepository(
          simulator,
          call,
          bitbucketCloudNeeds.read,
        );
        const matches = parseBitbucketQuery(call.query.q);
        const refs = await repository.git.refs('refs/heads/');
        const names = [...refs.keys()]
          .map(ref => ref.slice('refs/heads/'.length))
          .filter(name =>
            matches(field => (field === 'name' ? name : undefined)),
          );
        const shown = await Promise.all(
          names.map(name => show(repository, name)),
        );
        return bitbucketCloudPage(call, shown.filter(Boolean));
      },
    },
    {
      method: 'GET',
      path: `${path}/{name+}`,
      docs: `${REFS}#api-repositories-workspace-repo-slug-refs-branches-name-get`,
      async handle(call) {
        const repository = bitbucketCloudRepository(
          simulator,
          call,
          bitbucketCloudNeeds.read,
        );
        const branch = await show(repository, call.params.name);
        if (!branch) {
          throw bitbucketCloudRefusal(404, 'Branch not found');
        }
        return { status: 200, body: branch };
      },
    },
    {
      method: 'DELETE',
      path: `${path}/{name+}`,
      docs: `${REFS}#api-repositories-workspace-repo-slug-refs-branches-name-delete`,
      handle(call) {
        const repository = bitbucketCloudRepository(
          simulator,
          call,
          bitbucketCloudNeeds.write,
        );
        const { name } = call.params;
        return repository.exclusively(async () => {
          const head = await repository.git.head(name);
          if (!head) {
            throw bitbucketCloudRefusal(404, 'Branch not found');
          }
          if (name === repository.defaultBranch) {
            throw bitbucketCloudRefusal(400, 'The main branch stays');
          }
          await repository.git.move(`refs/heads/${name}`, undefined, head);
          return { status: 204 };
        });
      },
    },
  ];
}

async function show({ git }: SimulatedRepository, name: string) {
  const head = await git.head(name);
  return (
    head && {
      type: 'branch',
      name,
      target: bitbucketCloudCommit(await git.commit(head)),
    }
  );
}
