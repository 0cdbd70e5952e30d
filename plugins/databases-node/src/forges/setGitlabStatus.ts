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

import { ForgeStatus } from './Forge';
import { GitlabApi } from './GitlabApi';

const STATES = { pending: 'pending', success: 'success', failure: 'failed' };
/** Characters of a description. */
const LONGEST = 255;

/** @internal */
export async function setGitlabStatus(
  api: GitlabApi,
  commit: string,
  { context, state, description, url }: ForgeStatus,
): Promise<void> {
  const call = {
    purpose: `set the status ${context} of ${commit}`,
    method: 'POST' as const,
    path: ['statuses', commit],
    body: {
      name: context,
      state: STATES[state],
      description: description.slice(0, LONGEST),
      ...(url && { target_url: url }),
    },
    accept: [400],
  };
  const answer = await api.send(call);
  // It takes the words, and complains that the state is what it was.
  if (
    answer.status === 400 &&
    !answer.said.startsWith('Cannot transition status')
  ) {
    throw api.error(call, answer);
  }
}
