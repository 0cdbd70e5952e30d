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

import fc from 'fast-check';
import { DatabaseRequest } from '../model';
import { requestFor } from './canon';
import { House } from './houses';

/** Requests that a house can fulfill: apps that are not there yet, environments as in its example. */
export function validRequests(house: House): fc.Arbitrary<DatabaseRequest> {
  const { environments } = house.request.spec;
  const apps = fc
    .stringMatching(/^[a-z][a-z0-9]{3,8}(-[a-z0-9]{1,4})?$/)
    .filter(app => !/-(dev|stage)$|^(pg|postgres|template)/.test(app))
    .filter(app => !JSON.stringify(Object.keys(house.trees)).includes(app));
  const own = fc.record(
    {
      size: fc.constantFrom('small', 'medium', 'large'),
      storage: fc.integer({ min: 1, max: 200 }).map(size => `${size}Gi`),
      instances: fc.integer({ min: 1, max: 3 }),
      pooler: fc.record({ mode: fc.constantFrom('session', 'transaction') }),
    },
    { requiredKeys: [] },
  );
  return fc
    .tuple(
      apps,
      fc.subarray([...environments], { minLength: 1 }),
      fc.array(own, { minLength: 2, maxLength: 2 }),
      fc.constantFrom('16', '17', '18'),
      fc.boolean(),
    )
    .map(([app, asked, choices, version, hasMore]) => {
      const inShared = asked.some(({ sharedCluster }) => sharedCluster);
      return requestFor(app, {
        ...(!inShared && { version }),
        environments: asked.map((environment, index) =>
          inShared ? environment : { ...environment, ...choices[index] },
        ),
        ...(hasMore && { databases: [{ name: 'reporting' }] }),
      });
    });
}
