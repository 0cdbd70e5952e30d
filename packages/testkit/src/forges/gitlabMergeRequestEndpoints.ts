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
import {
  GITLAB_PROJECT,
  GitlabNeed,
  gitlabNeeds,
  gitlabProject,
  gitlabProjectId,
  gitlabRefusal,
} from './GitlabProject';
import { pageOf } from './pageOf';
import { SimulatedCall, SimulatedEndpoint } from './SimulatedEndpoint';
import { SimulatedPull, SimulatedRepository } from './SimulatedRepository';

const DEFAULT_PAGE = 20;
/** https://docs.gitlab.com/user/project/merge_requests/drafts/#mark-merge-requests-as-drafts */
const DRAFT = /^(?:Draft:|\[Draft\]|\(Draft\))/i;
/**
 * Commands in a description are carried out and taken out of it:
 * https://docs.gitlab.com/user/project/quick_actions/
 */
const COMMAND = /^\/[a-z_]+\b.*\n?/gm;
const STATES = { open: 'opened', merged: 'merged', closed: 'closed' };

/** https://docs.gitlab.com/api/merge_requests/ */
export function gitlabMergeRequestEndpoints(
  simulator: ForgeSimulator,
): readonly SimulatedEndpoint[] {
  const path = `${GITLAB_PROJECT}/merge_requests`;
  const open = (call: SimulatedCall, need: GitlabNeed) =>
    gitlabProject(simulator, call, need);
  const one = async (call: SimulatedCall, project: SimulatedRepository) => {
    const pull = await project.pull(Number(call.params.iid));
    if (!pull) {
      throw gitlabRefusal(404, '404 Not found');
    }
    return pull;
  };
  return [
    {
      method: 'GET',
      path: `${GITLAB_PROJECT}/approval_rules`,
      docs: 'https://docs.gitlab.com/api/merge_request_approvals/#list-all-approval-rules-for-a-project',
      query: ['page', 'per_page'],
      async handle(call) {
        const { approvalRules } = open(call, gitlabNeeds.read);
        return approvalRules
          ? { status: 200, body: approvalRules }
          : { status: 404, body: { error: '404 Not Found' } };
      },
    },
    {
      method: 'GET',
      path: `${GITLAB_PROJECT}/users`,
      docs: 'https://docs.gitlab.com/api/projects/#list-all-users-of-a-project',
      query: ['search', 'skip_users'],
      async handle(call) {
        const { search = '' } = call.query;
        return {
          status: 200,
          body: gitlabUsers(open(call, gitlabNeeds.read)).filter(
            ({ username }) => username.includes(search),
          ),
        };
      },
    },
    {
      method: 'GET',
      path,
      docs: 'https://docs.gitlab.com/api/merge_requests/#list-project-merge-requests',
      query: [
        ...['state', 'source_branch', 'target_branch', 'scope'],
        ...['order_by', 'sort', 'page', 'per_page'],
      ],
      async handle(call) {
        const project = open(call, gitlabNeeds.read);
        const { state = 'all', source_branch, target_branch } = call.query;
        const found = (await project.pulls())
          .filter(
            pull =>
              (state === 'all' || STATES[pull.state] === state) &&
              (!source_branch || pull.branch === source_branch) &&
              (!target_branch || pull.base === target_branch),
          )
          .reverse();
        return pageOf(
          call,
          found.map(pull => show(simulator, project, pull)),
          DEFAULT_PAGE,
        );
      },
    },
    {
      method: 'GET',
      path: `${path}/{iid}`,
      docs: 'https://docs.gitlab.com/api/merge_requests/#retrieve-a-merge-request',
      async handle(call) {
        const project = open(call, gitlabNeeds.read);
        const pull = await one(call, project);
        return { status: 200, body: show(simulator, project, pull) };
      },
    },
    {
      method: 'POST',
      path,
      docs: 'https://docs.gitlab.com/api/merge_requests/#create-a-merge-request',
      body: {
        'source_branch!': 'string',
        'target_branch!': 'string',
        'title!': 'string',
        target_project_id: 'number',
        description: 'string',
        labels: 'string',
        remove_source_branch: 'boolean',
        squash: 'boolean',
      },
      handle(call) {
        const project = open(call, gitlabNeeds.write);
        const own = gitlabProjectId(simulator, project);
        const { target_project_id: target } = call.body;
        if (target === undefined ? project.parent : target !== own) {
          throw new Error(
            'A merge request into another project is not simulated',
          );
        }
        return project.exclusively(async () => ({
          status: 201,
          body: show(
            simulator,
            project,
            await openPull(project, call.body, call.token!.login),
          ),
        }));
      },
    },
    {
      method: 'PUT',
      path: `${path}/{iid}`,
      docs: 'https://docs.gitlab.com/api/merge_requests/#update-a-merge-request',
      body: {
        title: 'string',
        description: 'string',
        state_event: 'string',
        reviewer_ids: 'array',
        labels: 'string',
        target_branch: 'string',
      },
      handle(call) {
        const project = open(call, gitlabNeeds.write);
        return project.exclusively(async () => {
          const pull = await one(call, project);
          return {
            status: 200,
            body: show(
              simulator,
              project,
              await change(project, pull, call.body),
            ),
          };
        });
      },
    },
  ];
}

/** Who has a role in a project. */
function gitlabUsers({ roles }: SimulatedRepository) {
  return Object.keys(roles).map((username, index) => ({
    ...{ id: index + 1, username, name: username, state: 'active' },
  }));
}

async function openPull(
  project: SimulatedRepository,
  body: {
    readonly source_branch: string;
    readonly target_branch: string;
    readonly title: string;
    readonly description?: string;
    readonly labels?: string;
  },
  author: string,
): Promise<SimulatedPull> {
  const { source_branch: branch, target_branch: base, title } = body;
  const head = await project.git.head(branch);
  if (!head) {
    throw gitlabRefusal(422, [`Source branch "${branch}" does not exist`]);
  }
  if (!(await project.git.head(base))) {
    throw gitlabRefusal(422, [`Target branch "${base}" does not exist`]);
  }
  const other = (await project.pulls()).find(
    pull =>
      pull.state === 'open' && pull.branch === branch && pull.base === base,
  );
  if (other) {
    throw gitlabRefusal(409, [
      `Another open merge request already exists for this source branch: !${other.number}`,
    ]);
  }
  return project.open({
    ...{ title, branch, base, head, author },
    body: (body.description ?? '').replace(COMMAND, ''),
    draft: DRAFT.test(title),
    labels: body.labels?.split(',') ?? [],
  });
}

/** One that is merged or closed stays so without a complaint. */
function change(
  project: SimulatedRepository,
  pull: SimulatedPull,
  body: {
    readonly title?: string;
    readonly description?: string;
    readonly state_event?: 'close' | 'reopen';
    readonly reviewer_ids?: readonly number[];
  },
): Promise<SimulatedPull> {
  if (!Object.keys(body ?? {}).length) {
    throw gitlabRefusal(400, 'at least one parameter must be provided');
  }
  const { title = pull.title, description = pull.body } = body;
  const closes = body.state_event === 'close' && pull.state === 'open';
  return project.change(pull.number, {
    title,
    body: description.replace(COMMAND, ''),
    draft: DRAFT.test(title),
    ...(closes && { state: 'closed' }),
    ...(body.reviewer_ids && {
      reviewers: gitlabUsers(project)
        .filter(({ id }) => body.reviewer_ids!.includes(id))
        .map(({ username }) => username),
    }),
  });
}

function show(
  simulator: ForgeSimulator,
  project: SimulatedRepository,
  pull: SimulatedPull,
) {
  const id = gitlabProjectId(simulator, project);
  return {
    id: id * 1_000 + pull.number,
    iid: pull.number,
    project_id: id,
    title: pull.title,
    description: pull.body,
    state: STATES[pull.state],
    draft: pull.draft,
    work_in_progress: pull.draft,
    source_branch: pull.branch,
    target_branch: pull.base,
    source_project_id: id,
    target_project_id: id,
    author: { id: 1, username: pull.author, name: pull.author },
    sha: pull.head,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    merged_at: pull.state === 'merged' ? pull.endedAt : null,
    closed_at: pull.state === 'closed' ? pull.endedAt : null,
    web_url: `${simulator.url}/${project.owner}/${project.name}/-/merge_requests/${pull.number}`,
  };
}
