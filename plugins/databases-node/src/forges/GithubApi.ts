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

import { setImmediate as nextTurn } from 'node:timers/promises';
import { isError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { RepositoryRef } from '@basewell/plugin-databases-common';
import { ForgeAnswer, ForgeCall, ForgeHttp } from './ForgeHttp';
import { GithubMutations, toMutationDocument } from './GithubMutation';
import {
  aliasOf,
  GithubDocument,
  GithubQuestion,
  toGithubDocument,
} from './GithubQuestion';

/** What a repository is, as far as it decides what can be done. @internal */
export interface GithubFacts {
  /** Node id, as mutations want it. */
  readonly id: string;
  readonly isArchived: boolean;
  /** Of the person; an App has none. */
  readonly viewerPermission: string | null;
  /** Of an empty repository there is none. */
  readonly defaultBranchRef: { readonly name: string } | null;
  readonly mergeCommitAllowed: boolean;
  readonly squashMergeAllowed: boolean;
  readonly rebaseMergeAllowed: boolean;
}

/** @internal */
export function isReader({ viewerPermission }: GithubFacts): boolean {
  return ['READ', 'TRIAGE'].includes(viewerPermission ?? '');
}

interface Waiting {
  readonly question: GithubQuestion<unknown>;
  readonly resolve: (value: any) => void;
  readonly reject: (reason: unknown) => void;
}

/** Statuses of a mutation that was refused, which the others need not be. */
const REFUSALS = [400, 403, 404, 409, 422];
/** A document that takes GitHub more than ten seconds is given up. */
const MOST_QUESTIONS = 10;

/**
 * GitHub's APIs for one repository. What is asked in the same turn of the event
 * loop goes out as one document.
 *
 * @internal
 */
export class GithubApi {
  readonly #ref: RepositoryRef;
  readonly #rest: readonly string[];
  readonly #connect: () => Promise<ForgeHttp>;
  #http?: Promise<ForgeHttp>;
  #waiting: Waiting[] = [];
  #facts?: GithubFacts;

  constructor(
    ref: RepositoryRef,
    options: {
      /** Called with the first request, and again as long as it fails. */
      readonly connect: () => Promise<ForgeHttp>;
      /** Where REST begins, below the address of the connection. */
      readonly rest: readonly string[];
    },
  ) {
    this.#ref = ref;
    this.#rest = options.rest;
    this.#connect = options.connect;
  }

  ask<T>(question: GithubQuestion<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ question, resolve, reject });
      if (this.#waiting.length === 1) {
        nextTurn().then(() => this.#askAll(this.#waiting.splice(0)));
      }
    });
  }

  /** The same by the way: `undefined` when the account may not know. */
  async tryAsk<T>(question: GithubQuestion<T>): Promise<T | undefined> {
    return this.ask<T | undefined>({
      ...question,
      read: answer => (answer ? question.read(answer) : undefined),
      optional: true,
    });
  }

  /** As far as any question before has told. */
  get known(): GithubFacts | undefined {
    return this.#facts;
  }

  /** Known from any question before, else asked for. */
  async facts(purpose: string): Promise<GithubFacts> {
    if (!this.#facts) {
      await this.#query(purpose, []);
    }
    return this.#facts!;
  }

  /**
   * Runs mutations, one after the other.
   *
   * @returns their payloads by alias
   */
  async mutate(purpose: string, mutations: GithubMutations): Promise<any> {
    const { data, error } = await this.tryMutate(purpose, mutations);
    if (error) {
      throw error;
    }
    return data;
  }

  /** The same where one may fail: the payloads of the others, and the error of the first that did. */
  async tryMutate(
    purpose: string,
    mutations: GithubMutations,
  ): Promise<{ readonly data?: any; readonly error?: Error }> {
    const answer = await this.#graphql(purpose, {
      ...toMutationDocument(mutations),
      accept: REFUSALS,
    });
    return {
      data: (answer.body as { readonly data?: unknown }).data,
      error:
        answer.status === 200
          ? undefined
          : await this.error({ purpose }, answer),
    };
  }

  /**
   * Calls REST, below the repository. Without permission GitHub says 404 to a
   * write, as if the repository were not there; whether it is seen tells.
   */
  async rest(call: ForgeCall): Promise<ForgeAnswer> {
    const http = await this.#connected();
    const { owner, repo } = this.#ref;
    const answer = await http.send({
      ...call,
      path: [...this.#rest, 'repos', owner, repo, ...call.path],
      accept: [404],
    });
    if (answer.status === 404) {
      await this.facts(call.purpose);
      throw http.error(call, {
        ...answer,
        status: call.method === 'GET' ? 404 : 403,
      });
    }
    return answer;
  }

  async error(
    call: Pick<ForgeCall, 'purpose'>,
    answer: { readonly status: number; readonly said: string },
  ): Promise<Error> {
    return (await this.#connected()).error(call, answer);
  }

  /** Beginning of an error's message. */
  attempt(purpose: string): string {
    const { owner, repo, host } = this.#ref;
    return `Could not ${purpose} in ${owner}/${repo} on ${host}`;
  }

  async #askAll(waiting: readonly Waiting[]): Promise<void> {
    for (let at = 0; at < waiting.length; at += MOST_QUESTIONS) {
      this.#askSome(waiting.slice(at, at + MOST_QUESTIONS));
    }
  }

  async #askSome(waiting: readonly Waiting[]): Promise<void> {
    if (!waiting.length) {
      return;
    }
    const [{ purpose }] = waiting.map(({ question }) => question);
    try {
      const answers = await this.#query(
        purpose,
        waiting.map(({ question }) => question),
      );
      for (const [index, { question, resolve, reject }] of waiting.entries()) {
        try {
          resolve(question.read(answers[aliasOf(question, index)]));
        } catch (error) {
          reject(error);
        }
      }
    } catch (error) {
      const needed = waiting.filter(({ question }) => !question.optional);
      // One that an older server does not understand takes the others with it.
      if (
        isError(error) &&
        error.name === 'InputError' &&
        needed.length < waiting.length
      ) {
        waiting
          .filter(({ question }) => question.optional)
          .forEach(({ resolve }) => resolve(undefined));
        await this.#askSome(needed);
        return;
      }
      waiting.forEach(({ reject }) => reject(error));
    }
  }

  async #query(
    purpose: string,
    questions: readonly GithubQuestion<unknown>[],
  ): Promise<{ readonly [alias: string]: unknown }> {
    const { body } = await this.#graphql(purpose, {
      ...toGithubDocument(this.#ref, questions),
      reads: true,
    });
    const repository = (body as any)?.data?.repository;
    if (!repository) {
      throw await this.error({ purpose }, { status: 404, said: '' });
    }
    this.#facts = repository;
    return repository;
  }

  async #graphql(
    purpose: string,
    document: GithubDocument & Pick<ForgeCall, 'accept' | 'reads'>,
  ): Promise<ForgeAnswer> {
    const { query, variables, ...options } = document;
    const http = await this.#connected();
    return http.send({
      purpose,
      method: 'POST',
      path: ['graphql'],
      body: { query, variables } as JsonObject,
      ...options,
    });
  }

  #connected(): Promise<ForgeHttp> {
    if (!this.#http) {
      this.#http = this.#connect();
      // A failure is no fact about the repository: the next one may try again.
      this.#http.catch(() => {
        this.#http = undefined;
      });
    }
    return this.#http;
  }
}
