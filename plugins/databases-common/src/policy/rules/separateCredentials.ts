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

/**
 * Who can read the password of dev cannot read that of production.
 *
 * @public
 */
export const separateCredentials: PolicyRule = {
  id: 'separate-credentials',
  title: 'Every environment has its own password',
  severity: 'error',
  stages: ['form', 'change'],
  waivable: true,
  examples: {
    good: { reason: 'one secret each', subject: standard => standard },
    bad: {
      reason: "the canon's one secret for all",
      subject: standard => ({
        ...standard,
        plan: {
          ...standard.plan,
          databases: standard.plan.databases.map(database => ({
            ...database,
            names: {
              ...database.names,
              bootstrapSecret: 'shop-initdb-secret',
            },
          })),
        },
      }),
    },
  },
  check({ plan }) {
    const sharers = new Map<string, string[]>();
    for (const { environment, names } of plan.databases) {
      const secret = `${names.databasesNamespace}/${names.bootstrapSecret}`;
      sharers.set(secret, [...(sharers.get(secret) ?? []), environment]);
    }
    return [...sharers]
      .filter(([, environments]) => environments.length > 1)
      .map(([secret, environments]) =>
        violation('separateCredentials.shared', { secret, environments }),
      );
  },
};
