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
import { PolicyRule } from '../../model';

/** Environments whose data nobody misses, by what they are called. */
const FOR_TRIES =
  /^(dev|test|qa|sandbox|preview|review|poc|demo|local|non-?prod)/i;

/**
 * A database that the app's chart brings has no backups and no failover, and goes
 * with the app's release: good for trying something out, not for data.
 *
 * @public
 */
export const proofOfConcept: PolicyRule = {
  id: 'proof-of-concept',
  title: 'Databases of charts are for proofs of concept',
  severity: 'error',
  stages: ['form', 'change'],
  waivable: true,
  examples: {
    good: {
      reason: 'databases have clusters of their own',
      subject: standard => standard,
    },
    bad: {
      reason: 'the chart brings one in prod',
      subject: standard => ({
        ...standard,
        plan: {
          ...standard.plan,
          databases: standard.plan.databases.map(database => ({
            ...database,
            inChart: true,
          })),
        },
      }),
    },
  },
  check: ({ plan: { databases, request } }) =>
    databases
      .filter(
        ({ inChart, production, environment }) =>
          inChart && (production || !FOR_TRIES.test(environment)),
      )
      .map(({ environment, production }) => ({
        ...(production
          ? violation('proofOfConcept.production', { environment })
          : {
              ...violation('proofOfConcept.outsideDev', { environment }),
              severity: 'warning' as const,
            }),
        field: `spec.environments[${request.spec.environments.findIndex(
          ({ name }) => name === environment,
        )}].inChart`,
      })),
};
