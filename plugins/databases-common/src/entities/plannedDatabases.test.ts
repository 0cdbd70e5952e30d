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

import { plannedDatabases } from './plannedDatabases';

const cnpg = { engine: 'cnpg', title: 'PostgreSQL (CloudNativePG)' };
const redis = { engine: 'redis', title: 'Redis' };

describe('plannedDatabases', () => {
  it.each([
    { reason: 'says nothing', text: undefined, there: [], planned: [] },
    { reason: 'says nothing in words', text: ' , ', there: [], planned: [] },
    {
      reason: 'has none of them',
      text: 'redis, neo4j',
      there: [cnpg],
      planned: ['redis', 'neo4j'],
    },
    {
      reason: 'has one of them',
      text: 'redis,neo4j, redis',
      there: [redis],
      planned: ['neo4j'],
    },
    {
      reason: 'has one that somebody else runs',
      text: 'postgres, Redis',
      there: [cnpg, redis],
      planned: [],
    },
  ])('are $planned when the entity $reason', ({ text, there, planned }) => {
    const entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'shop',
        annotations: {
          ...(text && { 'basewell.dev/planned-databases': text }),
        },
      },
    };
    expect(plannedDatabases(entity, there)).toEqual(planned);
  });
});
