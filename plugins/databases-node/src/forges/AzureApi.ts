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

import { NotAllowedError } from '@backstage/errors';
import { RepositoryRef } from '@basewell/plugin-databases-common';
import { ForgeAnswer, ForgeCall, ForgeHttp } from './ForgeHttp';

/** What a repository is, as far as it decides what can be done. @internal */
export interface AzureFacts {
  readonly id: string;
  readonly project: { readonly id: string };
  readonly isDisabled?: boolean;
  readonly isInMaintenance?: boolean;
  /** Of a fork: what it was made from. */
  readonly parentRepository?: {
    readonly name: string;
    readonly project?: { readonly name: string };
  };
  /** Left out of an empty repository. */
  readonly defaultBranch?: string;
  /** Bytes that it takes, packed, with its history. */
  readonly size: number;
}

/** People have an address of their own. @internal */
export type AzureHost = 'code' | 'identities';

const FIND = 'find the repository';
const VERSION = { 'api-version': '7.1' };
/** What somebody may not find out, who may do the rest. */
const SILENT = [400, 401, 403, 404];

/**
 * The part of Azure DevOps' API that is about one repository. It knows what a
 * 404 means: the thing is not there, or the whole repository.
 *
 * @internal
 */
export class AzureApi {
  readonly #ref: RepositoryRef;
  readonly #connect: (host: AzureHost) => Promise<ForgeHttp>;
  readonly #https = new Map<AzureHost, Promise<ForgeHttp>>();
  #facts?: Promise<AzureFacts>;
  #known = false;

  /** @param connect - called with the first request, and again as long as it fails */
  constructor(
    ref: RepositoryRef,
    connect: (host: AzureHost) => Promise<ForgeHttp>,
  ) {
    this.#ref = ref;
    this.#connect = connect;
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
    const http = await this.#connected();
    const { accept = [] } = call;
    const answer = await http.send({
      ...call,
      path: [...this.#root(), ...call.path],
      query: { ...call.query, ...VERSION },
      accept: this.#known ? accept : [...accept, 403, 404],
    });
    if (!this.#known && [403, 404].includes(answer.status)) {
      // Costs a request once, and only when that is the first answer.
      await this.facts();
    }
    this.#known = true;
    if (answer.status >= 300 && !accept.includes(answer.status)) {
      throw http.error(call, answer);
    }
    return answer;
  }

  /** @throws the reason when the repository is not there or answers nothing */
  async facts(): Promise<AzureFacts> {
    const facts = await this.describe();
    if (facts.isDisabled) {
      throw new NotAllowedError(
        `${this.attempt(FIND)}: it is disabled, and can neither be read nor written. Enable it in the settings of the project, or name another one in the target's repoUrl`,
      );
    }
    return facts;
  }

  /** The same of one that is disabled. */
  async describe(): Promise<AzureFacts> {
    this.#facts ??= this.#readFacts().catch(error => {
      this.#facts = undefined;
      throw error;
    });
    return this.#facts;
  }

  async #readFacts(): Promise<AzureFacts> {
    const http = await this.#connected();
    const { body } = await http.send({
      purpose: FIND,
      method: 'GET',
      path: this.#root(),
      query: VERSION,
    });
    return body as AzureFacts;
  }

  /** Name of the project. */
  get project(): string {
    return this.#ref.owner.split('/').at(-1)!;
  }

  /**
   * Asks for what is not of the repository alone.
   *
   * @param call - its path is below the organization
   * @returns `undefined` when the account may not know
   */
  askOrganization<T>(call: ForgeCall): Promise<T | undefined> {
    return this.#ask(call, 'code');
  }

  /** The same of people. */
  askIdentities<T>(call: ForgeCall): Promise<T | undefined> {
    return this.#ask(call, 'identities');
  }

  async #ask<T>(call: ForgeCall, host: AzureHost): Promise<T | undefined> {
    const http = await this.#connected(host);
    const answer = await http.send({
      ...call,
      path: [...this.#ref.owner.split('/').slice(0, -1), ...call.path],
      query: { ...VERSION, ...call.query },
      accept: SILENT,
    });
    return answer.status < 300 ? (answer.body as T) : undefined;
  }

  #root(): readonly string[] {
    const { owner, repo } = this.#ref;
    return [...owner.split('/'), '_apis', 'git', 'repositories', repo];
  }

  async error(
    call: Pick<ForgeCall, 'purpose'>,
    answer: Pick<ForgeAnswer, 'status' | 'said'>,
  ): Promise<Error> {
    return (await this.#connected()).error(call, answer);
  }

  /** Beginning of an error's message. */
  attempt(purpose: string): string {
    const { owner, repo, host } = this.#ref;
    return `Could not ${purpose} in ${owner}/${repo} on ${host}`;
  }

  #connected(host: AzureHost = 'code'): Promise<ForgeHttp> {
    let http = this.#https.get(host);
    if (!http) {
      http = this.#connect(host);
      this.#https.set(host, http);
      http.catch(() => this.#https.delete(host));
    }
    return http;
  }
}
