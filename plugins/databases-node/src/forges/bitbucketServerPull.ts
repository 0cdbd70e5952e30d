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

interface PullRef {
  /** In full: `refs/heads/main`. */
  readonly id: string;
  /** Head of the branch; as it was in the end when it is not open. */
  readonly latestCommit?: string;
  readonly repository: { readonly id: number };
}

/** What we read of Bitbucket Data Center's `RestPullRequest`. @internal */
export interface BitbucketServerPull {
  readonly id: number;
  /** Grows with every change; a change names the one that it is made from. */
  readonly version: number;
  readonly title: string;
  readonly description?: string;
  readonly state: 'OPEN' | 'MERGED' | 'DECLINED';
  /** From version 8.18. */
  readonly draft?: boolean;
  readonly fromRef: PullRef;
  readonly toRef: PullRef;
  readonly author: { readonly user: { readonly name: string } };
  readonly reviewers: readonly { readonly user: { readonly name: string } }[];
  /** Milliseconds since 1970. */
  readonly createdDate: number;
  readonly closedDate?: number;
  readonly links: { readonly self: readonly { readonly href: string }[] };
}

const BRANCH = 'refs/heads/';
const STATES = { OPEN: 'open', MERGED: 'merged', DECLINED: 'closed' } as const;

/** @internal */
export function fromBitbucketServerPull(
  pull: BitbucketServerPull,
): ForgePullRequest {
  return {
    number: pull.id,
    url: pull.links.self[0].href,
    state: STATES[pull.state],
    draft: pull.draft ?? false,
    title: pull.title,
    body: pull.description ?? '',
    branch: pull.fromRef.id.slice(BRANCH.length),
    base: pull.toRef.id.slice(BRANCH.length),
    commit: pull.fromRef.latestCommit ?? '',
    author: pull.author.user.name,
    ...pullTimes(instant(pull.createdDate), instant(pull.closedDate)),
  };
}

/** @internal */
export function toBranchRef(branch: string): string {
  return `${BRANCH}${branch}`;
}

function instant(milliseconds: number | undefined): string | undefined {
  return milliseconds === undefined
    ? undefined
    : new Date(milliseconds).toISOString();
}
