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
import { azureAddress } from './azurePage';
import { ForgePullRequest } from './Forge';
import { pullTimes } from './pullTimes';

/** What we read of Azure DevOps' `GitPullRequest`. @internal */
export interface AzurePull {
  readonly pullRequestId: number;
  readonly status: 'notSet' | 'active' | 'abandoned' | 'completed';
  readonly title: string;
  /** Cut after 400 characters in lists; left out when it is empty. */
  readonly description?: string;
  readonly isDraft?: boolean;
  readonly sourceRefName: string;
  readonly targetRefName: string;
  readonly createdBy?: { readonly id?: string; readonly uniqueName?: string };
  /** Head of the branch when it was last merged for a look, which is soon after a push. */
  readonly lastMergeSourceCommit?: { readonly commitId: string };
  /** Both UTC, with seven digits of a second. */
  readonly creationDate?: string;
  /** When it was completed or abandoned. */
  readonly closedDate?: string;
  /** When the branch is one of a fork. */
  readonly forkSource?: object;
}

/** @internal */
export const AZURE_HEADS = 'refs/heads/';

/** @param head - of the branch, as long as the pull request follows it */
export function fromAzurePull(
  pull: AzurePull,
  ref: RepositoryRef,
  head?: string,
): ForgePullRequest {
  const state = stateOf(pull);
  return {
    number: pull.pullRequestId,
    url: azureAddress(ref, 'pullrequest', String(pull.pullRequestId)),
    state,
    draft: pull.isDraft ?? false,
    title: pull.title,
    body: pull.description ?? '',
    branch: pull.sourceRefName.slice(AZURE_HEADS.length),
    base: pull.targetRefName.slice(AZURE_HEADS.length),
    commit:
      (state === 'open' ? head : undefined) ??
      pull.lastMergeSourceCommit?.commitId ??
      '',
    author: pull.createdBy?.uniqueName ?? '',
    ...pullTimes(pull.creationDate, pull.closedDate),
  };
}

function stateOf({ status }: AzurePull): ForgePullRequest['state'] {
  switch (status) {
    case 'completed':
      return 'merged';
    case 'abandoned':
      return 'closed';
    default:
      return 'open';
  }
}
