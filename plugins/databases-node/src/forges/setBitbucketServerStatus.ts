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

import { BitbucketServerApi } from './BitbucketServerApi';
import { ForgeStatus } from './Forge';

const STATES = {
  pending: 'INPROGRESS',
  success: 'SUCCESSFUL',
  failure: 'FAILED',
};
/** Characters of a description. */
const LONGEST = 255;

/**
 * Sets a build status.
 *
 * @param page - of the commit, for a status without an address: the host wants one
 * @internal
 */
export async function setBitbucketServerStatus(
  api: BitbucketServerApi,
  commit: string,
  { context, state, description, url }: ForgeStatus,
  page: string,
): Promise<void> {
  await api.send({
    purpose: `set the status ${context} of ${commit}`,
    method: 'POST',
    path: ['commits', commit, 'builds'],
    body: {
      key: context,
      name: context,
      state: STATES[state],
      description: description.slice(0, LONGEST),
      url: url ?? page,
    },
  });
}
