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

import { RepositoryRef } from '@basewell/plugin-databases-common';
import {
  BitbucketServerApi,
  BitbucketServerDescription,
} from './BitbucketServerApi';
import { WriteFacts } from './standingOf';

/** Names are those of one project; more of one name there are not. */
const MOST = '100';
const PERSONAL = '~';

interface Page {
  readonly values: readonly BitbucketServerDescription[];
  readonly isLastPage: boolean;
}

/**
 * What Bitbucket Data Center lets the account do in a repository. It lists those
 * that somebody may write to, by their names; restrictions of branches it shows
 * to administrators only.
 *
 * https://developer.atlassian.com/server/bitbucket/rest/v906/api-group-repository/#api-api-latest-repos-get
 *
 * @internal
 */
export async function readBitbucketServerStanding(
  api: BitbucketServerApi,
  ref: RepositoryRef,
): Promise<WriteFacts> {
  // Mostly a repository is called as it is in its address.
  const first = await list(api, ref, ref.repo, 'REPO_WRITE');
  if (first?.found) {
    return { ...describe(first.found), mayPush: true };
  }
  const there = await api.read();
  const isCalledSo = there.name.toLowerCase() === ref.repo.toLowerCase();
  const listed = isCalledSo
    ? first
    : await list(api, ref, there.name, 'REPO_WRITE');
  if (listed?.found) {
    return { ...describe(there), mayPush: true };
  }
  // Where projects of people are listed is documented nowhere, nor what is listed
  // to a token that is nobody's: only who is shown it for reading may not write.
  const isKnown =
    listed?.isWhole &&
    !ref.owner.startsWith(PERSONAL) &&
    (await list(api, ref, there.name, 'REPO_READ'))?.found;
  return { ...describe(there), ...(isKnown && { mayPush: false }) };
}

function describe({
  archived,
  origin,
}: BitbucketServerDescription): WriteFacts {
  return {
    archived,
    ...(origin && { forkOf: `${origin.project.key}/${origin.slug}` }),
  };
}

async function list(
  api: BitbucketServerApi,
  { owner, repo }: RepositoryRef,
  name: string,
  permission: 'REPO_READ' | 'REPO_WRITE',
) {
  const page = await api.ask<Page>({
    purpose: 'find out what is allowed',
    method: 'GET',
    path: ['repos'],
    query: {
      ...{ projectkey: owner, name, permission },
      ...{ archived: 'ALL', limit: MOST },
    },
  });
  return (
    page && {
      isWhole: page.isLastPage,
      found: page.values.find(
        ({ slug, project }) => isSame(slug, repo) && isSame(project.key, owner),
      ),
    }
  );
}

function isSame(name: string, other: string): boolean {
  return name.toLowerCase() === other.toLowerCase();
}
