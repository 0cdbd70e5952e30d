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

/** What we read of GitLab's `MergeRequest`. @internal */
export interface GitlabPull {
  readonly iid: number;
  readonly web_url: string;
  /** `locked` for the moment in which it is being merged. */
  readonly state: 'opened' | 'closed' | 'locked' | 'merged';
  readonly draft: boolean;
  readonly title: string;
  readonly description: string | null;
  readonly author: { readonly username: string } | null;
  readonly source_branch: string;
  readonly target_branch: string;
  readonly source_project_id: number | null;
  readonly target_project_id: number;
  /** Head of the source branch; as it was in the end when it is not open. */
  readonly sha: string;
  readonly created_at: string;
  readonly merged_at: string | null;
  readonly closed_at: string | null;
}

/** GitLab's prefixes of drafts, ours first. */
const DRAFT = /^(?:Draft:|\[Draft\]|\(Draft\))\s*/i;

/** @internal */
export function toGitlabTitle(title: string, draft: boolean): string {
  return draft ? `Draft: ${title}` : title;
}

/**
 * A line that begins with a slash is a command to GitLab, such as `/merge`, which
 * it would carry out in the name of the portal. Behind a backslash it is text.
 *
 * @internal
 */
export function toGitlabDescription(body: string): string {
  return body.replace(/^([ \t]*)\//gm, '$1\\/');
}

/** @internal */
export function fromGitlabPull(pull: GitlabPull): ForgePullRequest {
  return {
    number: pull.iid,
    url: pull.web_url,
    state: stateOf(pull),
    draft: pull.draft,
    title: pull.draft ? pull.title.replace(DRAFT, '') : pull.title,
    body: (pull.description ?? '').replace(/^([ \t]*)\\\//gm, '$1/'),
    branch: pull.source_branch,
    base: pull.target_branch,
    commit: pull.sha,
    author: pull.author?.username ?? '',
    ...pullTimes(pull.created_at, pull.merged_at, pull.closed_at),
  };
}

function stateOf({ state }: GitlabPull): ForgePullRequest['state'] {
  return state === 'opened' || state === 'locked' ? 'open' : state;
}
