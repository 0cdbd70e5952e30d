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

import { ForgeSimulator } from './ForgeSimulator';
import { gitlabNeeds, gitlabProject } from './GitlabProject';
import { receivePush } from './receivePush';
import { SimulatedEndpoint } from './SimulatedEndpoint';

/** Git over HTTP, with the token as a password. */
export function gitlabGitEndpoints(
  simulator: ForgeSimulator,
): readonly SimulatedEndpoint[] {
  return [
    {
      method: 'POST',
      path: '/{project+}.git/git-receive-pack',
      docs: 'https://git-scm.com/docs/gitprotocol-http#_smart_service_git_receive_pack',
      binary: 'application/x-git-receive-pack-request',
      handle(call) {
        const project = gitlabProject(simulator, call, gitlabNeeds.push);
        return receivePush(project, call.body);
      },
    },
  ];
}
