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

import { violation } from '../../messages';
import { PolicyRule, PolicySubject, Violation } from '../../model';
import { fromObstacles } from '../fromObstacles';

/**
 * A production database is backed up from its first day.
 *
 * @public
 */
export const productionHasBackups: PolicyRule = {
  id: 'production-has-backups',
  title: 'Production has backups',
  severity: 'error',
  stages: ['form', 'change'],
  waivable: true,
  examples: {
    good: { reason: 'prod has a schedule', subject: standard => standard },
    bad: {
      reason: 'backups are off in prod',
      subject: standard => ({
        ...standard,
        plan: {
          ...standard.plan,
          databases: standard.plan.databases.map(
            ({ backup: _, ...database }) => database,
          ),
        },
      }),
    },
  },
  check: subject => [
    ...fromObstacles('production-has-backups', subject),
    ...missing(subject),
  ],
};

/**
 * A shared cluster has those that its file declares, which the planner reads; one
 * in a chart can have none, which `proof-of-concept` says.
 */
function missing({ plan }: PolicySubject): readonly Violation[] {
  return plan.databases
    .filter(
      ({ production, backup, sharedCluster, inChart }) =>
        production && !backup && !sharedCluster && !inChart,
    )
    .map(({ environment }) => ({
      ...violation('productionHasBackups.missing', { environment }),
      field: `spec.environments[${plan.request.spec.environments.findIndex(
        ({ name }) => name === environment,
      )}].backup`,
    }));
}
