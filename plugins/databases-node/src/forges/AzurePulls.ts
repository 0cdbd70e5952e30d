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

import { ConflictError, NotFoundError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { RepositoryRef } from '@basewell/plugin-databases-common';
import { afterOpening } from './afterOpening';
import { AzureApi } from './AzureApi';
import { AzureBranches } from './AzureBranches';
import { AzureDescriptions } from './AzureDescriptions';
import { AzureReviewers } from './AzureReviewers';
import { AZURE_HEADS, AzurePull, fromAzurePull } from './azurePull';
import { ForgePullRequest, ForgeRepository } from './Forge';
import { ForgeCall } from './ForgeHttp';

type NewPullRequest = Parameters<ForgeRepository['createPullRequest']>[0];
type PullRequestChange = Parameters<ForgeRepository['updatePullRequest']>[1];

/** Each may take a request of its own. */
const MOST_PULLS = 10;
const PAGE = 100;
/** Open pull requests that are looked through: 1,000. */
const MOST_PAGES = 10;
/** Lists cut descriptions here. */
const LISTED_DESCRIPTION = 400;

/** Pull requests of one repository into one base branch. @internal */
export class AzurePulls {
  readonly #api: AzureApi;
  readonly #branches: AzureBranches;
  readonly #ref: RepositoryRef;
  readonly #descriptions: AzureDescriptions;
  readonly #reviewers: AzureReviewers;

  constructor(api: AzureApi, branches: AzureBranches, ref: RepositoryRef) {
    this.#api = api;
    this.#branches = branches;
    this.#ref = ref;
    this.#descriptions = new AzureDescriptions(api);
    this.#reviewers = new AzureReviewers(api);
  }

  async find(branch: string): Promise<readonly ForgePullRequest[]> {
    const listed = await this.#page(
      `find pull requests of the branch ${branch}`,
      {
        'searchCriteria.sourceRefName': AZURE_HEADS + branch,
        'searchCriteria.status': 'all',
        $top: String(MOST_PULLS),
      },
    );
    const own = listed.filter(isOwn);
    // What the list says of a branch lags behind it.
    const head = own.some(({ status }) => status === 'active')
      ? await this.#branches.find(branch)
      : undefined;
    const pulls = await this.#showAll(own, () => head?.commit);
    return pulls.sort(
      (a, b) =>
        Number(b.state === 'open') - Number(a.state === 'open') ||
        b.number - a.number,
    );
  }

  /** A page of requests, and one for each long description. */
  async listOpen(prefix: string): Promise<readonly ForgePullRequest[]> {
    const open: AzurePull[] = [];
    for (let page = 0; page < MOST_PAGES; page++) {
      const pulls = await this.#page(
        `list open pull requests into ${this.#ref.branch}`,
        {
          'searchCriteria.status': 'active',
          $top: String(PAGE),
          $skip: String(page * PAGE),
        },
      );
      open.push(
        ...pulls.filter(
          pull =>
            isOwn(pull) && pull.sourceRefName.startsWith(AZURE_HEADS + prefix),
        ),
      );
      if (pulls.length < PAGE) {
        break;
      }
    }
    const heads = open.length
      ? await this.#branches.heads(prefix)
      : new Map<string, string>();
    const shown = await this.#showAll(open, branch => heads.get(branch));
    return shown.sort((a, b) => b.number - a.number);
  }

  async create(request: NewPullRequest): Promise<ForgePullRequest> {
    const { branch, title, body, draft, labels = [], reviewers = [] } = request;
    const { description, rest } = this.#descriptions.split(body);
    const call: ForgeCall = {
      purpose: `open a pull request from ${branch} into ${this.#ref.branch}`,
      method: 'POST',
      path: ['pullrequests'],
      body: {
        sourceRefName: AZURE_HEADS + branch,
        targetRefName: AZURE_HEADS + this.#ref.branch,
        title,
        description,
        isDraft: draft,
        ...(labels.length && { labels: labels.map(name => ({ name })) }),
      },
      accept: [400, 404],
    };
    const answer = await this.#api.send(call);
    if (answer.status >= 300) {
      const isGone = !(await this.#branches.find(branch));
      throw isGone
        ? new ConflictError(
            `${this.#api.attempt(call.purpose)}: the branch is gone. Run again`,
          )
        : await this.#api.error(call, answer);
    }
    const pull = answer.body as AzurePull;
    if (rest !== undefined) {
      await this.#descriptions.begin(pull.pullRequestId, rest);
    }
    return afterOpening({ ...fromAzurePull(pull, this.#ref), body }, () =>
      this.#reviewers.ask(pull, reviewers),
    );
  }

  async update(
    number: number,
    change: PullRequestChange,
  ): Promise<ForgePullRequest> {
    const { title, body, draft } = change;
    const { description, rest } = this.#descriptions.split(body ?? '');
    if (body !== undefined) {
      await this.#descriptions.change(number, rest);
    }
    const changed = {
      ...(title !== undefined && { title }),
      ...(body !== undefined && { description }),
      ...(draft !== undefined && { isDraft: draft }),
    };
    const pull = Object.keys(changed).length
      ? await this.#change(number, changed)
      : await this.#read(number);
    return body === undefined
      ? this.#show(pull)
      : { ...fromAzurePull(pull, this.#ref), body };
  }

  async close(number: number): Promise<void> {
    const { status } = await this.#read(number);
    if (status === 'completed') {
      throw new ConflictError(
        `${this.#api.attempt(`close the pull request ${number}`)}: it is merged`,
      );
    }
    if (status !== 'abandoned') {
      await this.#change(number, { status: 'abandoned' });
    }
  }

  /** Of a list, which cuts descriptions. */
  async #showAll(
    listed: readonly AzurePull[],
    headOf: (branch: string) => string | undefined,
  ): Promise<ForgePullRequest[]> {
    return Promise.all(
      listed.map(async pull => {
        const isCut = (pull.description ?? '').length >= LISTED_DESCRIPTION;
        return this.#show(
          isCut ? await this.#read(pull.pullRequestId) : pull,
          headOf(pull.sourceRefName.slice(AZURE_HEADS.length)),
        );
      }),
    );
  }

  async #show(pull: AzurePull, head?: string): Promise<ForgePullRequest> {
    const shown = fromAzurePull(pull, this.#ref, head);
    const body = await this.#descriptions.join(shown.number, shown.body);
    return { ...shown, body };
  }

  async #change(number: number, body: JsonObject): Promise<AzurePull> {
    const answer = await this.#api.send({
      purpose: `change the pull request ${number}`,
      method: 'PATCH',
      path: ['pullrequests', String(number)],
      body,
    });
    return answer.body as AzurePull;
  }

  async #read(number: number): Promise<AzurePull> {
    const purpose = `read the pull request ${number}`;
    const pull = await this.#api.get<AzurePull>(purpose, [
      'pullrequests',
      String(number),
    ]);
    if (!pull) {
      throw new NotFoundError(`${this.#api.attempt(purpose)}: there is none`);
    }
    return pull;
  }

  /** Newest first. */
  async #page(
    purpose: string,
    query: { readonly [name: string]: string },
  ): Promise<readonly AzurePull[]> {
    const listed = await this.#api.get<{
      readonly value: readonly AzurePull[];
    }>(purpose, ['pullrequests'], {
      'searchCriteria.targetRefName': AZURE_HEADS + this.#ref.branch,
      ...query,
    });
    return listed?.value ?? [];
  }
}

/** A fork may have a branch of that name. */
function isOwn({ forkSource }: AzurePull): boolean {
  return !forkSource;
}
