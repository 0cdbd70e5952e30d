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

import { BareEntry } from './BareRepository';
import { isApp, requirePermission, requireVisible } from './githubAccess';
import { GithubRefusal } from './GithubRefusal';
import { SimulatedRuleset } from './githubRulesets';
import { SimulatedPull, SimulatedRepository } from './SimulatedRepository';
import { SimulatedToken } from './SimulatedToken';

/** Longer texts are cut. */
const LONGEST_TEXT = 512_000;

/** Who asks, and from where. @internal */
export interface GithubContext {
  readonly token: SimulatedToken;
  /** Of the host, for people. */
  readonly url: string;
  repository(name: string): SimulatedRepository | undefined;
}

/**
 * Objects of GitHub's schema over a simulated repository; fields are resolved
 * when they are asked for. https://docs.github.com/en/graphql/reference/objects
 *
 * @internal
 */
export function repositoryObject(
  repository: SimulatedRepository,
  context: GithubContext,
) {
  const { git } = repository;
  const { token } = context;
  const reads = (permission: 'contents:read' | 'pull_requests:read') =>
    requirePermission(repository, token, permission);
  return {
    id: toNodeId('Repository', repository),
    nameWithOwner: `${repository.owner}/${repository.name}`,
    isArchived: repository.archived,
    isFork: repository.parent !== undefined,
    parent: () => parentObject(repository, context),
    mergeCommitAllowed: repository.mergeMethods.has('merge'),
    squashMergeAllowed: repository.mergeMethods.has('squash'),
    rebaseMergeAllowed: repository.mergeMethods.has('rebase'),
    async defaultBranchRef() {
      const name = `refs/heads/${repository.defaultBranch}`;
      const commit = await git.find(name);
      return commit ? refObject(repository, context, name, commit) : null;
    },
    rulesets: ({ first }: { first: number }) => ({
      nodes: repository.rulesets.slice(0, first).map(rulesetObject),
    }),
    isEmpty: async () => !(await git.head(repository.defaultBranch)),
    viewerPermission: isApp(token.login)
      ? null
      : repository.roles[token.login]?.toUpperCase(),
    async ref({ qualifiedName }: { qualifiedName: string }) {
      reads('contents:read');
      // https://docs.github.com/en/graphql/reference/objects#repository: refs/heads/ may be left out.
      const name = qualifiedName.startsWith('refs/')
        ? qualifiedName
        : `refs/heads/${qualifiedName}`;
      const commit = await git.find(name);
      return commit ? refObject(repository, context, name, commit) : null;
    },
    async object({ oid, expression }: { oid?: string; expression?: string }) {
      reads('contents:read');
      const id = oid ?? expression ?? '';
      return (await git.typeOf(id)) === 'commit'
        ? commitObject(repository, id)
        : null;
    },
    async pullRequest({ number }: { number: number }) {
      reads('pull_requests:read');
      const pull = await repository.pull(number);
      if (!pull) {
        throw new GithubRefusal(
          'NOT_FOUND',
          `Could not resolve to a PullRequest with the number of ${number}.`,
        );
      }
      return pullObject(repository, context, pull);
    },
    async pullRequests(args: {
      first?: number;
      after?: string | null;
      headRefName?: string;
      baseRefName?: string;
      states?: readonly string[];
      orderBy?: { field: string; direction: string };
    }) {
      reads('pull_requests:read');
      const pulls = (await repository.pulls()).filter(
        pull =>
          pull.branch === (args.headRefName ?? pull.branch) &&
          pull.base === (args.baseRefName ?? pull.base) &&
          (args.states?.includes(pull.state.toUpperCase()) ?? true),
      );
      const ordered =
        args.orderBy?.direction === 'DESC' ? [...pulls].reverse() : pulls;
      const start = Number(args.after ?? 0);
      const end = start + (args.first ?? ordered.length);
      return {
        totalCount: pulls.length,
        nodes: ordered
          .slice(start, end)
          .map(pull => pullObject(repository, context, pull)),
        pageInfo: { hasNextPage: end < ordered.length, endCursor: `${end}` },
      };
    },
  };
}

/** What is not seen is not there. */
function parentObject({ parent }: SimulatedRepository, context: GithubContext) {
  const found = parent === undefined ? undefined : context.repository(parent);
  return found
    ? repositoryObject(requireVisible(found, context.token, parent!), context)
    : null;
}

function rulesetObject(ruleset: SimulatedRuleset) {
  const { id, name, enforcement, include, exclude = [], rules } = ruleset;
  return {
    databaseId: id,
    name,
    enforcement: enforcement.toUpperCase(),
    target: 'BRANCH',
    conditions: { refName: { include, exclude } },
    rules: ({ first }: { first: number }) => ({
      nodes: rules.slice(0, first).map(rule => ({
        type: rule.type.toUpperCase(),
        parameters:
          rule.type === 'pull_request' && rule.parameters
            ? {
                __typename: 'PullRequestParameters',
                requiredApprovingReviewCount:
                  rule.parameters.required_approving_review_count,
                requireCodeOwnerReview:
                  rule.parameters.require_code_owner_review,
              }
            : null,
      })),
    }),
  };
}

/** @internal */
export function refObject(
  repository: SimulatedRepository,
  context: GithubContext,
  name: string,
  commit: string,
) {
  return {
    id: toNodeId('Ref', repository, name),
    name: name.replace('refs/heads/', ''),
    target: () => commitObject(repository, commit),
    repository: () => repositoryObject(repository, context),
    // For people who do not administrate: their view of a protected branch.
    refUpdateRule: () => {
      const branch = name.replace('refs/heads/', '');
      const isProtected = repository.protectedBranches.has(branch);
      return isProtected
        ? {
            pattern: branch,
            requiredApprovingReviewCount: 1,
            requiresCodeOwnerReviews: false,
            requiresSignatures: false,
            viewerCanPush: false,
          }
        : null;
    },
    async associatedPullRequests(args: {
      first?: number;
      states?: readonly string[];
    }) {
      const pulls = (await repository.pulls()).filter(
        ({ branch, state }) =>
          `refs/heads/${branch}` === name &&
          (args.states?.includes(state.toUpperCase()) ?? true),
      );
      const nodes = pulls
        .slice(0, args.first)
        .map(pull => pullObject(repository, context, pull));
      return { nodes, edges: nodes.map(node => ({ node })) };
    },
  };
}

/** @internal */
export function pullObject(
  repository: SimulatedRepository,
  { url }: GithubContext,
  pull: SimulatedPull,
) {
  return {
    id: toNodeId('PullRequest', repository, `${pull.number}`),
    number: pull.number,
    url: `${url}/${repository.owner}/${repository.name}/pull/${pull.number}`,
    state: pull.state.toUpperCase(),
    isDraft: pull.draft,
    isCrossRepository: false,
    title: pull.title,
    body: pull.body,
    headRefName: pull.branch,
    headRefOid: pull.head,
    baseRefName: pull.base,
    createdAt: pull.createdAt,
    updatedAt: pull.updatedAt,
    closedAt: pull.endedAt ?? null,
    mergedAt: pull.state === 'merged' ? pull.endedAt : null,
    author: { __typename: 'User', login: pull.author },
  };
}

/** @internal */
export function commitObject(repository: SimulatedRepository, oid: string) {
  const { git } = repository;
  return {
    __typename: 'Commit',
    oid,
    committedDate: async () => (await git.commit(oid)).at,
    tree: async () => ({
      __typename: 'Tree',
      oid: (await git.commit(oid)).tree,
      entries: () => entriesOf(repository, oid, ''),
    }),
    async file({ path }: { path: string }) {
      const entry = (await git.entries(oid)).get(path);
      return entry ? entryObject(repository, oid, entry) : null;
    },
    async history({ first, path }: { first: number; path?: string }) {
      const commits = await git.history(oid, path, first);
      return { nodes: commits.map(({ id }) => commitObject(repository, id)) };
    },
  };
}

function entryObject(
  repository: SimulatedRepository,
  commit: string,
  entry: BareEntry,
) {
  const { path, mode, type, id } = entry;
  return {
    name: path.split('/').at(-1),
    path,
    mode: Number.parseInt(mode, 8),
    type,
    oid: id,
    object() {
      switch (type) {
        case 'blob':
          return blobObject(repository, id);
        case 'tree':
          return {
            __typename: 'Tree',
            oid: id,
            entries: () => entriesOf(repository, commit, path),
          };
        default:
          return null;
      }
    },
  };
}

function blobObject(repository: SimulatedRepository, oid: string) {
  const content = () => repository.git.blob(oid);
  return {
    __typename: 'Blob',
    oid,
    byteSize: async () => (await content()).length,
    isBinary: async () => (await content()).includes(0),
    isTruncated: async () => (await content()).length > LONGEST_TEXT,
    async text() {
      const bytes = await content();
      return bytes.includes(0)
        ? null
        : bytes.subarray(0, LONGEST_TEXT).toString('utf8');
    },
  };
}

async function entriesOf(
  repository: SimulatedRepository,
  commit: string,
  folder: string,
) {
  const all = await repository.git.entries(commit);
  const prefix = folder && `${folder}/`;
  return [...all.values()]
    .filter(
      ({ path }) =>
        path.startsWith(prefix) && !path.slice(prefix.length).includes('/'),
    )
    .map(entry => entryObject(repository, commit, entry));
}

/** Opaque, as GitHub's are. @internal */
function toNodeId(
  type: string,
  { owner, name }: SimulatedRepository,
  key = '',
): string {
  return Buffer.from(JSON.stringify([type, `${owner}/${name}`, key])).toString(
    'base64url',
  );
}

/** What a node id stands for, when the token may see it. @internal */
export function fromNodeId(
  context: GithubContext,
  type: string,
  id: string,
): { readonly repository: SimulatedRepository; readonly key: string } {
  try {
    const [found, name, key] = JSON.parse(
      Buffer.from(id, 'base64url').toString(),
    );
    if (found === type) {
      const repository = context.repository(name);
      return {
        repository: requireVisible(repository, context.token, name),
        key,
      };
    }
  } catch {
    // Falls through to what GitHub says about any other id.
  }
  throw new GithubRefusal(
    'NOT_FOUND',
    `Could not resolve to a node with the global id of '${id}'`,
  );
}
