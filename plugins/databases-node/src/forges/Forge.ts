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

import { RepositoryRef } from '@basewell/plugin-databases-common';

/**
 * A kind of git host, such as Gitea. One file and one line in the registry for
 * each; everything above works with {@link ForgeRepository} only.
 *
 * @public
 */
export interface Forge {
  /** The integration type in app-config: `gitea`, `github`, `gitlab` … */
  readonly id: string;
  /**
   * Opens a repository for one piece of work, at most a few minutes: what a
   * commit holds is remembered, not what branches point at. No request is made
   * yet.
   *
   * @throws InputError when no integration is configured for the host, and says which key to add.
   */
  open(repository: RepositoryRef, options?: ForgeOptions): ForgeRepository;
  /**
   * The page of a file for people. Left out: the host has none.
   *
   * @returns `undefined` when no integration is configured for the host
   */
  fileUrl?(repository: RepositoryRef, file: ForgeFile): string | undefined;
}

/** A line of a file as a commit has it. @public */
export interface ForgeFile {
  readonly commit: string;
  /** For a link that is kept: the page shows the file as this branch has it by then. */
  readonly branch?: string;
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

/** @public */
export interface ForgeOptions {
  /** The user's own token; the integration's is used when left out. */
  readonly token?: string;
  /** Aborts requests that are under way; none is made afterwards. */
  readonly signal?: AbortSignal;
}

/**
 * One repository on its host, through its API: nothing is cloned.
 *
 * All methods throw `@backstage/errors` kinds whose message says which
 * repository, what was tried and what to do: `AuthenticationError` (401),
 * `NotAllowedError` (403), `NotFoundError` (the repository itself),
 * `ConflictError` (409, 422, a branch or a file that moved),
 * `ServiceUnavailableError` (5xx, time-outs, rate limits beyond the waiting
 * time), `AbortError` of the signal. Rate limits with a `Retry-After` that is
 * short are waited out. No message holds a token.
 *
 * @public
 */
export interface ForgeRepository {
  readonly ref: RepositoryRef;

  /**
   * The branch and the commit it points at; `undefined` when there is none.
   *
   * @param options - `toList`: whether its folders are asked for next; some hosts
   *   tell both with one request
   */
  findBranch(
    name: string,
    options?: { readonly toList?: boolean },
  ): Promise<ForgeBranch | undefined>;

  /** Names directly inside a folder at a commit (folders end in `/`); `undefined` when there is no such folder. */
  listFolder(
    commit: string,
    folder: string,
  ): Promise<readonly string[] | undefined>;

  /**
   * Paths of all files below a folder at a commit (`''` is the root), from the
   * root of the repository, in the order of their UTF-16 units; none when there
   * is no such folder. Symbolic links and submodules are no files.
   *
   * @throws NotImplementedError when the host does not hand out so many names
   */
  listFiles(commit: string, folder: string): Promise<readonly string[]>;

  /**
   * Commits that `commit` stands upon, itself included, and that changed a file:
   * newest first, at most `limit`, which is 50 or less. None when there never was
   * such a file; one that was renamed begins with the commit that did it.
   */
  listCommits(
    commit: string,
    path: string,
    limit: number,
  ): Promise<readonly ForgeFileCommit[]>;

  /**
   * Contents at a commit, by path; `undefined` for a path that is no file there
   * (a folder, a symbolic link). As few requests as the host allows. Bytes that
   * are not UTF-8 come as U+FFFD: such a file can be looked at and not changed.
   */
  readFiles(
    commit: string,
    paths: readonly string[],
  ): Promise<ReadonlyMap<string, string | undefined>>;

  /**
   * Makes one commit. Either it stands as a whole or nothing has changed, unless
   * the connection breaks before the answer: then looking again tells.
   *
   * @throws ConflictError when `onto` no longer is the head of the branch that
   *   the commit is made from, a file is not what `previous` says or exists
   *   without it, the branch to create exists, or `replaces` no longer is its
   *   head.
   * @throws NotImplementedError when something is to be replaced and the host
   *   cannot do that without the risk of losing somebody's commit.
   */
  commit(commit: ForgeCommitRequest): Promise<ForgeCommit>;

  /**
   * Pull requests from this branch of the repository into `ref.branch`: the open
   * one first, then newest first. Where a host cannot filter by branch, older
   * ones may be left out beside an open or a newer one.
   */
  findPullRequests(branch: string): Promise<readonly ForgePullRequest[]>;

  /**
   * All open pull requests into `ref.branch` from branches of the repository
   * whose name begins so, newest first: a page of requests, not one for each.
   * Left out: the host is asked for each branch.
   */
  listOpenPullRequests?(prefix: string): Promise<readonly ForgePullRequest[]>;

  /**
   * Labels and reviewers that the host does not have are left out, as is whoever
   * opens it. What fails once it stands is said in `undone`.
   *
   * @throws ConflictError when one is open for the branch already, or the branch
   *   is gone
   */
  createPullRequest(request: {
    readonly branch: string;
    readonly title: string;
    readonly body: string;
    readonly draft: boolean;
    /** By their names. */
    readonly labels?: readonly string[];
    /** As in CODEOWNERS: `@user`, `@organization/team`. */
    readonly reviewers?: readonly string[];
  }): Promise<ForgePullRequest>;

  /** Changes what is given and leaves the rest, the draft state included. */
  updatePullRequest(
    number: number,
    change: {
      readonly title?: string;
      readonly body?: string;
      readonly draft?: boolean;
    },
  ): Promise<ForgePullRequest>;

  /**
   * Does nothing when it is closed already.
   *
   * @throws ConflictError when it is merged
   */
  closePullRequest(number: number): Promise<void>;

  /** Does nothing when the branch is gone already. */
  deleteBranch(name: string): Promise<void>;

  setStatus(commit: string, status: ForgeStatus): Promise<void>;

  /**
   * What is known to be in the way of writing, asked for before anything is
   * written anywhere. It takes a request only where nothing that was read before
   * has told. Left out where the host tells nothing. What the account may not
   * find out is in nobody's way: then the write itself is refused.
   */
  standing?(intent: ForgeIntent): Promise<ForgeStanding>;

  /**
   * Who has to approve a pull request into `ref.branch` by rules of the host,
   * whatever CODEOWNERS say. Left out where the host tells nothing.
   */
  approvals?(): Promise<readonly ForgeApproval[]>;
}

/** @public */
export interface ForgeApproval {
  /** Its name. */
  readonly rule: string;
  /** How many of them, 1 or more. */
  readonly required: number;
  /** As in CODEOWNERS: `@user`; empty where anybody may. */
  readonly approvers: readonly string[];
}

/** What is about to be written, as rules of the host look at it. @public */
export interface ForgeIntent {
  /** The branch that is created or committed to. */
  readonly branch: string;
  /** Of the commit. */
  readonly message: string;
}

/** @public */
export interface ForgeStanding {
  /** What is in the way, as sentences that name the repository and say what to do. */
  readonly obstacles: readonly string[];
  /** What is good to know and in nobody's way, as sentences. */
  readonly notes?: readonly string[];
}

/** @public */
export interface ForgeBranch {
  readonly name: string;
  /** Commit id of its head. */
  readonly commit: string;
}

/** A commit in the history of a file. @public */
export interface ForgeFileCommit {
  readonly commit: string;
  /** When it was committed, which rebasing moves: UTC ISO instant. */
  readonly at: string;
}

/** @public */
export interface ForgeCommitRequest {
  /** The branch the commit goes to. It is created from `onto` when `create` is set. */
  readonly branch: string;
  readonly create: boolean;
  /** The commit it is made on: head of the base branch (create) or of the branch itself. */
  readonly onto: string;
  /**
   * Head of the branch when everything on it gives way to this commit, which is
   * made on `onto`, the head of the base branch. The branch moves in one step
   * from the one to the other, and its pull request stays open.
   */
  readonly replaces?: string;
  readonly message: string;
  readonly changes: readonly ForgeFileChange[];
}

/** @public */
export type ForgeFileChange = ForgeFileWrite | ForgeFileDeletion;

/** @public */
export interface ForgeFileWrite {
  readonly path: string;
  readonly content: string;
  /** Content that the change was made from; left out for a new file. */
  readonly previous?: string;
}

/** Said in full, so that content which is missing by mistake deletes nothing. @public */
export interface ForgeFileDeletion {
  readonly path: string;
  readonly delete: true;
  readonly previous: string;
  readonly content?: undefined;
}

/** @public */
export interface ForgeCommit {
  readonly commit: string;
}

/** @public */
export interface ForgePullRequest {
  readonly number: number;
  /** For people. */
  readonly url: string;
  readonly state: 'open' | 'merged' | 'closed';
  readonly draft: boolean;
  /** Without the prefix that marks a draft on some hosts. */
  readonly title: string;
  readonly body: string;
  readonly branch: string;
  readonly base: string;
  /**
   * Head commit of the branch; of a merged or closed one as it was then, also
   * when the branch has moved since.
   */
  readonly commit: string;
  /** Login name of who opened it. */
  readonly author: string;
  /** UTC ISO instant; left out where the host does not say. */
  readonly openedAt?: string;
  /** When it was merged or closed: UTC ISO instant. */
  readonly endedAt?: string;
  /** What was wanted besides and failed when it was opened just now, as sentences. */
  readonly undone?: readonly string[];
}

/** @public */
export interface ForgeStatus {
  /** Such as `databases/order`. */
  readonly context: string;
  readonly state: 'pending' | 'success' | 'failure';
  readonly description: string;
  readonly url?: string;
}
