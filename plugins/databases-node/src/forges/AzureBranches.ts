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

import { ConflictError, NotImplementedError } from '@backstage/errors';
import { AzureApi } from './AzureApi';
import { ForgeBranch } from './Forge';
import { ForgeCall } from './ForgeHttp';

/** What we read of Azure DevOps' `GitRef`. */
interface Ref {
  readonly name: string;
  readonly objectId: string;
}

/** What we read of its `GitRefUpdateResult`. */
interface Result {
  readonly name: string;
  readonly success: boolean;
  /** `staleOldObjectId`, `forcePushRequired`, `locked` … */
  readonly updateStatus: string;
  readonly customMessage?: string;
}

/** @internal */
export interface BranchMove {
  readonly branch: string;
  /** Commit that it must be at. */
  readonly from: string;
  /** Commit that it goes to; left out to delete it. */
  readonly to?: string;
}

/** Where there is no commit. @internal */
export const AZURE_NOTHING = '0'.repeat(40);
const HEADS = 'refs/heads/';
const PAGE = '100';

/** Branches: each moves only from the commit where it is expected. @internal */
export class AzureBranches {
  readonly #api: AzureApi;

  constructor(api: AzureApi) {
    this.#api = api;
  }

  async find(name: string): Promise<ForgeBranch | undefined> {
    for await (const branch of this.#beginning(name)) {
      if (branch.name === name) {
        return branch;
      }
    }
    return undefined;
  }

  /** Commits by name of all branches that begin so. */
  async heads(prefix: string): Promise<ReadonlyMap<string, string>> {
    const heads = new Map<string, string>();
    for await (const { name, commit } of this.#beginning(prefix)) {
      heads.set(name, commit);
    }
    return heads;
  }

  /** Branches can only be asked for by the beginning of their names. */
  async *#beginning(prefix: string): AsyncGenerator<ForgeBranch> {
    let next: ForgeCall['query'] = {};
    while (next) {
      const { body, next: following } = await this.#api.send({
        purpose: `read the branch ${prefix}`,
        method: 'GET',
        path: ['refs'],
        query: { filter: `heads/${prefix}`, $top: PAGE, ...next },
      });
      const { value } = body as { readonly value: readonly Ref[] };
      for (const { name, objectId } of value) {
        yield { name: name.slice(HEADS.length), commit: objectId };
      }
      next = following;
    }
  }

  async delete(name: string): Promise<void> {
    const branch = await this.find(name);
    if (branch) {
      await this.move(`delete the branch ${name}`, [
        { branch: name, from: branch.commit },
      ]);
    }
  }

  /**
   * @throws ConflictError when a branch is not where it is expected,
   *   NotImplementedError when a commit would be lost and the account may not do
   *   that
   */
  async move(purpose: string, moves: readonly BranchMove[]): Promise<void> {
    const { body } = await this.#api.send({
      purpose,
      method: 'POST',
      path: ['refs'],
      body: moves.map(({ branch, from, to }) => ({
        name: HEADS + branch,
        oldObjectId: from,
        newObjectId: to ?? AZURE_NOTHING,
      })),
    });
    const { value } = body as { readonly value: readonly Result[] };
    const failed = value.find(({ success }) => !success);
    if (failed) {
      throw await this.#refusal(purpose, failed);
    }
  }

  async #refusal(
    purpose: string,
    { name, updateStatus, customMessage }: Result,
  ): Promise<Error> {
    const said = `${name}: ${customMessage ?? updateStatus}`;
    switch (updateStatus) {
      case 'staleOldObjectId':
      case 'unprocessed':
        return new ConflictError(
          `${this.#api.attempt(purpose)}: "${said}". The branch is not where it was; run again`,
        );
      case 'forcePushRequired':
        return new NotImplementedError(
          `${this.#api.attempt(purpose)}: "${said}". Give the account the permission Force push on the branch, which whoever creates a branch has`,
        );
      default:
        return this.#api.error({ purpose }, { status: 403, said });
    }
  }
}
