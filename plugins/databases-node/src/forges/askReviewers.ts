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

import { isError } from '@backstage/errors';

/** Whom a host may be asked for. @internal */
export interface Reviewers {
  readonly users: readonly string[];
  /** Without their organization. */
  readonly teams: readonly string[];
}

/** No host takes more for one pull request. */
const MOST = 15;
/** What hosts say to somebody they do not know, or not here. */
const REFUSALS = ['ConflictError', 'NotFoundError'];

/**
 * Sorts owners of CODEOWNERS: `@user` and `@organization/team`. Mail addresses,
 * roles such as `@@maintainer` and teams of other organizations are left out, as
 * no API takes them.
 *
 * @param author - who opened the pull request, and reviews somebody else's
 * @internal
 */
export function toReviewers(
  owners: readonly string[],
  { organization, author }: { organization: string; author: string },
): Reviewers {
  const names = owners
    .filter(owner => owner.startsWith('@'))
    .map(owner => owner.slice(1));
  const team = `${organization}/`.toLowerCase();
  return {
    users: names
      .filter(name => !/[@/]/.test(name) && !isSame(name, author))
      .slice(0, MOST),
    teams: names
      .filter(name => name.toLowerCase().startsWith(team))
      .map(name => name.slice(team.length))
      .slice(0, MOST),
  };
}

/**
 * Asks for all at once. One whom the host does not know spoils that for the
 * others: then for each alone, and the one is left out.
 *
 * @internal
 */
export async function askReviewers(
  reviewers: Reviewers,
  ask: (some: Reviewers) => Promise<unknown>,
): Promise<void> {
  const each = [
    ...reviewers.users.map(user => ({ users: [user], teams: [] })),
    ...reviewers.teams.map(team => ({ users: [], teams: [team] })),
  ];
  if (!each.length || (await isTaken(ask(reviewers))) || each.length === 1) {
    return;
  }
  for (const one of each) {
    await isTaken(ask(one));
  }
}

async function isTaken(asked: Promise<unknown>): Promise<boolean> {
  try {
    await asked;
    return true;
  } catch (error) {
    if (isError(error) && REFUSALS.includes(error.name)) {
      return false;
    }
    throw error;
  }
}

function isSame(name: string, other: string): boolean {
  return name.toLowerCase() === other.toLowerCase();
}
