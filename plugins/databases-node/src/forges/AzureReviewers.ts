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

import { AzureApi } from './AzureApi';
import { AzurePull } from './azurePull';
import { refuseUnknownReviewers } from './refuseUnknownReviewers';

/** What we read of Azure DevOps' `Identity`. */
interface Identity {
  readonly id: string;
  readonly isActive?: boolean;
}

/** No more are asked, with a request for each to find out who it is. */
const MOST = 15;

/**
 * Asks people for reviews. A pull request names them by ids, which a search for
 * their addresses or names finds, where the token reads identities.
 *
 * https://learn.microsoft.com/en-us/rest/api/azure/devops/ims/identities/read-identities
 * https://learn.microsoft.com/en-us/rest/api/azure/devops/git/pull-request-reviewers/create-pull-request-reviewers
 *
 * @internal
 */
export class AzureReviewers {
  readonly #api: AzureApi;

  constructor(api: AzureApi) {
    this.#api = api;
  }

  /**
   * @param owners - as in CODEOWNERS: addresses, or names after an `@`; roles and
   *   teams of other hosts are nobody here
   * @throws NotFoundError for those that are not known, once the others are asked
   */
  async ask(
    { pullRequestId, createdBy }: AzurePull,
    owners: readonly string[],
  ): Promise<void> {
    const wanted = [...new Set(owners)].slice(0, MOST);
    const found = await Promise.all(wanted.map(owner => this.#find(owner)));
    const ids = new Set(found.filter(id => id && id !== createdBy?.id));
    if (ids.size) {
      await this.#api.send({
        purpose: `ask for reviews of the pull request ${pullRequestId}`,
        method: 'POST',
        path: ['pullrequests', String(pullRequestId), 'reviewers'],
        body: [...ids].map(id => ({ id: id! })),
      });
    }
    refuseUnknownReviewers(
      wanted.filter((_, index) => !found[index]),
      purpose => this.#api.attempt(purpose),
      'the organization has nobody of that name or address, or several, or the token lacks the scope Identity (read)',
    );
  }

  /** The id of a person; `undefined` when nobody or several are meant. */
  async #find(owner: string): Promise<string | undefined> {
    const name = owner.replace(/^@/, '');
    if (name.startsWith('@') || name.includes('/')) {
      return undefined;
    }
    const answer = await this.#api.askIdentities<{
      readonly value: readonly Identity[];
    }>({
      purpose: `find out who ${owner} is`,
      method: 'GET',
      path: ['_apis', 'identities'],
      query: { searchFilter: 'General', filterValue: name },
    });
    const active = (answer?.value ?? []).filter(
      ({ isActive }) => isActive !== false,
    );
    return active.length === 1 ? active[0].id : undefined;
  }
}
