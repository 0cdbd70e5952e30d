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

import { RepositoryRole } from '@basewell/plugin-databases-common';
import { describeCommit } from '@basewell/plugin-databases-common/domain';
import { ForgeStanding } from '../forges';
import { PlannedChange } from '../planning';
import { changedFiles } from './RequestBranch';

const ROLES = ['platform', 'app'] as const;

/** What a host says about a plan's changes to one of the repositories. */
export interface RepositoryStanding extends ForgeStanding {
  readonly repository: RepositoryRole;
}

/**
 * What the hosts forbid of a plan, and what is to be known about it, as far as
 * they tell before it is tried: asked of both, so that the second repository
 * does not refuse when the first one is written already.
 *
 * @param task - as in the commit's message
 */
export async function readStandings(
  planned: PlannedChange,
  task?: string,
): Promise<readonly RepositoryStanding[]> {
  const { plan, requester, repositories } = planned;
  const written = ROLES.filter(role => changedFiles(planned, role).length);
  const standings = await Promise.all(
    written.map(async role => {
      const message = describeCommit(plan, role, { requester, task });
      const standing = await repositories[role].repository.standing?.({
        branch: plan.branch,
        message,
      });
      return standing ? [{ repository: role, ...standing }] : [];
    }),
  );
  return standings.flat();
}
