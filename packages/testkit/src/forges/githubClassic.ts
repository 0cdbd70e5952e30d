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

import type { paths } from '@octokit/openapi-types';
import { DocumentedFields } from './documentedFields';
import { githubRepository, notFound, unprocessable } from './githubRepository';
import { pageOf } from './pageOf';
import { SimulatedCall, SimulatedEndpoint } from './SimulatedEndpoint';
import { SimulatedPull, SimulatedRepository } from './SimulatedRepository';

type BodyOf<P extends keyof paths> = paths[P] extends {
  post: { requestBody?: { content: { 'application/json': infer B } } };
}
  ? B
  : never;

const refFields: DocumentedFields<BodyOf<'/repos/{owner}/{repo}/git/refs'>> = {
  'ref!': 'string',
  'sha!': 'string',
};

const pullFields: DocumentedFields<BodyOf<'/repos/{owner}/{repo}/pulls'>> = {
  title: 'string',
  'head!': 'string',
  head_repo: 'string',
  'base!': 'string',
  body: 'string',
  maintainer_can_modify: 'boolean',
  draft: 'boolean',
  issue: 'number',
};

/**
 * The endpoints of GitHub's REST API that actions of others use, with which ours is
 * compared.
 *
 * @param root - such as `/api/v3`
 * @internal
 */
export function githubClassic(
  root: string,
  find: (name: string) => SimulatedRepository | undefined,
): readonly SimulatedEndpoint[] {
  const path = `${root}/repos/{owner}/{repo}`;
  return [
    {
      method: 'GET',
      path,
      docs: 'https://docs.github.com/en/rest/repos/repos#get-a-repository',
      handle(call) {
        const repository = githubRepository(call, 'contents:read', find);
        const { owner, name, defaultBranch, archived } = repository;
        const { login, scopes } = call.token!;
        return {
          status: 200,
          headers: { 'x-oauth-scopes': [...scopes].join(', ') },
          body: {
            name,
            full_name: `${owner}/${name}`,
            default_branch: defaultBranch,
            archived,
            permissions: {
              pull: true,
              push: repository.may(login, 'write'),
              admin: repository.may(login, 'admin'),
            },
          },
        };
      },
    },
    {
      method: 'GET',
      path: `${path}/commits`,
      docs: 'https://docs.github.com/en/rest/commits/commits#list-commits',
      query: [
        ...['sha', 'path', 'author', 'committer', 'since', 'until'],
        ...['page', 'per_page'],
      ],
      async handle(call) {
        const { git } = githubRepository(call, 'contents:read', find);
        const { sha = 'main', path: file, per_page: size = '30' } = call.query;
        const from = (await git.head(sha)) ?? sha;
        if ((await git.typeOf(from)) !== 'commit') {
          return notFound;
        }
        const commits = await git.history(from, file, Number(size));
        return pageOf(
          call,
          commits.map(({ id, tree, message, parents }) => ({
            sha: id,
            commit: { message, tree: { sha: tree } },
            parents: parents.map(parent => ({ sha: parent })),
          })),
        );
      },
    },
    {
      method: 'POST',
      path: `${path}/git/refs`,
      docs: 'https://docs.github.com/en/rest/git/refs#create-a-reference',
      body: refFields,
      handle(call) {
        const repository = githubRepository(call, 'contents:write', find);
        const { ref, sha } = call.body;
        const { git } = repository;
        return repository.exclusively(async () => {
          if ((await git.typeOf(sha)) !== 'commit') {
            return unprocessable('Object does not exist');
          }
          return (await git.move(ref, sha))
            ? { status: 201, body: { ref, object: { type: 'commit', sha } } }
            : unprocessable('Reference already exists');
        });
      },
    },
    {
      method: 'POST',
      path: `${path}/pulls`,
      docs: 'https://docs.github.com/en/rest/pulls/pulls#create-a-pull-request',
      body: pullFields,
      handle(call) {
        const repository = githubRepository(call, 'pull_requests:write', find);
        return repository.exclusively(() => openPull(repository, call));
      },
    },
  ];
}

async function openPull(
  repository: SimulatedRepository,
  { body: asked, token, url }: SimulatedCall,
) {
  const { title, head: named, base, body = '', draft = false } = asked;
  const branch = named.replace(`${repository.owner}:`, '');
  const head = await repository.git.head(branch);
  const onto = await repository.git.head(base);
  if (!head || !onto || (await repository.git.isAncestor(head, onto))) {
    return unprocessable(`No commits between ${base} and ${branch}`);
  }
  const pulls = await repository.pulls();
  if (pulls.some(pull => pull.state === 'open' && pull.branch === branch)) {
    return unprocessable(`A pull request already exists for ${named}.`);
  }
  const author = token!.login;
  const pull = await repository.open({
    ...{ title, body, draft, branch, base, author, head },
  });
  return { status: 201, body: show(repository, pull, url) };
}

function show(
  { owner, name }: SimulatedRepository,
  pull: SimulatedPull,
  url: URL,
) {
  return {
    number: pull.number,
    html_url: `${url.origin}/${owner}/${name}/pull/${pull.number}`,
    state: pull.state,
    draft: pull.draft,
    head: { ref: pull.branch, sha: pull.head },
    base: { ref: pull.base },
  };
}
