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

import { TreeChange } from './BareRepository';
import {
  commitObject,
  fromNodeId,
  GithubContext,
  pullObject,
  refObject,
} from './githubObjects';
import {
  GithubPermission,
  requirePermission,
  requireVisible,
} from './githubAccess';
import { GithubRefusal } from './GithubRefusal';
import { refuseByRules } from './githubRulesets';
import { SimulatedPull, SimulatedRepository } from './SimulatedRepository';

const NOTHING = '0'.repeat(40);
const RULES =
  'Repository rule violations found\n\nChanges must be made through a pull request.';

/** Takes its input, and resolves its payload. */
type Mutation = (
  args: { readonly input: any },
  context: GithubContext,
) => Promise<object>;

/**
 * Mutations of GitHub's schema, each named as in its reference:
 * https://docs.github.com/en/graphql/reference/mutations
 *
 * @internal
 */
export const githubMutations: { readonly [name: string]: Mutation } = {
  createRef: ({ input }, context) =>
    writing(context, input.repositoryId, 'contents:write', async repository => {
      const { name, oid } = input;
      const { git } = repository;
      if (
        !(await git.isRefName(name)) ||
        (await git.typeOf(oid)) !== 'commit'
      ) {
        throw unprocessable(`${name} at ${oid} is no valid reference`);
      }
      refuseByRules(repository, context.token.login, {
        branch: name.replace('refs/heads/', ''),
      });
      if (!(await git.move(name, oid))) {
        throw unprocessable(
          `A ref named "${name}" already exists in the repository.`,
        );
      }
      return { ref: refObject(repository, context, name, oid) };
    }),

  updateRefs: ({ input }, context) =>
    writing(context, input.repositoryId, 'contents:write', async repository => {
      const [update, ...more] = input.refUpdates;
      if (more.length) {
        throw new Error('More than one ref is not simulated');
      }
      const { name, beforeOid, afterOid, force } = update;
      const before = await repository.git.find(name);
      refuseProtected(repository, name);
      if (beforeOid !== undefined && beforeOid !== (before ?? NOTHING)) {
        throw unprocessable(`Reference ${name} is not at ${beforeOid}`);
      }
      const keeps =
        !before ||
        afterOid === NOTHING ||
        (await repository.git.isAncestor(before, afterOid));
      if (!keeps && !force) {
        throw unprocessable(`Update of ${name} is not a fast forward`);
      }
      await moveRef(repository, name, before, afterOid);
      return {};
    }),

  deleteRef: async ({ input }, context) => {
    const { repository, key } = fromNodeId(context, 'Ref', input.refId);
    requirePermission(repository, context.token, 'contents:write');
    return repository.exclusively(async () => {
      refuseProtected(repository, key);
      const before = await repository.git.find(key);
      if (!before) {
        throw new GithubRefusal('NOT_FOUND', `${key} does not exist`);
      }
      await moveRef(repository, key, before, NOTHING);
      return {};
    });
  },

  createCommitOnBranch: async ({ input }, context) => {
    const { repositoryNameWithOwner: full, branchName } = input.branch;
    const found = context.repository(full);
    const repository = requireVisible(found, context.token, full);
    requirePermission(repository, context.token, 'contents:write');
    return repository.exclusively(async () => {
      const { git } = repository;
      const name = `refs/heads/${branchName}`;
      refuseProtected(repository, name);
      const { expectedHeadOid, fileChanges, message } = input;
      const head = await git.find(name);
      if (!head) {
        throw new GithubRefusal('NOT_FOUND', 'Branch not found');
      }
      const stale = new GithubRefusal(
        'STALE_DATA',
        `Expected branch to point to "${expectedHeadOid}" but it did not. Pull and try again.`,
      );
      if (head !== expectedHeadOid) {
        throw stale;
      }
      refuseByRules(repository, context.token.login, {
        branch: branchName,
        message: [message.headline, message.body].filter(Boolean).join('\n\n'),
      });
      const oid = await git.writeCommit({
        tree: await git.writeTree(
          head,
          await toTreeChanges(repository, head, fileChanges ?? {}),
        ),
        parents: [head],
        message: [message.headline, message.body].filter(Boolean).join('\n\n'),
        author: context.token.login,
      });
      if (!(await git.move(name, oid, head))) {
        throw stale;
      }
      return {
        commit: commitObject(repository, oid),
        ref: refObject(repository, context, name, oid),
      };
    });
  },

  createPullRequest: ({ input }, context) =>
    writing(
      context,
      input.repositoryId,
      'pull_requests:write',
      async repository => {
        const { headRefName, baseRefName, title, body, draft } = input;
        const { git } = repository;
        const head = await git.head(headRefName);
        const base = await git.head(baseRefName);
        if (!head || !base || (await git.isAncestor(head, base))) {
          throw unprocessable(
            `${head ? '' : "Head sha can't be blank, Head ref must be a branch, "}No commits between ${baseRefName} and ${headRefName}`,
          );
        }
        const standing = (await repository.pulls()).some(
          pull =>
            pull.state === 'open' &&
            pull.branch === headRefName &&
            pull.base === baseRefName,
        );
        if (standing) {
          throw unprocessable(
            `A pull request already exists for ${repository.owner}:${headRefName}.`,
          );
        }
        if (draft && !repository.drafts) {
          throw unprocessable(
            'Draft pull requests are not supported in this repository.',
          );
        }
        const pull = await repository.open({
          title,
          body: body ?? '',
          draft,
          branch: headRefName,
          base: baseRefName,
          author: context.token.login,
          head,
        });
        return { pullRequest: pullObject(repository, context, pull) };
      },
    ),

  updatePullRequest: ({ input }, context) =>
    changing(context, input.pullRequestId, (_, repository, number) => {
      const { title, body } = input;
      return repository.change(number, {
        ...(title !== undefined && { title }),
        ...(body !== undefined && { body }),
      });
    }),

  closePullRequest: ({ input }, context) =>
    changing(context, input.pullRequestId, (pull, repository, number) => {
      if (pull.state !== 'open') {
        throw unprocessable('Could not close the pull request.');
      }
      return repository.change(number, { state: 'closed' });
    }),

  convertPullRequestToDraft: ({ input }, context) =>
    changing(context, input.pullRequestId, (pull, repository, number) => {
      if (pull.draft || pull.state !== 'open') {
        throw unprocessable('Pull request is in draft state already.');
      }
      return repository.change(number, { draft: true });
    }),

  markPullRequestReadyForReview: ({ input }, context) =>
    changing(context, input.pullRequestId, (pull, repository, number) => {
      if (!pull.draft || pull.state !== 'open') {
        throw unprocessable('Pull request is not in draft state.');
      }
      return repository.change(number, { draft: false });
    }),
};

function writing(
  context: GithubContext,
  repositoryId: string,
  permission: GithubPermission,
  work: (repository: SimulatedRepository) => Promise<object>,
): Promise<object> {
  const { repository } = fromNodeId(context, 'Repository', repositoryId);
  requirePermission(repository, context.token, permission);
  return repository.exclusively(() => work(repository));
}

async function changing(
  context: GithubContext,
  pullRequestId: string,
  work: (
    pull: SimulatedPull,
    repository: SimulatedRepository,
    number: number,
  ) => Promise<SimulatedPull>,
): Promise<object> {
  const { repository, key } = fromNodeId(context, 'PullRequest', pullRequestId);
  requirePermission(repository, context.token, 'pull_requests:write');
  const pull = await repository.exclusively(async () =>
    work((await repository.pull(Number(key)))!, repository, Number(key)),
  );
  return { pullRequest: pullObject(repository, context, pull) };
}

async function moveRef(
  repository: SimulatedRepository,
  name: string,
  before: string | undefined,
  after: string,
) {
  if (after === NOTHING) {
    await repository.closeOf(name.replace('refs/heads/', ''));
  }
  const to = after === NOTHING ? undefined : after;
  if (!(await repository.git.move(name, to, before))) {
    throw unprocessable(`Reference ${name} cannot be updated`);
  }
}

function refuseProtected(repository: SimulatedRepository, name: string) {
  if (repository.protectedBranches.has(name.replace('refs/heads/', ''))) {
    throw unprocessable(RULES);
  }
}

/** Every file is written as a plain one: the API knows no modes. */
async function toTreeChanges(
  { git, refusedPath }: SimulatedRepository,
  head: string,
  { additions = [], deletions = [] }: any,
): Promise<readonly TreeChange[]> {
  const entries = await git.entries(head);
  const missing = deletions.find(({ path }: any) => !entries.has(path));
  if (missing) {
    throw unprocessable(`${missing.path} is not there to be deleted`);
  }
  const refused = additions.find(({ path }: any) => path === refusedPath);
  if (refused) {
    throw unprocessable(
      `Repository rule violations found\n\nFile path is restricted: ${refused.path}`,
    );
  }
  const mode = '100644';
  return [
    ...deletions.map(({ path }: any) => ({ path, mode, id: undefined })),
    ...(await Promise.all(
      additions.map(async ({ path, contents }: any) => ({
        path,
        mode,
        id: await git.writeBlob(Buffer.from(contents, 'base64')),
      })),
    )),
  ];
}

function unprocessable(message: string): GithubRefusal {
  return new GithubRefusal('UNPROCESSABLE', message);
}
