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

interface Endpoint {
  readonly branch: { readonly name: string };
  /** The beginning of its id, 12 digits. */
  readonly commit: { readonly hash: string } | null;
  /** Null when it is deleted, a fork mostly. */
  readonly repository: { readonly full_name: string } | null;
}

/** What we read of Bitbucket Cloud's `pullrequest`. @internal */
export interface BitbucketCloudPull {
  readonly id: number;
  readonly title: string;
  readonly description?: string;
  readonly state: (typeof bitbucketCloudStates)[number];
  readonly draft?: boolean;
  readonly source: Endpoint;
  readonly destination: Endpoint;
  readonly author: {
    readonly uuid?: string;
    readonly nickname?: string;
  } | null;
  readonly reviewers?: readonly { readonly uuid: string }[];
  readonly created_on: string;
  readonly updated_on: string;
  readonly links: { readonly html: { readonly href: string } };
}

/** Those of open ones. @internal */
export const bitbucketCloudOpenStates = ['OPEN', 'DRAFT', 'QUEUED'] as const;

/** All that there are. @internal */
export const bitbucketCloudStates = [
  ...bitbucketCloudOpenStates,
  'MERGED',
  'DECLINED',
  'SUPERSEDED',
] as const;

/**
 * @param commit - the whole id of the source's commit
 * @internal
 */
export function fromBitbucketCloudPull(
  pull: BitbucketCloudPull,
  commit: string,
): ForgePullRequest {
  const state = stateOf(pull);
  return {
    number: pull.id,
    url: pull.links.html.href,
    state,
    draft: pull.draft ?? false,
    title: pull.title,
    body: pull.description ?? '',
    branch: pull.source.branch.name,
    base: pull.destination.branch.name,
    commit,
    author: pull.author?.nickname ?? '',
    // One that has ended cannot be changed any more.
    ...pullTimes(pull.created_on, state !== 'open' ? pull.updated_on : null),
  };
}

function stateOf({ state }: BitbucketCloudPull): ForgePullRequest['state'] {
  switch (state) {
    case 'MERGED':
      return 'merged';
    case 'DECLINED':
    case 'SUPERSEDED':
      return 'closed';
    default:
      return 'open';
  }
}
