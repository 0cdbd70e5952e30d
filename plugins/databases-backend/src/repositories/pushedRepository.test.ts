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

import { pushedRepository } from './pushedRepository';

it.each([
  {
    payload: { ref: 'refs/heads/main', repository: { full_name: 'Acme/shop' } },
    name: 'acme/shop',
    reason: 'GitHub, Gitea',
  },
  {
    payload: {
      object_kind: 'push',
      repository: { name: 'shop' },
      project: { path_with_namespace: 'acme/team/shop' },
    },
    name: 'acme/team/shop',
    reason: 'GitLab',
  },
  {
    payload: { repository: { slug: 'shop', project: { key: 'ACME' } } },
    name: 'acme/shop',
    reason: 'Bitbucket Server',
  },
  { payload: { repository: { full_name: 7 } }, name: undefined, reason: 'odd' },
  { payload: {}, name: undefined, reason: 'nothing' },
  { payload: null, name: undefined, reason: 'no payload' },
  { payload: 'text', name: undefined, reason: 'no object' },
])('$name ($reason)', ({ payload, name }) => {
  expect(pushedRepository(payload)).toBe(name);
});
