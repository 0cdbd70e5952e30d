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

import { Target } from '@basewell/plugin-databases-common';
import {
  parseRequestBlock,
  requestBranches,
} from '@basewell/plugin-databases-common/domain';
import { ForgePullRequest } from '../forges';
import { StandingRequest } from './StandingRequest';

/**
 * The request that two pull requests of one branch are of.
 *
 * @returns `undefined` when none of them is open, or they are somebody else's:
 *   without a block, or with that of another branch or target
 */
export function describeRequest(
  target: Target,
  branch: string,
  pulls: StandingRequest['pulls'],
): StandingRequest | undefined {
  const { platform, app } = pulls;
  const open = [app, platform].find(pull => pull?.state === 'open');
  const block = open && parseRequestBlock(open.body);
  if (
    !block ||
    block.target !== target.id ||
    !requestBranches(block.app, target.options.environments).includes(branch)
  ) {
    return undefined;
  }
  const all = [['platform', platform] as const, ['app', app] as const].flatMap(
    ([repository, pull]) => (pull ? [{ repository, ...pull }] : []),
  );
  return {
    target,
    branch,
    block,
    pulls,
    status: {
      app: block.app,
      target: target.id,
      branch,
      requester: block.requester,
      environments: block.environments,
      summary: whoseTurn(platform, app),
      pullRequests: all.map(
        ({ repository, number, url, title, state, draft, openedAt }) => ({
          repository,
          number,
          url,
          title,
          state,
          draft,
          ...(openedAt && { openedAt }),
        }),
      ),
    },
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
