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

import { ForgePullRequest } from './Forge';
import { pullTimes } from './pullTimes';

/** What we read of GraphQL's `PullRequest`. @internal */
export interface GithubPull {
  readonly id: string;
  readonly number: number;
  readonly url: string;
  readonly state: 'OPEN' | 'CLOSED' | 'MERGED';
  readonly isDraft: boolean;
  /** From a fork. */
  readonly isCrossRepository: boolean;
  readonly title: string;
  readonly body: string;
  readonly headRefName: string;
  /** As it was when the pull request ended. */
  readonly headRefOid: string;
  readonly baseRefName: string;
  /** `null` when the account is deleted. */
  readonly author: { readonly login: string } | null;
  readonly createdAt: string;
  /** `null` while it is open. */
  readonly closedAt: string | null;
}

/** Its fields, to be asked for. @internal */
export const GITHUB_PULL =
  'id number url state isDraft isCrossRepository title body headRefName headRefOid baseRefName author { login } createdAt closedAt';

const STATES = { OPEN: 'open', CLOSED: 'closed', MERGED: 'merged' } as const;

/** @internal */
export function fromGithubPull(pull: GithubPull): ForgePullRequest {
  return {
    number: pull.number,
    url: pull.url,
    state: STATES[pull.state],
    draft: pull.isDraft,
    title: pull.title,
    body: pull.body,
    branch: pull.headRefName,
    base: pull.baseRefName,
    commit: pull.headRefOid,
    author: pull.author?.login ?? '',
    ...pullTimes(pull.createdAt, pull.closedAt),
  };
}
