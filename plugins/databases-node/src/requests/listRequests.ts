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

import { RepositoryRole, Target } from '@basewell/plugin-databases-common';
import { ForgePullRequest, ForgeRepository } from '../forges';
import { describeRequest } from './describeRequest';
import { OpenPullRequests } from './OpenPullRequests';
import { StandingRequest } from './StandingRequest';

/**
 * Pull requests that are merged, by branch: they stay so. Another one may follow on
 * the same branch, and then the description of the open one links to that.
 */
export type MergedPeers = Map<
  string,
  { readonly pull: ForgePullRequest; readonly linkedFrom: string }
>;

/**
 * All open requests of a target: one list of each repository, and one question
 * more for each that has only one open pull request left.
 *
 * @param lists - of one look, for all targets
 * @param merged - kept from one time to the next, so that a merge is asked for once
 * @throws NotImplementedError when a host hands out no such list
 */
export async function listRequests(
  target: Target,
  repositories: { readonly [role in RepositoryRole]: ForgeRepository },
  lists: OpenPullRequests,
  merged: MergedPeers,
): Promise<readonly StandingRequest[]> {
  const [platform, app] = await Promise.all([
    lists.of(repositories.platform),
    lists.of(repositories.app),
  ]);
  const branches = [...new Set([...platform.keys(), ...app.keys()])].sort();
  const found: StandingRequest[] = [];
  for (const branch of branches) {
    const open = { platform: platform.get(branch), app: app.get(branch) };
    // Somebody else's branch is not asked about.
    if (describeRequest(target, branch, open)) {
      const pulls = {
        platform: open.platform ?? (await peer('platform', branch, open.app!)),
        app: open.app ?? (await peer('app', branch, open.platform!)),
      };
      const request = describeRequest(target, branch, pulls);
      found.push(...(request ? [request] : []));
    }
  }
  return found;

  async function peer(
    role: RepositoryRole,
    branch: string,
    { number, body }: ForgePullRequest,
  ) {
    const key = JSON.stringify([target.id, role, branch]);
    const linkedFrom = `${number} ${body}`;
    const known = merged.get(key);
    if (known?.linkedFrom === linkedFrom) {
      return known.pull;
    }
    const [newest] = await repositories[role].findPullRequests(branch);
    if (newest?.state === 'merged') {
      merged.set(key, { pull: newest, linkedFrom });
    }
    return newest;
  }
}
