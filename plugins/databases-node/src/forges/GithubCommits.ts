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

import {
  ConflictError,
  ForwardedError,
  NotAllowedError,
  NotImplementedError,
} from '@backstage/errors';
import { ForgeCommit, ForgeCommitRequest, ForgeFileChange } from './Forge';
import { findConflict } from './findConflict';
import { GithubApi, isReader } from './GithubApi';
import { GithubBranches, NOTHING } from './GithubBranches';
import { GithubMutation } from './GithubMutation';
import { GithubRules } from './GithubRules';
import { EXECUTABLE, GithubTree } from './GithubTree';

/** What may be in a JSON string and is not kept as a file's text by every server. */
// eslint-disable-next-line no-control-regex -- these are the ones
const CONTROL = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F]/;

/**
 * Commits on branches.
 *
 * `createCommitOnBranch` makes and signs a commit in one request, and checks
 * which commit the branch is at, but knows neither modes nor what files were
 * before. Those are looked up at the commit it is made on, which does not change.
 * What it cannot do is made of git's objects, and the branch moves there in one
 * step. Those GitHub signs for an App only.
 *
 * @internal
 */
export class GithubCommits {
  readonly #api: GithubApi;
  readonly #tree: GithubTree;
  readonly #branches: GithubBranches;
  readonly #rules: GithubRules;
  readonly #nameWithOwner: string;
  readonly #base: string;

  constructor(
    api: GithubApi,
    parts: {
      readonly tree: GithubTree;
      readonly branches: GithubBranches;
      readonly rules: GithubRules;
    },
    options: { readonly nameWithOwner: string; readonly base: string },
  ) {
    this.#api = api;
    this.#tree = parts.tree;
    this.#branches = parts.branches;
    this.#rules = parts.rules;
    this.#nameWithOwner = options.nameWithOwner;
    this.#base = options.base;
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
    const executable = paths.find(isExecutable);
    if (replaces === undefined && executable === undefined) {
      return this.#commitOnBranch(purpose, request);
    }
    await this.#refuseUnsigned(purpose, branch, executable);
    return this.#commitObjects(purpose, request, isExecutable);
  }

  /** A commit of git's objects is signed for an App, which has no permission of a person. */
  async #refuseUnsigned(
    purpose: string,
    branch: string,
    executable: string | undefined,
  ) {
    const { viewerPermission } = await this.#api.facts(purpose);
    if (
      viewerPermission === null ||
      !(await this.#rules.demandsSignatures(branch))
    ) {
      return;
    }
    const attempt = this.#api.attempt(purpose);
    throw executable === undefined
      ? new NotImplementedError(
          `${attempt}: a commit in place of another is not signed for a token, and a rule wants signed commits`,
        )
      : new NotAllowedError(
          `${attempt}: a rule wants signed commits, and GitHub signs one that changes ${executable}, an executable file, for an App only. Connect the portal by an App`,
        );
  }

  /** Before anything is written, as far as GitHub tells. */
  async #refuseUnwritable(purpose: string) {
    const facts = await this.#api.facts(purpose);
    if (facts.isArchived) {
      throw await this.#api.error({ purpose }, { status: 423, said: '' });
    }
    if (isReader(facts)) {
      const said = `the permission is ${facts.viewerPermission}`;
      throw await this.#api.error({ purpose }, { status: 403, said });
    }
  }

  async #commitOnBranch(
    purpose: string,
    request: ForgeCommitRequest,
  ): Promise<ForgeCommit> {
    const { branch, create, onto } = request;
    if (create && !(await this.#branches.isAbsent(branch))) {
      throw this.#conflict(purpose, 'it exists already');
    }
    const { data, error } = await this.#api.tryMutate(purpose, {
      ...(create && { created: await this.#creation(branch, onto) }),
      made: this.#commitment(request),
    });
    // GitHub goes on after a mutation that failed. When the branch could not be
    // created, another task with the same request did it in this moment.
    const made = data?.made;
    if (!made) {
      throw await this.#afterRefusal(purpose, request, {
        error,
        begun: Boolean(data?.created),
      });
    }
    this.#branches.notice(branch);
    const commit: string = made.commit.oid;
    const base: string | undefined = made.ref.repository.ref?.target.oid;
    if (create && base !== onto) {
      await this.#branches.move(purpose, { branch, from: commit, to: NOTHING });
      throw this.#conflict(
        purpose,
        `${this.#base} ${base ? `moved from ${onto} to ${base}` : 'is gone'}`,
      );
    }
    return { commit };
  }

  async #creation(branch: string, oid: string): Promise<GithubMutation> {
    const { id: repositoryId } = await this.#api.facts('create a branch');
    return {
      name: 'createRef',
      input: { repositoryId, name: `refs/heads/${branch}`, oid },
      select: 'clientMutationId',
    };
  }

  /** It looks in the same request where the base branch is. */
  #commitment({
    branch,
    onto,
    message,
    changes,
  }: ForgeCommitRequest): GithubMutation {
    const [headline, ...body] = message.split('\n');
    const base = JSON.stringify(`refs/heads/${this.#base}`);
    return {
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
      select: `commit { oid } ref { repository { ref(qualifiedName: ${base}) { target { oid } } } }`,
    };
  }

  /** The error, after what was begun is taken back. */
  async #afterRefusal(
    purpose: string,
    { branch, create, onto }: ForgeCommitRequest,
    refusal: { readonly error: Error | undefined; readonly begun: boolean },
  ): Promise<Error> {
    const head = await this.#branches.find(branch);
    const moved = head ? head.commit !== onto : !create;
    if (moved) {
      return this.#conflict(
        purpose,
        head ? `it is at ${head.commit} and not at ${onto}` : 'it is gone',
      );
    }
    const error = refusal.error ?? this.#conflict(purpose, 'it was not made');
    if (head && refusal.begun) {
      try {
        await this.#branches.move(purpose, { branch, from: onto, to: NOTHING });
      } catch {
        // What protects a branch from commits may keep it from being deleted.
        return new ForwardedError(
          `The branch ${branch} was begun at ${onto}, without a commit of its own, and may not be deleted again. Delete it when the rule is mended, or run again`,
          error,
        );
      }
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
      this.#branches.find(this.#base),
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
    await this.#branches.move(purpose, {
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

  #conflict(purpose: string, reason: string): ConflictError {
    return new ConflictError(
      `${this.#api.attempt(purpose)}: ${reason}. Run again`,
    );
  }
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
