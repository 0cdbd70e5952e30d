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

import { Plan, RepositoryRole } from '../model';
import { changesIn } from './changesIn';
import { changingEnvironments } from './changingEnvironments';
import { PullRequestFacts } from './PullRequestText';
import { RequestBlock } from './requestBlock';

/** What the block of a pull request says about what has to be there in the end. */
export function requestedDatabases(
  plan: Plan,
  role: RepositoryRole,
  peer: PullRequestFacts['peer'],
): Pick<RequestBlock, 'service' | 'databases' | 'alone'> {
  const environments = changingEnvironments(plan);
  const { service } = plan.request.spec;
  const other = role === 'platform' ? 'app' : 'platform';
  return {
    ...(service !== undefined && { service }),
    databases: plan.databases
      .filter(({ environment }) => environments.includes(environment))
      .map(({ environment, names, sharedCluster, inChart }) => ({
        environment,
        namespace: names.databasesNamespace,
        cluster: names.cluster,
        ...(sharedCluster && { database: names.database }),
        ...(inChart && { inChart }),
      })),
    // One that was merged before has nothing left to change.
    ...(!peer && !changesIn(plan, other).length && { alone: true }),
  };
}
