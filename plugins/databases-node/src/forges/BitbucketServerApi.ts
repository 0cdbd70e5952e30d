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

import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import { RepositoryRef } from '@basewell/plugin-databases-common';
import { ForgeAnswer, ForgeCall, ForgeHttp } from './ForgeHttp';
import {
  decodeGitFetch,
  encodeGitFetch,
  GIT_FETCH,
  GitFetch,
} from './gitFetch';
import { GitObject } from './gitObject';
import { decodeGitPush, encodeGitPush, GIT_PUSH, RefMove } from './gitPush';

/** What we read of Bitbucket's `RestRepository`. @internal */
export interface BitbucketServerDescription {
  readonly slug: string;
  /** For people; mostly the slug, or the slug is made from it. */
  readonly name: string;
  readonly project: { readonly key: string };
  readonly archived?: boolean;
  /** Of a fork: what it was made from. */
  readonly origin?: {
    readonly slug: string;
    readonly project: { readonly key: string };
  };
}

/**
 * The part of Bitbucket Data Center that is about one repository: its API, and
 * its git. It knows what a refusal means: the thing is not there or not allowed,
 * or the whole repository.
 *
 * @internal
 */
export class BitbucketServerApi {
  readonly #repository: readonly string[];
  readonly #git: readonly string[];
  readonly #version: string;
  readonly #http: ForgeHttp;
  #known = false;

  /**
   * @param http - below which `rest` and `scm` are
   * @param version - of the API: `1.0` or `latest`
   */
  constructor(
    { owner, repo }: RepositoryRef,
    http: ForgeHttp,
    version: string,
  ) {
    this.#repository = ['projects', owner, 'repos', repo];
    this.#git = ['scm', owner, `${repo}.git`];
    this.#version = version;
    this.#http = http;
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

  /**
   * @param call - its path is below the repository
   * @param api - whose part of the API it is
   */
  async send(call: ForgeCall, api = 'api'): Promise<ForgeAnswer> {
    const answer = await this.#http.send({
      ...call,
      path: ['rest', api, this.#version, ...this.#repository, ...call.path],
      accept: [...(call.accept ?? []), 403, 404],
    });
    if (answer.status === 403) {
      // Costs a request once, and only when the first answer is a refusal.
      await (this.#known || this.read());
      throw this.error(call, answer);
    }
    if (
      answer.status === 404 &&
      (isRepository(answer) || !call.accept?.includes(404))
    ) {
      throw this.error(call, answer);
    }
    this.#known = true;
    return answer;
  }

  /**
   * Asks for what is not of the repository alone.
   *
   * @param call - its path is below the API
   * @returns `undefined` when the account may not know
   */
  async ask<T>(call: ForgeCall): Promise<T | undefined> {
    const answer = await this.#http.send({
      ...call,
      path: ['rest', 'api', this.#version, ...call.path],
      accept: [400, 401, 403, 404],
    });
    return answer.status < 300 ? (answer.body as T) : undefined;
  }

  /** @throws NotFoundError when it may not be seen, which the host calls a lack of permission */
  async read(): Promise<BitbucketServerDescription> {
    const call = { purpose: 'find the repository', method: 'GET' as const };
    const answer = await this.#http.send({
      ...call,
      path: ['rest', 'api', this.#version, ...this.#repository],
      accept: [403],
    });
    if (answer.status === 403) {
      throw this.error(call, { ...answer, status: 404 });
    }
    this.#known = true;
    return answer.body as BitbucketServerDescription;
  }

  /**
   * Objects by their ids, all that are wanted among them.
   *
   * @throws NotFoundError when there is no such object, or no such repository
   */
  async fetch(
    purpose: string,
    request: GitFetch,
  ): Promise<ReadonlyMap<string, GitObject>> {
    const call: ForgeCall = {
      purpose,
      method: 'POST',
      path: [...this.#git, 'git-upload-pack'],
      binary: { type: GIT_FETCH, bytes: encodeGitFetch(request) },
      answers: '*/*',
      reads: true,
      accept: [403, 404],
    };
    const answer = await this.#http.send(call);
    if (answer.status >= 300) {
      throw this.error(call, { ...answer, status: 404 });
    }
    const objects = this.#decode(call, answer.body as Buffer);
    if ('refusal' in objects) {
      throw new NotFoundError(
        `${this.attempt(call)}: "${this.#http.quote(objects.refusal)}". There is no such commit any more, or partial clones are turned off in bitbucket.properties. Run again`,
      );
    }
    const missing = request.wants.find(id => !objects.has(id));
    if (missing) {
      throw new ServiceUnavailableError(
        `${this.attempt(call)}: ${missing} was asked for and is not in the answer. Run again`,
      );
    }
    this.#known = true;
    return objects;
  }

  #decode(call: ForgeCall, answer: Buffer): ReturnType<typeof decodeGitFetch> {
    try {
      return decodeGitFetch(answer);
    } catch (error) {
      throw new ServiceUnavailableError(
        `${this.attempt(call)}: the answer breaks off after ${answer.length} bytes (${(error as Error).message}). Run again; if it stays, look for a limit on the size of answers before the host`,
      );
    }
  }

  /**
   * Moves a ref from the commit that it must be at.
   *
   * @param objects - that the host does not have
   * @returns why the host did not; `undefined` when it did
   */
  async push(
    purpose: string,
    move: RefMove,
    objects: readonly GitObject[],
  ): Promise<string | undefined> {
    const answer = await this.#http.send({
      purpose,
      method: 'POST',
      path: [...this.#git, 'git-receive-pack'],
      binary: { type: GIT_PUSH, bytes: encodeGitPush(move, objects) },
      accept: [403, 404],
    });
    if (answer.status >= 300) {
      return `${answer.status} ${answer.said}`;
    }
    const refusal = decodeGitPush(answer.body as string);
    return refusal && this.#http.quote(refusal);
  }

  error(
    call: Pick<ForgeCall, 'purpose'>,
    answer: Pick<ForgeAnswer, 'status' | 'said'>,
  ): Error {
    return this.#http.error(call, answer);
  }

  /** Beginning of an error's message. */
  attempt(call: Pick<ForgeCall, 'purpose'>): string {
    return this.#http.attempt(call);
  }
}

/** Whether it is the repository that is not there. */
function isRepository({ body }: ForgeAnswer): boolean {
  const { errors } = (body ?? {}) as {
    readonly errors?: readonly { readonly exceptionName?: string | null }[];
  };
  return Boolean(
    errors?.some(({ exceptionName }) =>
      /NoSuch(?:Repository|Project)Exception$/.test(exceptionName ?? ''),
    ),
  );
}
