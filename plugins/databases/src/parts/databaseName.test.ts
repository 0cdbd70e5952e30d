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

import { databaseName } from './databaseName';

it.each([
  {
    reason: 'the instance that was made for one',
    identity: { name: 'shop-cnpg', database: 'shop' },
    name: 'shop-cnpg',
  },
  {
    reason: 'one more database in an instance',
    identity: {
      name: 'shared',
      database: 'temporal',
      instance: 'cnpg.databases.shared@prod',
    },
    name: 'temporal',
  },
  {
    reason: 'an engine that has no databases in it',
    identity: { name: 'redis-master' },
    name: 'redis-master',
  },
])('$reason', ({ identity, name }) => {
  expect(databaseName(identity)).toBe(name);
});
