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
import { ForgeStanding } from './Forge';

/** What a host tells beforehand; what it does not tell is left out. @internal */
export interface WriteFacts {
  readonly archived?: boolean;
  readonly mayPush?: boolean;
  readonly takesPullRequests?: boolean;
  readonly mayOpenPullRequests?: boolean;
}

/** In one voice for all hosts. @internal */
export function standingOf(
  { owner, repo, host }: RepositoryRef,
  facts: WriteFacts,
): ForgeStanding {
  const name = `${owner}/${repo} on ${host}`;
  return {
    obstacles: [
      ...(facts.archived
        ? [
            `${name} is archived. Unarchive it, or name another one in the target's repoUrl.`,
          ]
        : []),
      ...(facts.mayPush === false && !facts.archived
        ? [
            `The portal's account may read ${name} and not push to it. Give it the right to write there.`,
          ]
        : []),
      ...(facts.takesPullRequests === false
        ? [
            `${name} takes no pull requests. Turn them on in its settings, or name another one in the target's repoUrl.`,
          ]
        : []),
      ...(facts.mayOpenPullRequests === false &&
      facts.mayPush !== false &&
      facts.takesPullRequests !== false
        ? [
            `The portal's account may push to ${name} and not open pull requests there. Give it the right to.`,
          ]
        : []),
    ],
  };
}
