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

import { ConflictError, isError, NotImplementedError } from '@backstage/errors';
import {
  ForgeBranch,
  ForgeCommit,
  ForgeCommitRequest,
  ForgeFileChange,
} from './Forge';
import { findConflict } from './findConflict';
import { GithubApi } from './GithubApi';
import { GithubQuestion } from './GithubQuestion';
import { EXECUTABLE, GithubTree } from './GithubTree';

const NOTHING = '0'.repeat(40);
/** What may be in a JSON string and is not kept as a file's text by every server. */
// eslint-disable-next-line no-control-regex -- these are the ones
const CONTROL = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F]/;

/**
 * Branches, and commits on them.
 *
 * `createCommitOnBranch` makes and signs a commit in one request, and checks
 * which commit the branch is at, but knows neither modes nor what files were
 * before. Those are looked up at the commit it is made on, which does not change.
 * What it cannot do is made of git's objects, and the branch moves there in one
 * step.
 *
 * @internal
 */
export class GithubCommits {
  readonly #api: GithubApi;
  readonly #tree: GithubTree;
  readonly #nameWithOwner: string;
  readonly #base: string;

  constructor(
    api: GithubApi,
    tree: GithubTree,
    options: { readonly nameWithOwner: string; readonly base: string },
  ) {
    this.#api = api;
    this.#tree = tree;
    this.#nameWithOwner = options.nameWithOwner;
    this.#base = options.base;
  }

  async findBranch(name: string): Promise<ForgeBranch | undefined> {
    const ref = await this.#api.ask(refOf(name));
    return ref && { name, commit: ref.commit };
  }

  async deleteBranch(name: string): Promise<void> {
    const ref = await this.#api.ask(refOf(name));
    if (!ref) {
      return;
    }
    try {
      await this.#api.mutate(`delete the branch ${name}`, {
        deleted: {
          name: 'deleteRef',
          input: { refId: ref.id },
          select: 'clientMutationId',
        },
      });
    } catch (error) {
      if (await this.#api.ask(refOf(name))) {
        throw error;
      }
    }
  }

  async commit(request: ForgeCommitRequest): Promise<ForgeCommit> {
    const { branch, onto, replaces, changes } = request;
    const purpose = `commit to the branch ${branch}`;
    const paths = changes.map(({ path }) => path);
    const entries = await this.#tree.entries(onto, paths);
    await this.#refuseUnwritable(purpose);
    const conflict = findConflict(changes, entries);
    if (conflict) {
      throw this.#conflict(purpose, conflict);
    }
    const isExecutable = (path: string) =>
      entries.get(path)?.mode === EXECUTABLE;
    return replaces !== undefined || paths.some(isExecutable)
      ? this.#commitObjects(purpose, request, isExecutable)
      : this.#commitOnBranch(purpose, request);
  }

  /** Before anything is written, as far as GitHub tells. */
  async #refuseUnwritable(purpose: string) {
    const facts = await this.#api.facts(purpose);
    if (facts.isArchived) {
      throw await this.#api.error({ purpose }, { status: 423, said: '' });
    }
    if (['READ', 'TRIAGE'].includes(facts.viewerPermission ?? '')) {
      const said = `the permission is ${facts.viewerPermission}`;
      throw await this.#api.error({ purpose }, { status: 403, said });
    }
  }

  async #commitOnBranch(
    purpose: string,
    { branch, create, onto, message, changes }: ForgeCommitRequest,
  ): Promise<ForgeCommit> {
    if (create) {
      await this.#createBranch(branch, onto);
    }
    const [headline, ...body] = message.split('\n');
    try {
      const { made } = await this.#api.mutate(purpose, {
        made: {
          name: 'createCommitOnBranch',
          input: {
            branch: {
              repositoryNameWithOwner: this.#nameWithOwner,
              branchName: branch,
            },
            expectedHeadOid: onto,
            message: { headline, body: body.join('\n').trim() },
            fileChanges: toFileChanges(changes),
          },
          select: 'commit { oid }',
        },
      });
      return { commit: made.commit.oid };
    } catch (error) {
      throw await this.#afterRefusal(purpose, { branch, create, onto }, error);
    }
  }

  /**
   * Begins the branch, and looks in the same request whether the base branch is
   * still where it was.
   */
  async #createBranch(branch: string, onto: string) {
    const { id: repositoryId } = await this.#api.facts('create a branch');
    const purpose = `create the branch ${branch}`;
    const { created } = await this.#api.mutate(purpose, {
      created: {
        name: 'createRef',
        input: { repositoryId, name: `refs/heads/${branch}`, oid: onto },
        select: `ref { repository { ref(qualifiedName: ${JSON.stringify(`refs/heads/${this.#base}`)}) { target { oid } } } }`,
      },
    });
    const base = created.ref.repository.ref?.target.oid;
    if (base !== onto) {
      await this.#moveBranch(purpose, { branch, from: onto, to: NOTHING });
      throw this.#conflict(
        purpose,
        base
          ? `${this.#base} moved from ${onto} to ${base}`
          : `${this.#base} is gone`,
      );
    }
  }

  /** The error, after what was begun is taken back. */
  async #afterRefusal(
    purpose: string,
    {
      branch,
      create,
      onto,
    }: Pick<ForgeCommitRequest, 'branch' | 'create' | 'onto'>,
    error: unknown,
  ): Promise<unknown> {
    // Without an answer the commit may be on its way: looking again will tell.
    if (!isError(error) || error.name === 'ServiceUnavailableError') {
      return error;
    }
    const head = await this.findBranch(branch);
    if (head?.commit !== onto) {
      return this.#conflict(
        purpose,
        head ? `it moved from ${onto} to ${head.commit}` : 'it is gone',
      );
    }
    if (create) {
      await this.#moveBranch(purpose, { branch, from: onto, to: NOTHING });
    }
    return error;
  }

  /** Nothing is to be seen of it until the branch moves. */
  async #commitObjects(
    purpose: string,
    request: ForgeCommitRequest,
    isExecutable: (path: string) => boolean,
  ): Promise<ForgeCommit> {
    const { branch, create, onto, replaces, message, changes } = request;
    const [root, base] = await Promise.all([
      this.#tree.rootOf(onto),
      this.findBranch(this.#base),
    ]);
    if ((create || replaces !== undefined) && base?.commit !== onto) {
      throw this.#conflict(purpose, `${this.#base} is not at ${onto} any more`);
    }
    const tree = await this.#create(purpose, 'trees', {
      base_tree: root,
      tree: await Promise.all(
        changes.map(async ({ path, content }) => ({
          path,
          type: 'blob',
          mode: isExecutable(path) ? '100755' : '100644',
          ...(await this.#toObject(purpose, content)),
        })),
      ),
    });
    const commit = await this.#create(purpose, 'commits', {
      message,
      tree,
      parents: [onto],
    });
    const from = replaces ?? (create ? NOTHING : onto);
    await this.#moveBranch(purpose, {
      branch,
      from,
      to: commit,
      force: replaces !== undefined,
    });
    return { commit };
  }

  async #toObject(purpose: string, content: string | undefined) {
    if (content === undefined) {
      return { sha: null };
    }
    return CONTROL.test(content)
      ? {
          sha: await this.#create(purpose, 'blobs', {
            content: Buffer.from(content, 'utf8').toString('base64'),
            encoding: 'base64',
          }),
        }
      : { content };
  }

  /** Creates one of git's objects; its id. */
  async #create(
    purpose: string,
    kind: 'blobs' | 'trees' | 'commits',
    body: object,
  ): Promise<string> {
    const answer = await this.#api.rest({
      purpose,
      method: 'POST',
      path: ['git', kind],
      body: { ...body },
    });
    return (answer.body as { readonly sha: string }).sha;
  }

  async #moveBranch(
    purpose: string,
    move: {
      readonly branch: string;
      readonly from: string;
      readonly to: string;
      readonly force?: boolean;
    },
  ): Promise<void> {
    const { branch, from, to, force = false } = move;
    const { id: repositoryId } = await this.#api.facts(purpose);
    const name = `refs/heads/${branch}`;
    try {
      await this.#api.mutate(purpose, {
        moved: {
          name: 'updateRefs',
          input: {
            repositoryId,
            refUpdates: [{ name, beforeOid: from, afterOid: to, force }],
          },
          select: 'clientMutationId',
        },
      });
    } catch (error) {
      throw isError(error) && error.name === 'InputError'
        ? new NotImplementedError(
            `${this.#api.attempt(purpose)}: the server cannot move a branch from one commit to another, which takes GitHub Enterprise Server 3.14 or newer`,
          )
        : error;
    }
  }

  #conflict(purpose: string, reason: string): ConflictError {
    return new ConflictError(
      `${this.#api.attempt(purpose)}: ${reason}. Run again`,
    );
  }
}

interface GithubRef {
  readonly id: string;
  readonly commit: string;
}

function refOf(branch: string): GithubQuestion<GithubRef | undefined> {
  return {
    purpose: `read the branch ${branch}`,
    select: variable =>
      `ref(qualifiedName: ${variable('String!', `refs/heads/${branch}`)}) { id target { oid } }`,
    read: ref => (ref ? { id: ref.id, commit: ref.target.oid } : undefined),
  };
}

function toFileChanges(changes: readonly ForgeFileChange[]) {
  return {
    additions: changes.flatMap(({ path, content }) =>
      content === undefined
        ? []
        : [{ path, contents: Buffer.from(content, 'utf8').toString('base64') }],
    ),
    deletions: changes.flatMap(({ path, content }) =>
      content === undefined ? [{ path }] : [],
    ),
  };
}
