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

import {
  DatabaseRequestStatus,
  RepositoryRole,
  Target,
} from '@basewell/plugin-databases-common';
import {
  parseRequestBlock,
  requestBranches,
} from '@basewell/plugin-databases-common/domain';
import { ForgePullRequest, ForgeRepository } from '../forges';

/**
 * Open requests for an app's databases, as the pull requests on the forges tell
 * them. Nothing else remembers a request, so nothing can be lost.
 *
 * @public
 */
export async function findRequests(
  app: string,
  target: Target,
  repositories: { readonly [role in RepositoryRole]: ForgeRepository },
): Promise<readonly DatabaseRequestStatus[]> {
  const branches = requestBranches(app, target.options.environments);
  const found = await Promise.all(
    branches.map(async branch => {
      const [platform, web] = await Promise.all([
        repositories.platform.findPullRequests(branch),
        repositories.app.findPullRequests(branch),
      ]);
      return describe(app, target, platform[0], web[0]);
    }),
  );
  return found.flatMap(request => request ?? []);
}

function describe(
  app: string,
  target: Target,
  platform: ForgePullRequest | undefined,
  web: ForgePullRequest | undefined,
): DatabaseRequestStatus | undefined {
  const open = [platform, web].find(pull => pull?.state === 'open');
  const block = open && parseRequestBlock(open.body);
  if (!block) {
    return undefined;
  }
  const pulls = [
    ['platform', platform] as const,
    ['app', web] as const,
  ].flatMap(([repository, pull]) => (pull ? [{ repository, ...pull }] : []));
  return {
    app,
    target: target.id,
    requester: block.requester,
    environments: block.environments,
    summary: whoseTurn(platform, web),
    pullRequests: pulls.map(
      ({ repository, number, url, title, state, draft }) => ({
        repository,
        number,
        url,
        title,
        state,
        draft,
      }),
    ),
  };
}

function whoseTurn(
  platform: ForgePullRequest | undefined,
  web: ForgePullRequest | undefined,
): string {
  if (platform?.state === 'open') {
    return 'The platform pull request waits for a review and a merge; the app follows it.';
  }
  if (platform?.state === 'closed') {
    return 'The platform pull request was closed without a merge: the app pull request must not be merged. Close it, or ask again.';
  }
  if (!platform) {
    return 'No platform pull request was found: look whether the platform side is there before you merge the app pull request, or ask again.';
  }
  return web?.draft
    ? 'The platform side is merged. When the secrets are synced and the database is up, mark the app pull request ready and merge it.'
    : 'The platform side is merged; the app pull request waits for a review and a merge.';
}
