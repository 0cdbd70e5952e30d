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
import { GithubPermission } from './githubAccess';
import { isAbout } from './githubRulesets';
import { githubRepository, notFound, unprocessable } from './githubRepository';
import { refuseFields } from './refuseUndocumented';
import {
  SimulatedAnswer,
  SimulatedCall,
  SimulatedEndpoint,
} from './SimulatedEndpoint';
import { SimulatedRepository } from './SimulatedRepository';

type BodyOf<P extends keyof paths> = paths[P] extends {
  post: { requestBody?: { content: { 'application/json': infer B } } };
}
  ? B
  : never;

const blobFields: DocumentedFields<BodyOf<'/repos/{owner}/{repo}/git/blobs'>> =
  { 'content!': 'string', encoding: 'string' };

type TreeBody = BodyOf<'/repos/{owner}/{repo}/git/trees'>;
const treeFields: DocumentedFields<TreeBody> = {
  'tree!': 'array',
  base_tree: 'string',
};
const entryFields: DocumentedFields<TreeBody['tree'][number]> = {
  path: 'string',
  mode: 'string',
  type: 'string',
  sha: 'string',
  content: 'string',
};

const commitFields: DocumentedFields<
  BodyOf<'/repos/{owner}/{repo}/git/commits'>
> = {
  'message!': 'string',
  'tree!': 'string',
  parents: 'array',
  author: 'object',
  committer: 'object',
  signature: 'string',
};

const statusFields: DocumentedFields<
  BodyOf<'/repos/{owner}/{repo}/statuses/{sha}'>
> = {
  'state!': 'string',
  target_url: 'string',
  description: 'string',
  context: 'string',
};

const reviewFields: DocumentedFields<
  BodyOf<'/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers'>
> = { reviewers: 'array', team_reviewers: 'array' };

/** What is done in a repository that may be seen and written to. */
type Work = (
  repository: SimulatedRepository,
  call: SimulatedCall,
) => Promise<SimulatedAnswer>;

const createTree: Work = async ({ git }, { body, url }) => {
  const { tree, base_tree } = body;
  for (const { sha, ...entry } of tree) {
    // `null` takes a path away, which the published type says and our kinds do not.
    const undocumented = refuseFields(entryFields, {
      ...entry,
      ...(typeof sha === 'string' && { sha }),
    });
    if (undocumented) {
      throw new Error(`An entry of a tree: ${undocumented}`);
    }
  }
  if (base_tree && (await git.typeOf(base_tree)) !== 'tree') {
    return unprocessable('base_tree is not a valid tree oid');
  }
  const changes = await Promise.all(
    tree.map(async ({ path, mode, sha, content }: any) => ({
      path,
      mode,
      id:
        content === undefined
          ? (sha ?? undefined)
          : await git.writeBlob(Buffer.from(content)),
    })),
  );
  const sha = await git.writeTree(base_tree, changes);
  return { status: 201, body: { sha, url: `${url}/${sha}`, truncated: false } };
};

/**
 * The endpoints of GitHub's REST API that GraphQL has nothing for.
 *
 * @param root - such as `/api/v3`
 * @internal
 */
export function githubRest(
  root: string,
  find: (name: string) => SimulatedRepository | undefined,
): readonly SimulatedEndpoint[] {
  const endpoint = (
    documented: Omit<SimulatedEndpoint, 'handle'>,
    permission: GithubPermission,
    work: Work,
  ): SimulatedEndpoint => ({
    ...documented,
    path: `${root}/repos/{owner}/{repo}${documented.path}`,
    handle: call => work(githubRepository(call, permission, find), call),
  });
  return [
    endpoint(
      {
        method: 'GET',
        path: '/git/blobs/{sha}',
        docs: 'https://docs.github.com/en/rest/git/blobs#get-a-blob',
      },
      'contents:read',
      async ({ git }, { params, url }) => {
        if ((await git.typeOf(params.sha)) !== 'blob') {
          return notFound;
        }
        const content = await git.blob(params.sha);
        return {
          status: 200,
          body: {
            sha: params.sha,
            node_id: params.sha,
            size: content.length,
            url,
            // In lines of 60, as git hosts like to.
            content: content.toString('base64').replace(/.{60}/g, '$&\n'),
            encoding: 'base64',
          },
        };
      },
    ),
    endpoint(
      {
        method: 'POST',
        path: '/git/blobs',
        docs: 'https://docs.github.com/en/rest/git/blobs#create-a-blob',
        // The action of Backstage sends the mode along; GitHub takes no notice of it.
        body: { ...blobFields, mode: 'string' },
      },
      'contents:write',
      async ({ git }, { body, url }) => {
        const encoding = body.encoding === 'base64' ? 'base64' : 'utf8';
        const sha = await git.writeBlob(Buffer.from(body.content, encoding));
        return { status: 201, body: { sha, url: `${url}/${sha}` } };
      },
    ),
    endpoint(
      {
        method: 'GET',
        path: '/git/trees/{sha}',
        docs: 'https://docs.github.com/en/rest/git/trees#get-a-tree',
        query: ['recursive'],
      },
      'contents:read',
      async ({ git, mostNames }, { params, query, url }) => {
        if ((await git.typeOf(params.sha)) !== 'tree') {
          return notFound;
        }
        const all = [...(await git.entries(params.sha)).values()].filter(
          ({ path }) => query.recursive !== undefined || !path.includes('/'),
        );
        return {
          status: 200,
          body: {
            sha: params.sha,
            url,
            tree: all
              .slice(0, mostNames)
              .map(({ id: sha, ...entry }) => ({ ...entry, sha })),
            truncated: all.length > mostNames,
          },
        };
      },
    ),
    endpoint(
      {
        method: 'POST',
        path: '/git/trees',
        docs: 'https://docs.github.com/en/rest/git/trees#create-a-tree',
        body: treeFields,
      },
      'contents:write',
      createTree,
    ),
    endpoint(
      {
        method: 'POST',
        path: '/git/commits',
        docs: 'https://docs.github.com/en/rest/git/commits#create-a-commit',
        body: commitFields,
      },
      'contents:write',
      async ({ git }, { body, token, url }) => {
        const { message, tree, parents = [] } = body;
        for (const id of [tree, ...parents]) {
          const type = await git.typeOf(id);
          if (type !== (id === tree ? 'tree' : 'commit')) {
            return unprocessable(`${id} is not there`);
          }
        }
        const author = token!.login;
        const sha = await git.writeCommit({ tree, parents, message, author });
        return {
          status: 201,
          body: {
            sha,
            node_id: sha,
            url: `${url}/${sha}`,
            message,
            tree: { sha: tree },
            parents: parents.map((parent: string) => ({ sha: parent })),
          },
        };
      },
    ),
    endpoint(
      {
        method: 'GET',
        path: '/rules/branches/{branch}',
        docs: 'https://docs.github.com/en/rest/repos/rules#get-rules-for-a-branch',
        query: ['per_page', 'page'],
      },
      'metadata:read',
      async (repository, { params }) => ({
        status: 200,
        body: repository.rulesets
          .filter(ruleset => isAbout(repository, ruleset, params.branch))
          .flatMap(({ id, rules }) =>
            rules.map(rule => ({
              ...rule,
              ruleset_id: id,
              ruleset_source_type: 'Repository',
              ruleset_source: `${repository.owner}/${repository.name}`,
            })),
          ),
      }),
    ),
    endpoint(
      {
        method: 'GET',
        path: '/rulesets/{ruleset_id}',
        docs: 'https://docs.github.com/en/rest/repos/rules#get-a-repository-ruleset',
        query: ['includes_parents'],
      },
      'metadata:read',
      async ({ rulesets, owner, name }, { params, token }) => {
        const found = rulesets.find(({ id }) => `${id}` === params.ruleset_id);
        return found
          ? {
              status: 200,
              body: {
                ...{ id: found.id, name: found.name, target: 'branch' },
                ...{ source_type: 'Repository', source: `${owner}/${name}` },
                enforcement: found.enforcement,
                rules: found.rules,
                current_user_can_bypass: found.bypass?.includes(token!.login)
                  ? 'always'
                  : 'never',
              },
            }
          : notFound;
      },
    ),
    endpoint(
      {
        method: 'POST',
        path: '/statuses/{sha}',
        docs: 'https://docs.github.com/en/rest/commits/statuses#create-a-commit-status',
        body: statusFields,
      },
      'statuses:write',
      async (repository, { params, body }) => {
        const { state, target_url, description = '', context } = body;
        if (!['error', 'failure', 'pending', 'success'].includes(state)) {
          return unprocessable(`${state} is no state`);
        }
        if (description.length > 140) {
          return unprocessable('Description is too long (maximum is 140)');
        }
        if ((await repository.git.typeOf(params.sha)) !== 'commit') {
          return unprocessable(`No commit found for SHA: ${params.sha}`);
        }
        repository.setStatus({
          commit: params.sha,
          context: context ?? 'default',
          state,
          description,
          url: target_url ?? '',
        });
        return {
          status: 201,
          body: { state, target_url, description, context },
        };
      },
    ),
    endpoint(
      {
        method: 'POST',
        path: '/issues/{number}/labels',
        docs: 'https://docs.github.com/en/rest/issues/labels#add-labels-to-an-issue',
        body: { labels: 'array' },
      },
      'pull_requests:write',
      async (repository, { params, body }) => {
        const pull = await repository.pull(Number(params.number));
        if (!pull) {
          return notFound;
        }
        const labels = [...new Set([...pull.labels, ...body.labels])];
        await repository.change(pull.number, { labels });
        return { status: 200, body: labels.map(name => ({ name })) };
      },
    ),
    endpoint(
      {
        method: 'POST',
        path: '/pulls/{number}/requested_reviewers',
        docs: 'https://docs.github.com/en/rest/pulls/review-requests#request-reviewers-for-a-pull-request',
        body: reviewFields,
      },
      'pull_requests:write',
      async (repository, { params, body }) => {
        const pull = await repository.pull(Number(params.number));
        if (!pull) {
          return notFound;
        }
        const { reviewers = [], team_reviewers = [] } = body;
        const asked = [...reviewers, ...team_reviewers];
        if (asked.includes(pull.author)) {
          return unprocessable(
            'Review cannot be requested from pull request author.',
          );
        }
        if (asked.some(name => !repository.may(name, 'read'))) {
          return unprocessable(
            `Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the ${repository.owner}/${repository.name} repository.`,
          );
        }
        await repository.change(pull.number, {
          reviewers: [...new Set([...pull.reviewers, ...asked])],
        });
        return { status: 201, body: { number: pull.number } };
      },
    ),
  ];
}
