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

import { BitbucketCloudApi, BitbucketCloudPage } from './BitbucketCloudApi';
import { quoted } from './BitbucketCloudBranches';
import { ForgeCall } from './ForgeHttp';

interface Membership {
  readonly user: {
    readonly uuid: string;
    /** What people are called here; several may have the same. */
    readonly nickname?: string;
    /** Only of those that were looked for by it. */
    readonly email?: string;
  };
}

/** Members that are looked through: 1,000. */
const MOST_PAGES = 10;
const PAGE = '100';
const UUID = /^@(\{[0-9a-f-]+\})$/i;
const MAIL = /^[^@\s]+@[^@\s]+$/;

/**
 * The ids of people by what CODEOWNERS call them: an address, which Bitbucket
 * looks for when a token of the workspace or an administrator asks, a nickname
 * after an `@`, or the id itself. Teams and groups are nobody.
 *
 * https://developer.atlassian.com/cloud/bitbucket/rest/api-group-workspaces/#api-workspaces-workspace-members-get
 *
 * @returns nothing for those that are not there, are several, or may not be seen
 * @internal
 */
export async function findBitbucketCloudMembers(
  api: BitbucketCloudApi,
  owners: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = owners.flatMap(owner => {
    const [, uuid] = UUID.exec(owner) ?? [];
    return uuid ? [[owner, uuid] as const] : [];
  });
  const mails = owners.filter(owner => MAIL.test(owner));
  const names = owners.filter(
    owner => /^@[^@/]+$/.test(owner) && !UUID.test(owner),
  );
  const byMail = mails.length
    ? await members(api, {
        q: `user.email IN (${mails.map(quoted).join(',')})`,
        fields: '+values.user.email',
      })
    : [];
  const byName = names.length ? await members(api, {}) : [];
  return new Map([
    ...ids,
    ...mails.flatMap(mail =>
      only(
        mail,
        byMail.filter(({ user }) => isSame(user.email, mail)),
      ),
    ),
    ...names.flatMap(name =>
      only(
        name,
        byName.filter(({ user }) => isSame(user.nickname, name.slice(1))),
      ),
    ),
  ]);
}

async function members(
  api: BitbucketCloudApi,
  query: ForgeCall['query'],
): Promise<readonly Membership[]> {
  const found: Membership[] = [];
  let next: ForgeCall['query'] = { pagelen: PAGE, ...query };
  for (let count = 0; next && count < MOST_PAGES; count++) {
    const page: BitbucketCloudPage<Membership> = await api.members(next);
    found.push(...page.values);
    next = page.next;
  }
  return found;
}

function only(
  owner: string,
  found: readonly Membership[],
): readonly (readonly [string, string])[] {
  return found.length === 1 ? [[owner, found[0].user.uuid]] : [];
}

function isSame(value: string | undefined, wanted: string): boolean {
  return value?.toLowerCase() === wanted.toLowerCase();
}
