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

import { bitbucketServerPage } from './bitbucketServerPage';
import {
  BITBUCKET_SERVER_REPOSITORY,
  bitbucketServerRefusal,
  bitbucketServerRepository,
} from './BitbucketServerProject';
import { ForgeSimulator } from './ForgeSimulator';
import { SimulatedCall, SimulatedEndpoint } from './SimulatedEndpoint';
import { SimulatedPull, SimulatedRepository } from './SimulatedRepository';

const PULLS =
  'https://developer.atlassian.com/server/bitbucket/rest/v906/api-group-pull-requests/';
const HEADS = 'refs/heads/';
const STATES = { open: 'OPEN', merged: 'MERGED', closed: 'DECLINED' };

export function bitbucketServerPullEndpoints(
  simulator: ForgeSimulator,
): readonly SimulatedEndpoint[] {
  const path = `${BITBUCKET_SERVER_REPOSITORY}/pull-requests`;
  /** Changes of each, which the host counts. */
  const versions = new Map<string, number>();
  const keyOf = ({ name }: SimulatedRepository, number: number) =>
    `${name}#${number}`;
  const versionOf = (repository: SimulatedRepository, number: number) =>
    versions.get(keyOf(repository, number)) ?? 0;
  const show = (repository: SimulatedRepository, pull: SimulatedPull) =>
    toPull(simulator, repository, pull, versionOf(repository, pull.number));
  const one = async (call: SimulatedCall, repository: SimulatedRepository) => {
    const pull = await repository.pull(Number(call.params.id));
    if (!pull) {
      throw bitbucketServerRefusal(
        404,
        'pull.NoSuchPullRequestException',
        `No pull request exists with ID ${call.params.id}.`,
      );
    }
    return pull;
  };
  const change = async (
    repository: SimulatedRepository,
    pull: SimulatedPull,
    version: number,
    changes: Parameters<SimulatedRepository['change']>[1],
  ) => {
    const now = versionOf(repository, pull.number);
    if (version !== now || pull.state !== 'open') {
      throw bitbucketServerRefusal(
        409,
        'pull.PullRequestOutOfDateException',
        'You are attempting to modify a pull request based on out-of-date information.',
      );
    }
    versions.set(keyOf(repository, pull.number), now + 1);
    const changed = await repository.change(pull.number, changes);
    return { status: 200, body: show(repository, changed) };
  };
  return [
    {
      method: 'GET',
      path,
      docs: `${PULLS}#api-api-latest-projects-projectkey-repos-repositoryslug-pull-requests-get`,
      query: [
        ...['direction', 'at', 'state', 'order', 'draft', 'filterText'],
        ...['withAttributes', 'withProperties', 'start', 'limit'],
      ],
      async handle(call) {
        const repository = bitbucketServerRepository(simulator, call, 'read');
        const { at, state = 'OPEN', direction, order } = call.query;
        const found = (await repository.pulls()).filter(
          pull =>
            (state === 'ALL' || STATES[pull.state] === state) &&
            (!at ||
              at ===
                HEADS + (direction === 'OUTGOING' ? pull.branch : pull.base)),
        );
        return bitbucketServerPage(
          call,
          (order === 'OLDEST' ? found : found.reverse()).map(pull =>
            show(repository, pull),
          ),
        );
      },
    },
    {
      method: 'GET',
      path: `${path}/{id}`,
      docs: `${PULLS}#api-api-latest-projects-projectkey-repos-repositoryslug-pull-requests-pullrequestid-get`,
      async handle(call) {
        const repository = bitbucketServerRepository(simulator, call, 'read');
        const pull = await one(call, repository);
        return { status: 200, body: show(repository, pull) };
      },
    },
    {
      method: 'POST',
      path,
      docs: `${PULLS}#api-api-latest-projects-projectkey-repos-repositoryslug-pull-requests-post`,
      body: {
        'title!': 'string',
        'fromRef!': 'object',
        'toRef!': 'object',
        description: 'string',
        draft: 'boolean',
        reviewers: 'array',
        // It shows them, and they are what they are.
        ...{ state: 'string', open: 'boolean', closed: 'boolean' },
        locked: 'boolean',
      },
      handle(call) {
        const repository = bitbucketServerRepository(simulator, call, 'read');
        return repository.exclusively(async () => {
          const pull = await openPull(repository, call.body, call.token!.login);
          return { status: 201, body: show(repository, pull) };
        });
      },
    },
    {
      method: 'PUT',
      path: `${path}/{id}`,
      docs: `${PULLS}#api-api-latest-projects-projectkey-repos-repositoryslug-pull-requests-pullrequestid-put`,
      body: {
        'version!': 'number',
        title: 'string',
        description: 'string',
        draft: 'boolean',
        reviewers: 'array',
        toRef: 'object',
      },
      handle(call) {
        const repository = bitbucketServerRepository(simulator, call, 'read');
        return repository.exclusively(async () => {
          const pull = await one(call, repository);
          const { version, title = pull.title, description, draft } = call.body;
          const reviewers = reviewersOf(call.body);
          refuseReviewers(repository, pull, reviewers);
          return change(repository, pull, version, {
            title,
            // Left out, it is taken away.
            body: description ?? '',
            draft: repository.drafts && (draft ?? pull.draft),
            reviewers,
          });
        });
      },
    },
    {
      method: 'POST',
      path: `${path}/{id}/decline`,
      docs: `${PULLS}#api-api-latest-projects-projectkey-repos-repositoryslug-pull-requests-pullrequestid-decline-post`,
      query: ['version'],
      body: { comment: 'string', version: 'number' },
      handle(call) {
        const repository = bitbucketServerRepository(simulator, call, 'read');
        return repository.exclusively(async () => {
          const pull = await one(call, repository);
          const version = Number(call.query.version ?? call.body?.version);
          return change(repository, pull, version, { state: 'closed' });
        });
      },
    },
  ];
}

function reviewersOf(body: {
  readonly reviewers?: readonly { readonly user: { readonly name: string } }[];
}): readonly string[] {
  return body.reviewers?.map(({ user }) => user.name) ?? [];
}

/** The author is none, and whoever may not read the repository. */
function refuseReviewers(
  repository: SimulatedRepository,
  { author }: SimulatedPull,
  reviewers: readonly string[],
) {
  if (
    reviewers.some(name => name === author || !repository.may(name, 'read'))
  ) {
    throw bitbucketServerRefusal(
      409,
      'pull.InvalidPullRequestReviewersException',
      'Errors encountered while adding some reviewers to this pull request.',
    );
  }
}

async function openPull(
  repository: SimulatedRepository,
  body: {
    readonly title: string;
    readonly description?: string;
    readonly draft?: boolean;
    readonly fromRef: { readonly id: string };
    readonly toRef: { readonly id: string };
  },
  author: string,
): Promise<SimulatedPull> {
  const { title, description = '', draft = false } = body;
  const branch = body.fromRef.id.replace(HEADS, '');
  const base = body.toRef.id.replace(HEADS, '');
  const head = await repository.git.head(branch);
  const baseHead = await repository.git.head(base);
  if (!head || !baseHead) {
    throw bitbucketServerRefusal(
      404,
      'commit.NoSuchBranchException',
      `Branch ${head ? base : branch} does not exist.`,
    );
  }
  const other = (await repository.pulls()).find(
    pull =>
      pull.state === 'open' && pull.branch === branch && pull.base === base,
  );
  if (other) {
    throw bitbucketServerRefusal(
      409,
      'pull.DuplicatePullRequestException',
      'Only one pull request may be open for a given source and target branch',
    );
  }
  if (repository.archived || head === baseHead) {
    throw bitbucketServerRefusal(
      409,
      'pull.EmptyPullRequestException',
      `${base} is already up-to-date with ${branch}`,
    );
  }
  return repository.open({
    ...{ title, body: description, branch, base, head, author },
    draft: repository.drafts && draft,
  });
}

function toPull(
  simulator: ForgeSimulator,
  repository: SimulatedRepository,
  pull: SimulatedPull,
  version: number,
) {
  const { owner, name, drafts } = repository;
  const id = simulator.repositories().indexOf(repository) + 1;
  const refOf = (branch: string) => ({
    id: `${HEADS}${branch}`,
    displayId: branch,
    repository: { id, slug: name },
  });
  const page = `${simulator.url}/projects/${owner}/repos/${name}/pull-requests/${pull.number}`;
  return {
    ...{ id: pull.number, version, title: pull.title },
    ...(pull.body && { description: pull.body }),
    ...(drafts && { draft: pull.draft }),
    state: STATES[pull.state],
    open: pull.state === 'open',
    closed: pull.state !== 'open',
    createdDate: Date.parse(pull.createdAt),
    ...(pull.endedAt && { closedDate: Date.parse(pull.endedAt) }),
    fromRef: { ...refOf(pull.branch), latestCommit: pull.head },
    toRef: refOf(pull.base),
    author: { user: { name: pull.author, slug: pull.author }, role: 'AUTHOR' },
    reviewers: pull.reviewers.map(user => ({
      ...{ user: { name: user, slug: user }, role: 'REVIEWER' },
    })),
    links: { self: [{ href: page }] },
  };
}
