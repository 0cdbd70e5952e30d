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
  BitbucketCloudPull,
  bitbucketCloudOpenStates,
  bitbucketCloudStates,
  fromBitbucketCloudPull,
} from './bitbucketCloudPull';

const pull: BitbucketCloudPull = {
  id: 7,
  title: 'Add',
  state: 'OPEN',
  source: {
    branch: { name: 'work' },
    commit: { hash: '0123456789ab' },
    repository: { full_name: 'acme/shop' },
  },
  destination: {
    branch: { name: 'main' },
    commit: null,
    repository: { full_name: 'acme/shop' },
  },
  author: null,
  created_on: '2026-11-21T10:00:00.123456+00:00',
  updated_on: '2026-11-21T11:00:00.123456+00:00',
  links: { html: { href: 'https://bitbucket.org/acme/shop/pull-requests/7' } },
};

describe('fromBitbucketCloudPull', () => {
  it.each([
    { given: 'OPEN', state: 'open' },
    { given: 'DRAFT', state: 'open' },
    { given: 'QUEUED', state: 'open' },
    { given: 'MERGED', state: 'merged' },
    { given: 'DECLINED', state: 'closed' },
    { given: 'SUPERSEDED', state: 'closed' },
  ] as const)('$given is $state', ({ given, state }) => {
    const shown = fromBitbucketCloudPull({ ...pull, state: given }, 'c0ffee');
    expect(shown).toMatchObject({ state, author: '', body: '', draft: false });
    expect(shown.endedAt).toBe(
      state === 'open' ? undefined : '2026-11-21T11:00:00.123Z',
    );
    expect(bitbucketCloudStates).toContain(given);
    expect(bitbucketCloudOpenStates.some(open => open === given)).toBe(
      state === 'open',
    );
  });
});
