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

import { BareCommit } from './BareRepository';

/** https://developer.atlassian.com/cloud/bitbucket/rest/api-group-commits/#api-repositories-workspace-repo-slug-commit-commit-get */
export function bitbucketCloudCommit({ id, parents, at, message }: BareCommit) {
  return {
    type: 'commit',
    hash: id,
    date: at.replace('.000Z', '+00:00'),
    message,
    parents: parents.map(hash => ({ type: 'commit', hash })),
  };
}
