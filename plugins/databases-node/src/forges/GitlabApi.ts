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
import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import { RepositoryRef } from '@basewell/plugin-databases-common';
import { ForgeAnswer, ForgeCall, ForgeHttp } from './ForgeHttp';
import {
  GitlabQuestion,
  toGitlabDocument,
  weighGitlabQuestions,
} from './gitlabDocument';
import { decodeGitPush, encodeGitPush, GIT_PUSH, RefMove } from './gitPush';

/** What a person may do in a project, as GitLab tells beside its files. */
interface GitlabAccess {
  /** `gid://gitlab/Project/7` */
  readonly id: string;
  readonly archived: boolean;
  readonly mergeRequestsEnabled: boolean;
  /** Merges by fast-forward only. */
  readonly mergeRequestsFfOnlyEnabled: boolean | null;
  readonly userPermissions: {
    /** Of a Maintainer. */
    readonly adminProject: boolean;
    readonly pushCode: boolean;
    readonly createMergeRequestIn: boolean;
  };
}

interface GraphqlAnswer {
  readonly data?: {
    /** Beside it the answers, by `q0`, `q1` … */
    readonly project: (GitlabAccess & { readonly [alias: string]: any }) | null;
  } | null;
  readonly errors?: readonly { readonly message: string }[];
}

/** Why the host does not say so much at once. */
interface TooMuch {
  readonly tooMuch: Error;
}

interface Waiting extends GitlabQuestion {
  readonly purpose: string;
  readonly resolve: (answer: any) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * The part of GitLab's APIs that is about one project. It knows what a 404
 * means: the thing is not there, or the whole project.
 *
 * @internal
 */
export class GitlabApi {
  /** With its groups: `platform/databases/gitops`. */
  readonly #project: string;
  readonly #api: ForgeHttp;
  readonly #git: ForgeHttp;
  #known = false;
  #waiting: Waiting[] = [];
  #access?: GitlabAccess;

  /**
   * @param api - below which `v4` and `graphql` are
   * @param git - below which the repositories are
   */
  constructor(ref: RepositoryRef, api: ForgeHttp, git: ForgeHttp) {
    this.#project = `${ref.owner}/${ref.repo}`;
    this.#api = api;
    this.#git = git;
  }

  /** Reads one thing; `undefined` when the project does not have it. */
  async get<T>(
    purpose: string,
    path: readonly string[],
    query?: ForgeCall['query'],
  ): Promise<T | undefined> {
    const answer = await this.send({
      purpose,
      method: 'GET',
      path,
      query,
      accept: [404],
    });
    return answer.status === 404 ? undefined : (answer.body as T);
  }

  /** `path` is below the project. */
  async send(call: ForgeCall): Promise<ForgeAnswer> {
    const root = ['v4', 'projects', this.#project];
    const answer = await this.#api.send({
      ...call,
      path: [...root, ...call.path],
    });
    if (answer.status === 404 && !this.#known) {
      // Costs a request once, and only when the first answer is a 404.
      await this.#api.send({
        purpose: 'find the project',
        method: 'GET',
        path: root,
      });
    }
    this.#known = true;
    return answer;
  }

  /**
   * Asks about the repository by GraphQL. What is asked in the same turn of the
   * event loop goes out as one document, as far as GitLab answers it at once.
   *
   * @returns what was asked for, or why the host does not say so much at once
   */
  ask<T>(purpose: string, question: GitlabQuestion): Promise<T | TooMuch> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ ...question, purpose, resolve, reject });
      if (this.#waiting.length === 1) {
        nextTurn().then(() =>
          weighGitlabQuestions(this.#waiting.splice(0)).forEach(questions =>
            this.#askTogether(questions),
          ),
        );
      }
    });
  }

  async #askTogether(questions: readonly Waiting[]): Promise<void> {
    try {
      const answer = await this.#query(questions);
      if ('tooMuch' in answer && questions.length > 1) {
        questions.forEach(question => this.#askTogether([question]));
        return;
      }
      questions.forEach(({ resolve }, index) =>
        resolve('tooMuch' in answer ? answer : answer[`q${index}`]),
      );
    } catch (error) {
      questions.forEach(({ reject }) => reject(error));
    }
  }

  async #query(
    questions: readonly Waiting[],
  ): Promise<{ readonly [alias: string]: unknown } | TooMuch> {
    const [{ purpose }] = questions;
    const call: ForgeCall = {
      purpose,
      method: 'POST',
      path: ['graphql'],
      reads: true,
      body: toGitlabDocument(this.#project, questions),
    };
    const answer = await this.#api.send(call);
    const { data, errors } = answer.body as GraphqlAnswer;
    if (errors?.length) {
      const said = errors.map(({ message }) => message).join('; ');
      const error = new ServiceUnavailableError(
        `${this.attempt(call)}: "${said}". Run again later, and look into the log of GitLab if it stays`,
      );
      if (/limit|complexity/i.test(said)) {
        return { tooMuch: error };
      }
      throw error;
    }
    if (!data?.project) {
      throw this.error(call, { status: 404, said: '' });
    }
    this.#known = true;
    this.#access = data.project;
    return data.project;
  }

  /** @throws NotAllowedError when it is known already that a change cannot be made */
  refuseReadOnly(purpose: string) {
    const { archived, userPermissions } = this.#access ?? {};
    if (archived) {
      throw new NotAllowedError(
        `${this.attempt({ purpose })}: the project is archived. Unarchive it, or name another one in the target's repoUrl`,
      );
    }
    const missing =
      userPermissions?.pushCode === false
        ? 'push code'
        : userPermissions?.createMergeRequestIn === false &&
          'open merge requests';
    if (missing) {
      throw this.error(
        { purpose },
        { status: 403, said: `the account may not ${missing}` },
      );
    }
  }

  /** Finds out why something is not allowed, as far as GitLab tells. */
  async explainRefusal(purpose: string): Promise<void> {
    await this.#askAccess(purpose);
    this.refuseReadOnly(purpose);
  }

  /** Known from any question before, else asked for. */
  async access(purpose: string): Promise<GitlabAccess> {
    if (!this.#access) {
      await this.#askAccess(purpose);
    }
    return this.#access!;
  }

  /** As REST has it. */
  async projectId(purpose: string): Promise<number> {
    const { id } = await this.access(purpose);
    return Number(id.split('/').at(-1));
  }

  async #askAccess(purpose: string): Promise<void> {
    await this.ask(purpose, {
      ...{ fields: 'exists', declared: '', variables: {}, weight: 1 },
    });
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
      path: [...`${this.#project}.git`.split('/'), 'git-receive-pack'],
      binary: { type: GIT_PUSH, bytes: encodeGitPush(move) },
      accept: [403, 404],
    });
    return answer.status < 300
      ? decodeGitPush(answer.body as string)
      : `${answer.status} ${answer.said}`;
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
}
