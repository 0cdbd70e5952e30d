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
  hasPermission,
} from './BitbucketServerProject';
import { ForgeSimulator } from './ForgeSimulator';
import { SimulatedEndpoint } from './SimulatedEndpoint';
import { SimulatedRepository } from './SimulatedRepository';

const REST = 'https://developer.atlassian.com/server/bitbucket/rest/v906';
const HEADS = 'refs/heads/';
const MOST_COMMITS = 1_000;

/** What a repository is, its branches, its commits and their statuses. */
export function bitbucketServerRepositoryEndpoints(
  simulator: ForgeSimulator,
): readonly SimulatedEndpoint[] {
  return [
    {
      method: 'GET',
      path: BITBUCKET_SERVER_REPOSITORY,
      docs: `${REST}/api-group-project/#api-api-latest-projects-projectkey-repos-repositoryslug-get`,
      handle(call) {
        const repository = bitbucketServerRepository(simulator, call, 'read');
        return { status: 200, body: describe(simulator, repository) };
      },
    },
    {
      method: 'GET',
      path: '/rest/api/1.0/repos',
      docs: `${REST}/api-group-repository/#api-api-latest-repos-get`,
      query: [
        ...['archived', 'projectname', 'projectkey', 'visibility', 'name'],
        ...['permission', 'state', 'start', 'limit'],
      ],
      handle(call) {
        const { projectkey, name, archived = 'ACTIVE' } = call.query;
        const { permission = 'REPO_READ' } = call.query;
        const found = simulator
          .repositories()
          .filter(
            repository =>
              isOr(repository.owner, projectkey) &&
              isOr(repository.title ?? repository.name, name) &&
              (archived === 'ALL' ||
                repository.archived === (archived === 'ARCHIVED')) &&
              hasPermission(repository, call.token, permission),
          );
        return bitbucketServerPage(
          call,
          found.map(repository => describe(simulator, repository)),
        );
      },
    },
    {
      method: 'GET',
      path: `${BITBUCKET_SERVER_REPOSITORY}/branches`,
      docs: `${REST}/api-group-repository/#api-api-latest-projects-projectkey-repos-repositoryslug-branches-get`,
      query: [
        ...['boostMatches', 'context', 'orderBy', 'details'],
        ...['filterText', 'base', 'start', 'limit'],
      ],
      async handle(call) {
        const { git, defaultBranch } = bitbucketServerRepository(
          simulator,
          call,
          'read',
        );
        const { filterText = '', boostMatches } = call.query;
        const found = [...(await git.refs(HEADS))]
          .map(([id, latestCommit]) => ({
            ...{ id, type: 'BRANCH', latestCommit },
            displayId: id.slice(HEADS.length),
            default: id === `${HEADS}${defaultBranch}`,
          }))
          .filter(({ displayId }) => displayId.includes(filterText));
        if (boostMatches === 'true') {
          const isExact = ({ displayId }: (typeof found)[number]) =>
            Number(displayId === filterText);
          found.sort((a, b) => isExact(b) - isExact(a));
        }
        return bitbucketServerPage(call, found);
      },
    },
    {
      method: 'POST',
      path: `${BITBUCKET_SERVER_REPOSITORY}/branches`,
      docs: `${REST}/api-group-repository/#api-api-latest-projects-projectkey-repos-repositoryslug-branches-post`,
      body: { 'name!': 'string', 'startPoint!': 'string', message: 'string' },
      handle(call) {
        const repository = bitbucketServerRepository(simulator, call, 'write');
        const { name: displayId, startPoint } = call.body;
        return repository.exclusively(async () => {
          const { git } = repository;
          const id = `${HEADS}${displayId}`;
          const latestCommit =
            (await git.head(startPoint)) ?? (await git.resolve(startPoint));
          if (!latestCommit) {
            throw bitbucketServerRefusal(
              404,
              'commit.NoSuchCommitException',
              `Commit ${startPoint} does not exist.`,
            );
          }
          if (!(await git.move(id, latestCommit))) {
            throw bitbucketServerRefusal(
              409,
              'repository.DuplicateRefException',
              `A branch with the name ${displayId} exists already.`,
            );
          }
          const body = { id, displayId, latestCommit, default: false };
          return { status: 200, body };
        });
      },
    },
    {
      method: 'DELETE',
      path: BITBUCKET_SERVER_REPOSITORY.replace(
        '/api/',
        '/branch-utils/',
      ).concat('/branches'),
      docs: `${REST}/api-group-repository/#api-branch-utils-latest-projects-projectkey-repos-repositoryslug-branches-delete`,
      body: { 'name!': 'string', endPoint: 'string', dryRun: 'boolean' },
      handle(call) {
        const repository = bitbucketServerRepository(simulator, call, 'write');
        const name = call.body.name.replace(HEADS, '');
        return repository.exclusively(async () => {
          const head = await repository.git.head(name);
          if (name === repository.defaultBranch) {
            throw bitbucketServerRefusal(
              400,
              'ArgumentValidationException',
              'The default branch cannot be deleted.',
            );
          }
          if (head) {
            await repository.git.move(`${HEADS}${name}`, undefined, head);
          }
          return { status: 204 };
        });
      },
    },
    {
      method: 'GET',
      path: `${BITBUCKET_SERVER_REPOSITORY}/commits`,
      docs: `${REST}/api-group-repository/#api-api-latest-projects-projectkey-repos-repositoryslug-commits-get`,
      query: [
        ...['path', 'until', 'since', 'followRenames', 'merges'],
        ...['ignoreMissing', 'withCounts', 'start', 'limit'],
      ],
      async handle(call) {
        const { git } = bitbucketServerRepository(simulator, call, 'read');
        const { until, path } = call.query;
        if ((await git.typeOf(until)) !== 'commit') {
          throw bitbucketServerRefusal(
            404,
            'commit.NoSuchCommitException',
            `Commit ${until} does not exist.`,
          );
        }
        const listed = await git.history(until, path, MOST_COMMITS);
        return bitbucketServerPage(
          call,
          listed.map(({ id, parents, at, message }) => ({
            ...{ id, displayId: id.slice(0, 11), message },
            committerTimestamp: Date.parse(at),
            parents: parents.map(parent => ({ id: parent })),
          })),
        );
      },
    },
    {
      method: 'POST',
      path: `${BITBUCKET_SERVER_REPOSITORY}/commits/{commit}/builds`,
      docs: `${REST}/api-group-builds-and-deployments/#api-api-latest-projects-projectkey-repos-repositoryslug-commits-commitid-builds-post`,
      body: {
        'key!': 'string',
        'state!': 'string',
        'url!': 'string',
        name: 'string',
        description: 'string',
        parent: 'string',
        ref: 'string',
      },
      handle(call) {
        const repository = bitbucketServerRepository(simulator, call, 'read');
        const { key, state, url, description = '' } = call.body;
        repository.setStatus({
          ...{ commit: call.params.commit, context: key },
          ...{ state, url, description },
        });
        return { status: 204 };
      },
    },
  ];
}

function isOr(value: string, wanted: string | undefined): boolean {
  return (
    wanted === undefined || value.toLowerCase() === wanted.trim().toLowerCase()
  );
}

function describe(simulator: ForgeSimulator, repository: SimulatedRepository) {
  const { owner, name, title = name, archived, parent } = repository;
  const id = simulator.repositories().indexOf(repository) + 1;
  const [key, slug] = parent?.split('/') ?? [];
  return {
    ...{ id, slug: name, name: title, archived, project: { key: owner } },
    ...(parent && { origin: { slug, project: { key } } }),
  };
}
