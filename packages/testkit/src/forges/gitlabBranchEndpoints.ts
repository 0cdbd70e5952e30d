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
import { gitlabCommit } from './gitlabCommit';
import {
  GITLAB_PROJECT,
  gitlabNeeds,
  gitlabProject,
  gitlabRefusal,
  refuseGitlabPush,
} from './GitlabProject';
import { SimulatedEndpoint } from './SimulatedEndpoint';

/** https://docs.gitlab.com/api/branches/ */
export function gitlabBranchEndpoints(
  simulator: ForgeSimulator,
): readonly SimulatedEndpoint[] {
  const path = `${GITLAB_PROJECT}/repository/branches/{branch}`;
  return [
    {
      method: 'GET',
      path,
      docs: 'https://docs.gitlab.com/api/branches/#get-single-repository-branch',
      async handle(call) {
        const project = gitlabProject(simulator, call, gitlabNeeds.read);
        const { branch: name } = call.params;
        const head = await project.git.head(name);
        if (!head) {
          throw gitlabRefusal(404, '404 Branch Not Found');
        }
        const guarded = project.protectedBranches.has(name);
        return {
          status: 200,
          body: {
            name,
            default: name === project.defaultBranch,
            protected: guarded,
            can_push:
              !guarded &&
              !project.archived &&
              project.may(call.token!.login, 'write'),
            commit: gitlabCommit(await project.git.commit(head)),
          },
        };
      },
    },
    {
      method: 'POST',
      path: `${GITLAB_PROJECT}/repository/branches`,
      docs: 'https://docs.gitlab.com/api/branches/#create-repository-branch',
      body: { 'branch!': 'string', 'ref!': 'string' },
      handle(call) {
        const project = gitlabProject(simulator, call, gitlabNeeds.write);
        const { branch: name, ref } = call.body;
        return project.exclusively(async () => {
          const head = (await project.git.head(ref)) ?? ref;
          if ((await project.git.typeOf(head)) !== 'commit') {
            throw gitlabRefusal(400, `Invalid reference name: ${ref}`);
          }
          if (!(await project.git.move(`refs/heads/${name}`, head))) {
            throw gitlabRefusal(400, 'Branch already exists');
          }
          const commit = gitlabCommit(await project.git.commit(head));
          return { status: 201, body: { name, commit } };
        });
      },
    },
    {
      method: 'DELETE',
      path,
      docs: 'https://docs.gitlab.com/api/branches/#delete-repository-branch',
      handle(call) {
        const project = gitlabProject(simulator, call, gitlabNeeds.write);
        const { branch } = call.params;
        return project.exclusively(async () => {
          const head = await project.git.head(branch);
          if (!head) {
            throw gitlabRefusal(404, '404 Branch Not Found');
          }
          refuseGitlabPush(project, branch);
          await project.closeOf(branch);
          await project.git.move(`refs/heads/${branch}`, undefined, head);
          return { status: 204 };
        });
      },
    },
  ];
}
