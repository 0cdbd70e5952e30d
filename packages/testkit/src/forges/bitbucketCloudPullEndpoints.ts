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

import { bitbucketCloudPage } from './bitbucketCloudPage';
import {
  BITBUCKET_CLOUD_REPOSITORY,
  BitbucketCloudNeed,
  bitbucketCloudNeeds,
  bitbucketCloudRefusal,
  bitbucketCloudRepository,
} from './BitbucketCloudProject';
import { ForgeSimulator } from './ForgeSimulator';
import { parseBitbucketQuery } from './parseBitbucketQuery';
import { SimulatedCall, SimulatedEndpoint } from './SimulatedEndpoint';
import { SimulatedPull, SimulatedRepository } from './SimulatedRepository';

const PULLS =
  'https://developer.atlassian.com/cloud/bitbucket/rest/api-group-pullrequests/';
const LARGEST_PAGE = 50;
/** The host tells the beginning of a commit's id. */
const SHORT_ID = 12;
const STATES = { open: 'OPEN', merged: 'MERGED', closed: 'DECLINED' };

export function bitbucketCloudPullEndpoints(
  simulator: ForgeSimulator,
): readonly SimulatedEndpoint[] {
  const path = `${BITBUCKET_CLOUD_REPOSITORY}/pullrequests`;
  const open = (call: SimulatedCall, need: BitbucketCloudNeed) =>
    bitbucketCloudRepository(simulator, call, need);
  const one = async (call: SimulatedCall, repository: SimulatedRepository) => {
    const pull = await repository.pull(Number(call.params.id));
    if (!pull) {
      throw bitbucketCloudRefusal(404, 'Pull request not found');
    }
    return pull;
  };
  return [
    {
      method: 'GET',
      path,
      docs: `${PULLS}#api-repositories-workspace-repo-slug-pullrequests-get`,
      query: ['state', 'q', 'sort', 'page', 'pagelen'],
      async handle(call) {
        const repository = open(call, bitbucketCloudNeeds.readPulls);
        const states = (call.query.state ?? 'OPEN').split(',');
        const matches = parseBitbucketQuery(call.query.q);
        const found = (await repository.pulls()).filter(
          pull =>
            states.includes(STATES[pull.state]) &&
            matches(field => valueOf(pull, field)),
        );
        return bitbucketCloudPage(
          call,
          found.reverse().map(pull => show(simulator, repository, pull)),
          LARGEST_PAGE,
        );
      },
    },
    {
      method: 'GET',
      path: `${path}/{id}`,
      docs: `${PULLS}#api-repositories-workspace-repo-slug-pullrequests-pull-request-id-get`,
      async handle(call) {
        const repository = open(call, bitbucketCloudNeeds.readPulls);
        const pull = await one(call, repository);
        return { status: 200, body: show(simulator, repository, pull) };
      },
    },
    {
      method: 'POST',
      path,
      docs: `${PULLS}#api-repositories-workspace-repo-slug-pullrequests-post`,
      body: {
        'title!': 'string',
        'source!': 'object',
        destination: 'object',
        description: 'string',
        draft: 'boolean',
        reviewers: 'array',
        close_source_branch: 'boolean',
      },
      handle(call) {
        const repository = open(call, bitbucketCloudNeeds.writePulls);
        return repository.exclusively(async () => {
          const pull = await openPull(repository, call.body, call.token!.login);
          return { status: 201, body: show(simulator, repository, pull) };
        });
      },
    },
    {
      method: 'PUT',
      path: `${path}/{id}`,
      docs: `${PULLS}#api-repositories-workspace-repo-slug-pullrequests-pull-request-id-put`,
      body: {
        title: 'string',
        description: 'string',
        draft: 'boolean',
        reviewers: 'array',
        destination: 'object',
      },
      handle(call) {
        const repository = open(call, bitbucketCloudNeeds.writePulls);
        return repository.exclusively(async () => {
          const pull = await one(call, repository);
          refuseEnded(pull);
          const { title, description, draft, reviewers } = call.body;
          const asked = reviewers?.map(({ uuid }: { readonly uuid: string }) =>
            simulator.logins().find(login => uuidOf(login) === uuid),
          );
          if (
            asked?.some((login?: string) => !login || login === pull.author)
          ) {
            throw bitbucketCloudRefusal(400, 'reviewers: Malformed reviewers');
          }
          const changed = await repository.change(pull.number, {
            ...(title !== undefined && { title }),
            ...(description !== undefined && { body: description }),
            ...(draft !== undefined && { draft }),
            ...(asked && { reviewers: asked }),
          });
          return { status: 200, body: show(simulator, repository, changed) };
        });
      },
    },
    {
      method: 'GET',
      path: '/2.0/workspaces/{workspace}/members',
      docs: 'https://developer.atlassian.com/cloud/bitbucket/rest/api-group-workspaces/#api-workspaces-workspace-members-get',
      query: ['q', 'fields', 'page', 'pagelen'],
      handle(call) {
        if (!call.token?.scopes.has('account')) {
          throw bitbucketCloudRefusal(
            403,
            'Your credentials lack one or more required privilege scopes.',
          );
        }
        const [, mails] = /^user\.email IN \((.*)\)$/.exec(call.query.q) ?? [];
        if (call.query.q && !mails) {
          return simulator.violation(
            `members are not found by ${call.query.q}`,
          );
        }
        const mailOf = (login: string) => `${login}@example.test`;
        const found = simulator
          .logins()
          .filter(login => !mails || mails.includes(`"${mailOf(login)}"`));
        return bitbucketCloudPage(
          call,
          found.map(login => ({
            type: 'workspace_membership',
            user: {
              ...showUser(login),
              ...(mails && { email: mailOf(login) }),
            },
          })),
        );
      },
    },
    {
      method: 'POST',
      path: `${path}/{id}/decline`,
      docs: `${PULLS}#api-repositories-workspace-repo-slug-pullrequests-pull-request-id-decline-post`,
      handle(call) {
        const repository = open(call, bitbucketCloudNeeds.writePulls);
        return repository.exclusively(async () => {
          const pull = await one(call, repository);
          refuseEnded(pull);
          const closed = await repository.change(pull.number, {
            state: 'closed',
          });
          return { status: 200, body: show(simulator, repository, closed) };
        });
      },
    },
  ];
}

function valueOf(pull: SimulatedPull, field: string): string | undefined {
  const values: { readonly [name: string]: string } = {
    'source.branch.name': pull.branch,
    'destination.branch.name': pull.base,
  };
  return values[field];
}

/** "Only open pull requests can be mutated." */
function refuseEnded({ state }: SimulatedPull) {
  if (state !== 'open') {
    throw bitbucketCloudRefusal(400, 'This pull request is already closed.');
  }
}

/** Whether a second one of a branch is refused, the documentation does not say. */
async function openPull(
  repository: SimulatedRepository,
  body: {
    readonly title: string;
    readonly description?: string;
    readonly draft?: boolean;
    readonly source: { readonly branch: { readonly name: string } };
    readonly destination?: { readonly branch: { readonly name: string } };
  },
  author: string,
): Promise<SimulatedPull> {
  const { title, description = '', draft = false } = body;
  const branch = body.source.branch.name;
  const base = body.destination?.branch.name ?? repository.defaultBranch;
  const head = await repository.git.head(branch);
  if (!head || !(await repository.git.head(base))) {
    throw bitbucketCloudRefusal(400, `${head ? base : branch}: not found`);
  }
  return repository.open({
    ...{ title, body: description, draft, branch, base, head, author },
  });
}

function show(
  { url }: ForgeSimulator,
  { owner, name }: SimulatedRepository,
  pull: SimulatedPull,
) {
  const repository = { type: 'repository', full_name: `${owner}/${name}` };
  return {
    type: 'pullrequest',
    id: pull.number,
    title: pull.title,
    description: pull.body,
    summary: { raw: pull.body },
    state: STATES[pull.state],
    draft: pull.draft,
    source: {
      branch: { name: pull.branch },
      commit: { type: 'commit', hash: pull.head.slice(0, SHORT_ID) },
      repository,
    },
    destination: { branch: { name: pull.base }, repository },
    author: showUser(pull.author),
    reviewers: pull.reviewers.map(showUser),
    created_on: pull.createdAt,
    updated_on: pull.updatedAt,
    links: {
      html: { href: `${url}/${owner}/${name}/pull-requests/${pull.number}` },
    },
  };
}

function uuidOf(login: string): string {
  return `{${Buffer.from(login).toString('hex')}}`;
}

function showUser(login: string) {
  return {
    ...{ type: 'user', uuid: uuidOf(login) },
    ...{ nickname: login, display_name: login },
  };
}
