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
import { ForgeAnswer, ForgeCall, ForgeHttp } from './ForgeHttp';

/**
 * The part of Gitea's API that is below one repository. It knows what a 404
 * means: the thing is not there, or the whole repository.
 *
 * @internal
 */
export class GiteaApi {
  readonly #root: readonly string[];
  readonly #http: ForgeHttp;
  #known = false;

  constructor(ref: RepositoryRef, http: ForgeHttp) {
    this.#root = ['repos', ref.owner, ref.repo];
    this.#http = http;
  }

  /** Reads one thing; `undefined` when the repository does not have it. */
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

  /** `path` is below the repository. */
  async send(call: ForgeCall): Promise<ForgeAnswer> {
    const answer = await this.#http.send({
      ...call,
      path: [...this.#root, ...call.path],
    });
    if (answer.status === 404 && !this.#known) {
      // Costs a request once, and only when the first answer is a 404.
      await this.#http.send({
        purpose: 'find the repository',
        method: 'GET',
        path: this.#root,
      });
    }
    this.#known = true;
    return answer;
  }

  error(call: ForgeCall, answer: ForgeAnswer): Error {
    return this.#http.error(call, answer);
  }

  /** Beginning of an error's message. */
  attempt(call: Pick<ForgeCall, 'purpose'>): string {
    return this.#http.attempt(call);
  }
}
