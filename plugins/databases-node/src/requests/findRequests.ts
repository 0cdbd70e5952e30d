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
import { requestBranches } from '@basewell/plugin-databases-common/domain';
import { ForgeRepository } from '../forges';
import { describeRequest } from './describeRequest';

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
      return describeRequest(target, branch, {
        platform: platform[0],
        app: web[0],
      });
    }),
  );
  return found.flatMap(request => (request ? [request.status] : []));
}
