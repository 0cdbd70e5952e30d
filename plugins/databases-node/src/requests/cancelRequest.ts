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

import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  CanceledRequest,
  RepositoryRole,
  Target,
} from '@basewell/plugin-databases-common';
import {
  parseRequestBlock,
  RequestBlock,
  requestBranches,
} from '@basewell/plugin-databases-common/domain';
import { ForgePullRequest, ForgeRepository } from '../forges';

/** The app must not be left without its platform, so it goes first. */
const order = ['app', 'platform'] as const;

/**
 * Closes both pull requests of a request and deletes their branches. It looks at
 * what stands and does what is missing, so it can be run again after anything.
 *
 * @param authorize - called with what each pull request says before anything is done; throws when the caller may not
 * @throws NotFoundError when the branch never had a request
 * @throws ConflictError when one of them is merged, which is reverted and not canceled, or is open without saying whose it is
 */
export async function cancelRequest(
  target: Target,
  branch: string,
  repositories: { readonly [role in RepositoryRole]: ForgeRepository },
  authorize: (block: RequestBlock) => void,
): Promise<CanceledRequest> {
  const [platform, app] = await Promise.all([
    repositories.platform.findPullRequests(branch),
    repositories.app.findPullRequests(branch),
  ]);
  const pulls = { platform: platform[0], app: app[0] };
  const blocks = blocksOf(target, branch, pulls);
  const [block] = blocks;
  if (!block) {
    throw new NotFoundError(
      `There is no request on the branch ${branch} of ${target.id}; look at the requests that are open`,
    );
  }
  // Who may write the one could say there that the other is theirs.
  blocks.forEach(authorize);
  refuseMerged(pulls);

  for (const role of order) {
    await close(repositories[role], pulls[role]);
  }
  for (const role of order) {
    await deleteBranch(repositories[role], pulls[role]);
  }
  return {
    app: block.app,
    target: target.id,
    branch,
    pullRequests: (['platform', 'app'] as const).flatMap(repository => {
      const pull = pulls[repository];
      return pull ? [{ repository, number: pull.number, url: pull.url }] : [];
    }),
  };
}

/**
 * What the open ones say; closed ones are asked after a run that broke off.
 *
 * @throws ConflictError when an open one does not say whose it is
 */
function blocksOf(
  target: Target,
  branch: string,
  { platform, app }: { readonly [role in RepositoryRole]?: ForgePullRequest },
): readonly RequestBlock[] {
  const pulls = [app, platform].filter(pull => pull !== undefined);
  const open = pulls.filter(({ state }) => state === 'open');
  const asked = (open.length ? open : pulls).map(pull => ({
    pull,
    block: parseRequestBlock(pull.body),
  }));
  const isOfRequest = (block: RequestBlock | undefined) =>
    block?.target === target.id &&
    requestBranches(block.app, target.options.environments).includes(branch);
  const blocks = asked.flatMap(({ block }) =>
    block && isOfRequest(block) ? block : [],
  );
  const strange = asked.find(({ block }) => !isOfRequest(block));
  if (blocks.length && open.length && strange) {
    throw new ConflictError(
      `${strange.pull.url} does not say any more that it is of this request, as the end of its description was changed: close it yourself, then cancel again`,
    );
  }
  return blocks;
}

function refuseMerged({
  platform,
  app,
}: {
  readonly [role in RepositoryRole]?: ForgePullRequest;
}) {
  if (platform?.state === 'merged') {
    throw new ConflictError(
      `${platform.url} is merged, so there is nothing to cancel: revert the app's pull request first if it is merged too, then this one. A revert drops no data; the cluster and its volumes stay until a person deletes them`,
    );
  }
  if (app?.state === 'merged') {
    throw new ConflictError(
      `${app.url} is merged, so the app waits for its database: revert that first, then close the platform's pull request`,
    );
  }
}

async function close(
  repository: ForgeRepository,
  pull: ForgePullRequest | undefined,
): Promise<void> {
  if (pull?.state !== 'open') {
    return;
  }
  try {
    await repository.closePullRequest(pull.number);
  } catch (error) {
    // Gitea fails with 500 where another one closes it in the same moment.
    const now = await repository.findPullRequests(pull.branch);
    if (now.find(({ number }) => number === pull.number)?.state !== 'closed') {
      throw error;
    }
  }
}

/** What somebody pushed meanwhile, or another run has begun, stays. */
async function deleteBranch(
  repository: ForgeRepository,
  pull: ForgePullRequest | undefined,
): Promise<void> {
  const head = pull && (await repository.findBranch(pull.branch));
  if (!head || head.commit !== pull.commit) {
    return;
  }
  try {
    await repository.deleteBranch(head.name);
  } catch (error) {
    // Gitea fails with 500 where another one deletes it in the same moment.
    if (await repository.findBranch(head.name)) {
      throw error;
    }
  }
}
