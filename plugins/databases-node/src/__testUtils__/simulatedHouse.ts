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
import { ForgeSimulator, SimulatedRepository } from '@basewell/testkit';
import { HouseFiles, PublishHouse } from './PublishHouse';

/** Who the portal is on simulated hosts. */
export const portal = {
  login: 'portal',
  token: 'TEST-ONLY-token-of-the-portal',
};

/** Makes a repository that the portal may write to. */
export async function seedRepository(
  host: ForgeSimulator,
  settings: { readonly owner: string; readonly name: string },
  files: HouseFiles[RepositoryRole],
): Promise<SimulatedRepository> {
  const repository = await host.createRepository({
    ...settings,
    // Grace is a code owner of the canon.
    roles: { [portal.login]: 'write', grace: 'read' },
  });
  await repository.seed(files);
  return repository;
}

/** What a scene wants to do on the hosts themselves. */
export function simulatedHouse(
  repositories: { readonly [role in RepositoryRole]: SimulatedRepository },
  house: Pick<PublishHouse, 'repoUrls' | 'forges' | 'stop'>,
): PublishHouse {
  return {
    ...house,
    gitUrl: role => repositories[role].git.folder,
    async open(role) {
      const pulls = await repositories[role].pulls();
      return pulls.filter(({ state }) => state === 'open');
    },
    async close(role, number) {
      await repositories[role].change(number, { state: 'closed' });
    },
    archive(role) {
      repositories[role].archived = true;
    },
    protect(role, branch) {
      repositories[role].protectedBranches.add(branch);
    },
    unprotect(role, branch) {
      repositories[role].protectedBranches.delete(branch);
    },
    simulated: role => repositories[role],
    demand(role, approvers) {
      repositories[role].approvalRules = [
        {
          ...{ name: 'Two eyes', approvals_required: 1 },
          eligible_approvers: approvers.map(username => ({ username })),
          ...{
            protected_branches: [],
            applies_to_all_protected_branches: false,
          },
        },
      ];
    },
    async merge(role, number) {
      await repositories[role].merge(number, portal.login);
    },
  };
}
