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

import { ConflictError, NotAllowedError } from '@backstage/errors';
import { askReviewers, Reviewers, toReviewers } from './askReviewers';

describe('toReviewers', () => {
  it.each<{ owners: string[]; asked: Reviewers; reason: string }>([
    {
      owners: ['@ada', '@Acme/dba', '@grace'],
      asked: { users: ['ada', 'grace'], teams: ['dba'] },
      reason: 'people and teams',
    },
    {
      owners: ['@Portal'],
      asked: { users: [], teams: [] },
      reason: 'nobody reviews what they opened',
    },
    {
      owners: ['ada@example.test', '@other/dba', '@@dba'],
      asked: { users: [], teams: [] },
      reason: 'no mail addresses, no teams of others, no roles',
    },
    {
      owners: Array.from({ length: 20 }, (_, index) => `@u${index}`),
      asked: {
        users: Array.from({ length: 15 }, (_, index) => `u${index}`),
        teams: [],
      },
      reason: 'no more than hosts take',
    },
  ])('$reason', ({ owners, asked }) => {
    expect(
      toReviewers(owners, { organization: 'acme', author: 'portal' }),
    ).toEqual(asked);
  });
});

describe('askReviewers', () => {
  const wanted = { users: ['ada', 'nobody'], teams: ['dba'] };
  const asked = async (refuses: (some: Reviewers) => Error | undefined) => {
    const taken: string[] = [];
    const requests: Reviewers[] = [];
    const done = askReviewers(wanted, async some => {
      requests.push(some);
      const refusal = refuses(some);
      if (refusal) {
        throw refusal;
      }
      taken.push(...some.users, ...some.teams);
    });
    const error = await done.catch(({ name }) => name);
    return { taken, requests: requests.length, error };
  };

  it('asks for all at once', async () => {
    expect(await asked(() => undefined)).toEqual({
      taken: ['ada', 'nobody', 'dba'],
      requests: 1,
    });
  });

  it('leaves out whom the host does not know', async () => {
    const refuses = ({ users }: Reviewers) =>
      users.includes('nobody') ? new ConflictError('unknown') : undefined;
    expect(await asked(refuses)).toEqual({
      taken: ['ada', 'dba'],
      requests: 4,
    });
  });

  it('says so when the account may not ask', async () => {
    expect(await asked(() => new NotAllowedError('no scope'))).toEqual({
      ...{ taken: [], requests: 1 },
      error: 'NotAllowedError',
    });
  });
});
