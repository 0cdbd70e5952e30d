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

import { standingOf } from './standingOf';

describe('standingOf', () => {
  it.each([
    { facts: {}, said: [], reason: 'a host that tells nothing' },
    {
      facts: {
        ...{ archived: false, mayPush: true },
        ...{ takesPullRequests: true, mayOpenPullRequests: true },
      },
      said: [],
      reason: 'a host that allows all',
    },
    {
      facts: { archived: true, mayPush: false, mayOpenPullRequests: false },
      said: [/^acme\/shop on git\.example\.test is archived\. Unarchive it/],
      reason: 'nobody pushes to what is archived',
    },
    {
      facts: { mayPush: false, mayOpenPullRequests: false },
      said: [/may read acme\/shop .* and not push to it\. Give it/],
      reason: 'an account that may only read',
    },
    {
      facts: { takesPullRequests: false, mayOpenPullRequests: false },
      said: [/takes no pull requests\. Turn them on/],
      reason: 'a repository without pull requests',
    },
    {
      facts: { mayPush: true, mayOpenPullRequests: false },
      said: [/and not open pull requests there\. Give it/],
      reason: 'an account that may only push',
    },
  ])('names what is in the way: $reason', ({ facts, said }) => {
    const ref = {
      ...{ host: 'git.example.test', owner: 'acme', repo: 'shop' },
      branch: 'main',
    };
    expect(standingOf(ref, facts).obstacles).toEqual(
      said.map(words => expect.stringMatching(words)),
    );
  });
});
