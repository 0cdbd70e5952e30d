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

import { standingOf, WriteFacts } from './standingOf';

const ref = {
  ...{ host: 'git.example.test', owner: 'acme', repo: 'shop' },
  branch: 'main',
};
const intent = { branch: 'databases/x/create', message: 'feat: x\n\nWhy.' };

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
      facts: { disabled: true },
      said: [/^acme\/shop on git\.example\.test is disabled\. Enable it/],
      reason: 'nobody reads what is disabled',
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
    {
      facts: { refusals: [{ rule: 'databases/*', of: 'creation' }] },
      said: [
        /^The rule databases\/\* of acme\/shop .* create the branch databases\/x\/create\./,
      ],
      reason: 'a rule that keeps branches from being created',
    },
    {
      facts: { refusals: [{ rule: '**', of: 'push' }] },
      said: [/push to the branch databases\/x\/create/],
      reason: 'a rule that keeps commits away',
    },
    {
      facts: {
        refusals: [
          { rule: 'names', of: 'name', wanted: 'match ^feature/' },
          { rule: 'words', of: 'message', wanted: 'begin with "JIRA"' },
        ],
      },
      said: [
        /names .* name must match \^feature\/\. Take/,
        /words .* refuses the commit "feat: x": its message must begin with "JIRA"/,
      ],
      reason: 'every rule for names and messages',
    },
    {
      facts: { refusals: [{ rule: 'signed', of: 'signature' }] },
      said: [/wants signed commits, and the host does not sign/],
      reason: 'a commit that would not be signed',
    },
    {
      facts: { mayPush: false, refusals: [{ rule: '**', of: 'push' }] },
      said: [/not push to it/],
      reason: 'who may not push at all, once',
    },
  ] as const satisfies readonly {
    facts: WriteFacts;
    said: readonly RegExp[];
    reason: string;
  }[])('names what is in the way: $reason', ({ facts, said }) => {
    expect(standingOf(ref, facts, intent).obstacles).toEqual(
      said.map(words => expect.stringMatching(words)),
    );
  });

  it.each([
    { facts: {}, said: [], reason: 'nothing that is not told' },
    {
      facts: { forkOf: 'up/shop' },
      said: [/is a fork of up\/shop\. .* opened in acme\/shop/],
      reason: 'where the pull request of a fork is opened',
    },
    {
      facts: { merging: { approvals: 2, codeOwners: true } },
      said: [/into main with 2 approvals and the approval of a code owner\.$/],
      reason: 'who has to agree',
    },
    {
      facts: { merging: { approvals: 1, methods: ['squash'] } },
      said: [/with 1 approval\.$/, /by squashing only\.$/],
      reason: 'the one way in which it merges',
    },
    {
      facts: { merging: { methods: ['merge', 'squash'] } },
      said: [],
      reason: 'no way where there are several',
    },
    {
      facts: { inMaintenance: true },
      said: [/^acme\/shop on .* is in maintenance, as the host says\./],
      reason: 'what the host is working on',
    },
  ] as const satisfies readonly {
    facts: WriteFacts;
    said: readonly RegExp[];
    reason: string;
  }[])('notes $reason', ({ facts, said }) => {
    const { obstacles, notes } = standingOf(ref, facts, intent);
    expect(obstacles).toEqual([]);
    expect(notes).toEqual(said.map(words => expect.stringMatching(words)));
  });
});
