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

import { isError } from '@backstage/errors';
import { RepositoryRef } from '@basewell/plugin-databases-common';
import { ForgeAnswer, ForgeCall, ForgeHttp } from './ForgeHttp';
import { GIT_FETCH } from './gitFetch';
import { GitObject } from './gitObject';
import { decodeGitPush, encodeGitPush, GIT_PUSH, RefMove } from './gitPush';
import { decodeGitShallow, encodeGitShallow } from './gitShallow';

/** What we read of Bitbucket's `repository`. @internal */
export interface BitbucketCloudFacts {
  /** Bytes that it takes with its history. */
  readonly size?: number;
  /** Of a fork: what it was made from. */
  readonly parent?: { readonly full_name: string } | null;
}

/** One page of a list. @internal */
export interface BitbucketCloudPage<T> {
  readonly values: readonly T[];
  /** Query of the next one. */
  readonly next?: ForgeCall['query'];
}

/** That a commit may have: bytes, with all its files, and folders and files. */
const MOST = { bytes: 64 * 1024 * 1024, objects: 10_000 };
/** What git is refused with, for any reason that is none of the API's. */
const NO_GIT = [400, 401, 403, 404, 405];
/** Takes longer to list than the host takes time. */
const TIMED_OUT = 555;
/** Sent for a token whose scopes do not reach, whoever it belongs to. */
const SCOPE = /privilege scope/i;

/**
 * The part of Bitbucket Cloud's API that is about one repository. It knows what
 * a 404 and a 403 mean: the thing is not there or not allowed, or the whole
 * repository.
 *
 * @internal
 */
export class BitbucketCloudApi {
  readonly #root: readonly string[];
  readonly #repository: readonly string[];
  readonly #api: ForgeHttp;
  readonly #git: ForgeHttp;
  #known = false;
  #facts?: Promise<BitbucketCloudFacts>;
  #isGitSilent = false;

  /**
   * @param api - below which `repositories` are
   * @param git - below which git finds them
   */
  constructor({ owner, repo }: RepositoryRef, api: ForgeHttp, git: ForgeHttp) {
    this.#root = ['repositories', owner, repo];
    this.#repository = [owner, `${repo}.git`];
    this.#api = api;
    this.#git = git;
  }

  /** Reads one thing; `undefined` when the repository does not have it. */
  async get<T>(
    purpose: string,
    path: readonly string[],
    query?: ForgeCall['query'],
  ): Promise<T | undefined> {
    const call = { purpose, method: 'GET' as const, path, query };
    const answer = await this.send({ ...call, accept: [404] });
    return answer.status === 404 ? undefined : (answer.body as T);
  }

  /** A page of who is in the workspace; nobody when the account may not know. */
  async members<T>(query: ForgeCall['query']): Promise<BitbucketCloudPage<T>> {
    const { status, body } = await this.#api.send({
      purpose: 'find out who reviewers are',
      method: 'GET',
      path: ['workspaces', this.#root[1], 'members'],
      query,
      accept: [400, 401, 403, 404],
    });
    return status < 300 ? toPage<T>(body) : { values: [] };
  }

  /** Reads a page of a list; `undefined` when there is no list. */
  async page<T>(
    call: Pick<ForgeCall, 'purpose' | 'path' | 'query' | 'slash'>,
  ): Promise<BitbucketCloudPage<T> | 'timeout' | undefined> {
    const answer = await this.send({
      ...{ ...call, method: 'GET' },
      accept: [404, TIMED_OUT],
    });
    if (answer.status >= 300) {
      return answer.status === TIMED_OUT ? 'timeout' : undefined;
    }
    return toPage<T>(answer.body);
  }

  /** `path` is below the repository. */
  async send(call: ForgeCall): Promise<ForgeAnswer> {
    const answer = await this.#api.send({
      ...call,
      path: [...this.#root, ...call.path],
      accept: [...(call.accept ?? []), 403],
    });
    const isRefused = answer.status === 403;
    // Costs a request once, and only when the first answer is a refusal.
    if (
      !this.#known &&
      (answer.status === 404 || (isRefused && !SCOPE.test(answer.said)))
    ) {
      await this.facts();
    }
    if (isRefused) {
      throw this.error(call, answer);
    }
    this.#known = true;
    return answer;
  }

  /**
   * Moves a ref from the commit that it must be at.
   *
   * @returns why the host did not; `undefined` when it did
   */
  async push(purpose: string, move: RefMove): Promise<string | undefined> {
    const answer = await this.#git.send({
      purpose,
      method: 'POST',
      path: [...this.#repository, 'git-receive-pack'],
      binary: { type: GIT_PUSH, bytes: encodeGitPush(move) },
      accept: [401, 403, 404],
    });
    if (answer.status >= 300) {
      return `${answer.status} ${answer.said}`;
    }
    const refusal = decodeGitPush(answer.body as string);
    return refusal && this.#git.quote(refusal);
  }

  /**
   * A commit that a branch is at, with all its folders and files, by their ids.
   *
   * @returns `undefined` when the host does not hand it out by git
   */
  async fetch(
    purpose: string,
    commit: string,
  ): Promise<ReadonlyMap<string, GitObject> | undefined> {
    if (this.#isGitSilent) {
      return undefined;
    }
    const answer = await this.#git
      .send({
        purpose,
        method: 'POST',
        path: [...this.#repository, 'git-upload-pack'],
        binary: { type: GIT_FETCH, bytes: encodeGitShallow(commit) },
        answers: '*/*',
        reads: true,
        accept: NO_GIT,
      })
      .catch(error => {
        if (!isNoAnswer(error)) {
          throw error;
        }
        // Nobody waits for it a second time.
        this.#isGitSilent = true;
        return undefined;
      });
    const objects =
      answer && answer.status < 300
        ? decodeGitShallow(answer.body as Buffer, MOST)
        : undefined;
    return objects?.has(commit) ? objects : undefined;
  }

  error(
    call: Pick<ForgeCall, 'purpose'>,
    answer: Pick<ForgeAnswer, 'status' | 'said'>,
  ): Error {
    return this.#api.error(call, answer);
  }

  /** Beginning of an error's message. */
  attempt(call: Pick<ForgeCall, 'purpose'>): string {
    return this.#api.attempt(call);
  }

  /** @throws NotFoundError when it may not be seen */
  async facts(): Promise<BitbucketCloudFacts> {
    this.#facts ??= this.#readFacts().catch(error => {
      this.#facts = undefined;
      throw error;
    });
    return this.#facts;
  }

  /** A private repository that may not be seen is a 403, though nobody is to know of it. */
  async #readFacts(): Promise<BitbucketCloudFacts> {
    const call: ForgeCall = {
      purpose: 'find the repository',
      method: 'GET',
      path: this.#root,
      accept: [403],
    };
    const answer = await this.#api.send(call);
    if (answer.status === 403 && !SCOPE.test(answer.said)) {
      throw this.error(call, { ...answer, status: 404 });
    }
    this.#known = true;
    return answer.status === 403 ? {} : (answer.body as BitbucketCloudFacts);
  }
}

function toPage<T>(body: unknown): BitbucketCloudPage<T> {
  const { values, next } = body as {
    readonly values: readonly T[];
    readonly next?: string;
  };
  return { values, next: next ? queryOf(next) : undefined };
}

function queryOf(address: string): ForgeCall['query'] {
  const { searchParams } = new URL(address);
  return Object.fromEntries(
    [...searchParams.keys()].map(name => [name, searchParams.getAll(name)]),
  );
}

/** Of one that is too large, is to be had elsewhere, or out of reach. */
function isNoAnswer(error: unknown): boolean {
  return (
    isError(error) &&
    ['InputError', 'ServiceUnavailableError'].includes(error.name)
  );
}
