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

import { AzurePolicy, azureRules } from './azureRules';

const subject = {
  ...{ repositoryId: 'r1', branch: 'databases/shop/create', base: 'main' },
  bypasses: false,
};

function policy(
  scope: object,
  { settings = {}, type = {}, ...rest }: Partial<AzurePolicy> = {},
): AzurePolicy {
  return {
    ...{ isEnabled: true, isBlocking: true, isDeleted: false },
    type: { id: 'build', displayName: 'Build', ...type },
    settings: { scope: [scope], ...settings },
    ...rest,
  };
}

const heads = (name: string) => `refs/heads/${name}`;
const all = {
  repositoryId: null,
  refName: heads('databases'),
  matchKind: 'Prefix',
};

describe('branches that a policy keeps pushes from', () => {
  it.each([
    { policies: [], rules: [], reason: 'there is no policy' },
    { policies: [policy(all)], rules: ['databases'], reason: 'of a folder' },
    {
      policies: [
        policy({ ...all, refName: heads('databases/'), matchKind: 'prefix' }),
      ],
      rules: ['databases/'],
      reason: 'of a folder, with its slash',
    },
    {
      policies: [policy({ ...all, refName: heads('databases/*') })],
      rules: ['databases/*'],
      reason: 'of a folder, with a star',
    },
    {
      policies: [policy({ ...all, refName: heads('data') })],
      rules: [],
      reason: 'of a folder whose name only begins so',
    },
    {
      policies: [
        policy({ ...all, refName: heads(subject.branch), matchKind: 'Exact' }),
      ],
      rules: [subject.branch],
      reason: 'of the branch itself',
    },
    {
      policies: [policy({ ...all, matchKind: 'Exact' })],
      rules: [],
      reason: 'of another branch',
    },
    {
      policies: [policy({ ...all, repositoryId: 'r2' })],
      rules: [],
      reason: 'of another repository',
    },
    {
      policies: [policy({ ...all, repositoryId: 'r1' })],
      rules: ['databases'],
      reason: 'of this repository',
    },
    {
      policies: [policy({ repositoryId: null })],
      rules: [],
      reason: 'of all pushes, which look at what is pushed',
    },
    {
      policies: [policy(all, { isBlocking: false })],
      rules: [],
      reason: 'that only advises',
    },
    {
      policies: [
        policy(all, { isEnabled: false }),
        policy(all, { isDeleted: true }),
      ],
      rules: [],
      reason: 'that is off or gone',
    },
    {
      policies: [
        policy(all, {
          settings: { scope: [all], filenamePatterns: ['/docs/*'] },
        }),
      ],
      rules: [],
      reason: 'of some files',
    },
  ])('$rules: $reason', ({ policies, rules }) => {
    expect(azureRules(policies, subject).refusals).toEqual(
      rules.map(rule => ({ rule: `Build on ${rule}`, of: 'push' })),
    );
  });

  it.each([true, undefined])('are none when bypassing is %s', bypasses => {
    expect(
      azureRules([policy(all)], { ...subject, bypasses }).refusals,
    ).toEqual([]);
  });
});

describe('what merging takes', () => {
  const base = {
    repositoryId: 'r1',
    refName: heads('main'),
    matchKind: 'Exact',
  };
  const reviewers = { id: 'fa4e907d-c16b-4a4c-9dfa-4906e5d171dd' };
  const strategy = { id: 'fa4e907d-c16b-4a4c-9dfa-4916e5d171ab' };

  it.each([
    { policies: [], merging: { approvals: 0 }, reason: 'no policy' },
    {
      policies: [1, 2].map(minimumApproverCount =>
        policy(base, {
          type: reviewers,
          settings: { scope: [base], minimumApproverCount },
        }),
      ),
      merging: { approvals: 2 },
      reason: 'two policies for reviewers',
    },
    {
      policies: [
        policy(base, {
          type: strategy,
          settings: { scope: [base], allowSquash: true },
        }),
      ],
      merging: { approvals: 0, methods: ['squash'] },
      reason: 'squashing only',
    },
    {
      policies: [
        policy(base, {
          type: strategy,
          settings: {
            scope: [base],
            allowRebase: true,
            allowNoFastForward: true,
          },
        }),
      ],
      merging: { approvals: 0, methods: ['merge', 'rebase'] },
      reason: 'two ways to merge',
    },
    {
      policies: [
        policy(all, {
          type: strategy,
          settings: { scope: [all], allowSquash: true },
        }),
      ],
      merging: { approvals: 0 },
      reason: 'a policy of other branches',
    },
  ])('$merging: $reason', ({ policies, merging }) => {
    expect(azureRules(policies, subject).merging).toEqual(merging);
  });
});
