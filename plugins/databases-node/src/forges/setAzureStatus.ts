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

import { AzureApi } from './AzureApi';
import { AzurePull } from './azurePull';
import { ForgeStatus } from './Forge';
import { ForgeCall } from './ForgeHttp';

const STATES = { pending: 'pending', success: 'succeeded', failure: 'failed' };
/** Characters of a description. */
const LONGEST = 4_000;

/** What we read of Azure DevOps' `GitPullRequestQuery`: pull requests by commit. */
interface Found {
  readonly results: readonly {
    readonly [commit: string]: readonly AzurePull[];
  }[];
}

/**
 * Sets a status of a commit, and of the open pull requests that it is in: their
 * pages and the policies of branches look at theirs only. A context such as
 * `databases/order` is a genre and a name to Azure DevOps, which shows them with
 * that slash.
 *
 * @internal
 */
export async function setAzureStatus(
  api: AzureApi,
  commit: string,
  { context, state, description, url }: ForgeStatus,
): Promise<void> {
  const purpose = `set the status ${context} of ${commit}`;
  const slash = context.lastIndexOf('/');
  const call: Omit<ForgeCall, 'path'> = {
    purpose,
    method: 'POST',
    body: {
      context: {
        ...(slash > 0 && { genre: context.slice(0, slash) }),
        name: context.slice(slash + 1),
      },
      state: STATES[state],
      description: description.slice(0, LONGEST),
      ...(url && { targetUrl: url }),
    },
  };
  await api.send({ ...call, path: ['commits', commit, 'statuses'] });
  const { body } = await api.send({
    purpose,
    method: 'POST',
    path: ['pullrequestquery'],
    reads: true,
    body: { queries: [{ items: [commit], type: 'commit' }] },
  });
  const found = (body as Found).results.flatMap(result => result[commit] ?? []);
  for (const { pullRequestId, status } of found) {
    if (status === 'active') {
      await api.send({
        ...call,
        path: ['pullrequests', String(pullRequestId), 'statuses'],
      });
    }
  }
}
