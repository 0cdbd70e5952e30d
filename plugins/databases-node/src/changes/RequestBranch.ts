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

import { ConflictError } from '@backstage/errors';
import { PlannedFile, RepositoryRole } from '@basewell/plugin-databases-common';
import {
  parseRequestBlock,
  RequestBlock,
} from '@basewell/plugin-databases-common/domain';
import { ForgeBranch, ForgePullRequest } from '../forges';
import { PlannedChange } from '../planning';

/**
 * What stands on the forge for a request in one repository, before it is
 * published (again).
 */
export interface RequestBranch {
  /** Head of the request's branch; left out when there is none, or only a merged one's remains. */
  readonly head?: ForgeBranch;
  /** A branch that was merged and not deleted: in the way of a new one. */
  readonly leftover?: ForgeBranch;
  readonly open?: ForgePullRequest;
  /** What the open pull request, or the last one that was closed, says about itself. */
  readonly block?: RequestBlock;
  /** The newest one that is merged or closed. */
  readonly last?: ForgePullRequest;
  /** Content on the branch of the files that the plan changes, or an earlier run changed; empty without a branch. */
  readonly files: ReadonlyMap<string, string | undefined>;
}

/** Looks up the request's branch and its pull requests. */
export async function readRequestBranch(
  planned: PlannedChange,
  role: RepositoryRole,
): Promise<RequestBranch> {
  const { repository } = planned.repositories[role];
  const changed = changedFiles(planned, role).map(file => file.path);
  const branch = await repository.findBranch(planned.plan.branch);
  if (!branch && changed.length) {
    return { files: new Map() };
  }

  const pulls = await repository.findPullRequests(planned.plan.branch);
  const open = pulls.find(pull => pull.state === 'open');
  const last = pulls.find(pull => pull.state !== 'open');
  const speaking = open ?? (last?.state === 'closed' ? last : undefined);
  const block = speaking && parseRequestBlock(speaking.body);
  if (!branch) {
    return { open, block, last, files: new Map() };
  }
  if (!open && last?.state === 'merged' && last.commit === branch.commit) {
    return { leftover: branch, last, files: new Map() };
  }
  return {
    head: branch,
    open,
    block,
    last,
    files: await repository.readFiles(branch.commit, [
      ...new Set([...changed, ...Object.keys(block?.files ?? {})]),
    ]),
  };
}

/** The plan's files of one repository that differ from its base branch. */
export function changedFiles(
  planned: PlannedChange,
  role: RepositoryRole,
): readonly PlannedFile[] {
  return planned.plan.files.filter(
    file => file.repository === role && file.change !== 'none',
  );
}

/** Whether running the request may change what stands on the branch. */
export function isOurs(
  planned: Pick<PlannedChange, 'requester' | 'requestDigest'>,
  block: RequestBlock | undefined,
): boolean {
  return (
    block?.requester === planned.requester ||
    block?.requestDigest === planned.requestDigest
  );
}

/** @throws ConflictError when the open pull request is somebody else's. */
export function refuseForeign(
  planned: PlannedChange,
  { open, block }: RequestBranch,
) {
  if (!open || isOurs(planned, block)) {
    return;
  }
  throw new ConflictError(
    block
      ? `${block.requester} has already asked for a database of ${block.app} in ${open.url}. Talk to them: only they can change that request; it is gone when the pull request is merged or closed`
      : `${open.url} uses the branch ${planned.plan.branch} but was not made by a database request. Close it or rename its branch, and run again`,
  );
}
