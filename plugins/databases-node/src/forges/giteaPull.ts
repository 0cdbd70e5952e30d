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

/** What we read of Gitea's `PullRequest`. @internal */
export interface GiteaPull {
  readonly number: number;
  readonly html_url: string;
  readonly state: 'open' | 'closed';
  readonly merged: boolean;
  readonly draft: boolean;
  readonly title: string;
  readonly body: string;
  readonly user: { readonly login: string } | null;
  readonly created_at?: string;
  readonly merged_at?: string | null;
  readonly closed_at?: string | null;
  readonly base: { readonly ref: string; readonly repo_id: number };
  readonly head: {
    /** Branch name, also when the branch is gone. */
    readonly label: string;
    /** Branch name, or `refs/pull/N/head` when the branch is gone. */
    readonly ref: string;
    readonly sha: string;
    readonly repo_id: number;
  };
}

/** Gitea's default prefixes of drafts, ours first. */
const DRAFT = /^(?:WIP:|\[WIP\])\s*/i;

/** @internal */
export function toGiteaTitle(title: string, draft: boolean): string {
  return draft ? `WIP: ${title}` : title;
}

/** @internal */
export function fromGiteaPull(pull: GiteaPull): ForgePullRequest {
  return {
    number: pull.number,
    url: pull.html_url,
    state: pull.merged ? 'merged' : pull.state,
    draft: pull.draft,
    title: pull.draft ? pull.title.replace(DRAFT, '') : pull.title,
    body: pull.body,
    branch: pull.head.label,
    base: pull.base.ref,
    commit: pull.head.sha,
    author: pull.user?.login ?? '',
    ...pullTimes(pull.created_at, pull.merged_at, pull.closed_at),
  };
}
