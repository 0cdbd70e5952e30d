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
import { applyGitlabActions, GitlabAction } from './applyGitlabActions';
import { gitlabCommit } from './gitlabCommit';
import {
  GITLAB_PROJECT,
  gitlabMessage,
  gitlabNeeds,
  gitlabProject,
  gitlabRefusal,
  refuseGitlabPush,
} from './GitlabProject';
import { refuseByGitlabRules } from './gitlabRuleEndpoints';
import { SimulatedAnswer, SimulatedEndpoint } from './SimulatedEndpoint';
import { SimulatedRepository } from './SimulatedRepository';

interface NewCommit {
  readonly branch: string;
  readonly commit_message: string;
  readonly actions: readonly GitlabAction[];
  readonly start_branch?: string;
  readonly start_sha?: string;
  readonly force?: boolean;
}

/** https://docs.gitlab.com/api/commits/ */
export function gitlabCommitEndpoints(
  simulator: ForgeSimulator,
): readonly SimulatedEndpoint[] {
  return [
    {
      method: 'POST',
      path: `${GITLAB_PROJECT}/repository/commits`,
      docs: 'https://docs.gitlab.com/api/commits/#create-a-commit',
      body: {
        'branch!': 'string',
        'commit_message!': 'string',
        'actions!': 'array',
        start_branch: 'string',
        start_sha: 'string',
        start_project: 'string',
        author_email: 'string',
        author_name: 'string',
        stats: 'boolean',
        force: 'boolean',
      },
      handle(call) {
        const project = gitlabProject(simulator, call, gitlabNeeds.write);
        const request = call.body as NewCommit;
        refuseGitlabPush(project, request.branch);
        refuseByGitlabRules(project, request.branch, request.commit_message);
        return project.exclusively(() =>
          commit(project, request, call.token!.login),
        );
      },
    },
    {
      method: 'POST',
      path: `${GITLAB_PROJECT}/statuses/{sha}`,
      docs: 'https://docs.gitlab.com/api/commits/#set-the-pipeline-status-of-a-commit',
      body: {
        'state!': 'string',
        ref: 'string',
        name: 'string',
        context: 'string',
        target_url: 'string',
        description: 'string',
        coverage: 'number',
        pipeline_id: 'number',
      },
      async handle(call) {
        const project = gitlabProject(simulator, call, gitlabNeeds.write);
        const { sha } = call.params;
        if ((await project.git.typeOf(sha)) !== 'commit') {
          throw gitlabRefusal(404, '404 Commit Not Found');
        }
        return setStatus(project, sha, call.body);
      },
    },
  ];
}

/** In the order in which GitLab and its Gitaly look. */
async function commit(
  project: SimulatedRepository,
  request: NewCommit,
  author: string,
): Promise<SimulatedAnswer> {
  const { branch, start_branch: startBranch, start_sha: startSha } = request;
  if (startBranch && startSha) {
    throw gitlabRefusal(400, "You can't pass both start_branch and start_sha");
  }
  const start = startBranch ?? branch;
  const startHead = startSha ?? (await project.git.head(start));
  if (!startHead) {
    throw gitlabRefusal(
      400,
      'You can only create or edit files when you are on a branch',
    );
  }
  const head = await project.git.head(branch);
  if (head && (startSha || start !== branch) && !request.force) {
    throw gitlabRefusal(
      400,
      `A branch called '${branch}' already exists. Switch to that branch in order to make changes`,
    );
  }
  const id = await project.git.writeCommit({
    tree: await applyGitlabActions(project.git, startHead, request.actions),
    parents: [startHead],
    message: request.commit_message,
    author,
  });
  const moved = await project.git.move(`refs/heads/${branch}`, id, head);
  return moved
    ? { status: 201, body: gitlabCommit(await project.git.commit(id)) }
    : gitlabMessage(
        400,
        `Could not update refs/heads/${branch}. Please refresh and try again.`,
      );
}

const BEGIN = { pending: 'enqueue', running: 'run' };

/** Statuses move on: what is pending does not become pending. */
function setStatus(
  project: SimulatedRepository,
  sha: string,
  body: {
    readonly state: string;
    readonly name?: string;
    readonly context?: string;
    readonly description?: string;
    readonly target_url?: string;
  },
): SimulatedAnswer {
  const context = body.name ?? body.context ?? 'default';
  const now = project.statusesOf(sha).find(one => one.context === context);
  const status = {
    commit: sha,
    context,
    state: body.state,
    description: body.description ?? now?.description ?? '',
    url: body.target_url ?? now?.url ?? '',
  };
  project.setStatus(status);
  if (now?.state === body.state && body.state in BEGIN) {
    const event = BEGIN[body.state as keyof typeof BEGIN];
    return gitlabMessage(
      400,
      `Cannot transition status via :${event} from :${now.state} (Reason(s): Status cannot transition via "${event}")`,
    );
  }
  return {
    status: 201,
    body: {
      sha,
      name: context,
      status: status.state,
      description: status.description,
      target_url: status.url,
    },
  };
}
