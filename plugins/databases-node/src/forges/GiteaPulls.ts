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
import { askReviewers, toReviewers } from './askReviewers';
import { ForgePullRequest, ForgeRepository } from './Forge';
import { ForgeCall } from './ForgeHttp';
import { findGiteaRef } from './findGiteaRef';
import { GiteaApi } from './GiteaApi';
import { fromGiteaPull, GiteaPull, toGiteaTitle } from './giteaPull';

type NewPullRequest = Parameters<ForgeRepository['createPullRequest']>[0];
type PullRequestChange = Parameters<ForgeRepository['updatePullRequest']>[1];

const PAGE = 50;
/** Pull requests that can have been opened in the same moment, generously. */
const NEWEST = 10;
/** Pull requests newer than the first of a branch that are looked through: 1,000. */
const MOST_PAGES = 20;

/** Pull requests of one repository into one base branch. @internal */
export class GiteaPulls {
  readonly #api: GiteaApi;
  readonly #ref: RepositoryRef;
  readonly #base: string;
  /** As last seen, so that changing one does not have to read it first. */
  readonly #seen = new Map<number, GiteaPull>();

  constructor(api: GiteaApi, ref: RepositoryRef) {
    this.#api = api;
    this.#ref = ref;
    this.#base = ref.branch;
  }

  /**
   * Gitea cannot list the pull requests of a branch. It can name one of them,
   * whatever its state, in practice the first: mostly there is none, or it is
   * the open one. Else everything newer is looked through.
   */
  async find(branch: string): Promise<readonly ForgePullRequest[]> {
    const first = await this.#api.get<GiteaPull>(
      `find pull requests of the branch ${branch}`,
      ['pulls', this.#base, ...branch.split('/')],
    );
    if (!first || first.state === 'open') {
      return first ? [this.#remember(first)] : [];
    }
    const newer = await this.#newerThan(first.number, branch);
    const found = await Promise.all(
      [...newer, first].map(pull => this.#atItsEnd(pull)),
    );
    return found
      .map(pull => this.#remember(pull))
      .sort(
        (a, b) =>
          Number(b.state === 'open') - Number(a.state === 'open') ||
          b.number - a.number,
      );
  }

  /** Gitea hands out what is open page by page, whatever its branch. */
  async listOpen(prefix: string): Promise<readonly ForgePullRequest[]> {
    const open: GiteaPull[] = [];
    for (let page = 1; page <= MOST_PAGES; page++) {
      const pulls = await this.#page({ state: 'open', page: String(page) });
      open.push(
        ...pulls.filter(
          ({ head, base }) =>
            head.label.startsWith(prefix) &&
            head.repo_id === base.repo_id &&
            base.ref === this.#base,
        ),
      );
      if (pulls.length < PAGE) {
        break;
      }
    }
    return open
      .map(pull => this.#remember(pull))
      .sort((a, b) => b.number - a.number);
  }

  async create(request: NewPullRequest): Promise<ForgePullRequest> {
    const { branch, title, body, draft, labels = [], reviewers = [] } = request;
    const call = {
      purpose: `open a pull request from ${branch} into ${this.#base}`,
      method: 'POST' as const,
      path: ['pulls'],
      body: {
        head: branch,
        base: this.#base,
        title: toGiteaTitle(title, draft),
        body,
      },
      accept: [404],
    };
    const answer = await this.#api.send(call);
    if (answer.status === 404) {
      // One of the two branches is gone; the repository is there.
      throw this.#api.error(call, { ...answer, status: 409 });
    }
    const pull = answer.body as GiteaPull;
    await this.#yieldToTwin(call, pull, branch);
    const opened = this.#remember(pull);
    return afterOpening(
      opened,
      () => this.#label(opened.number, labels),
      () => this.#ask(opened, reviewers),
    );
  }

  /** Names of labels that are not there are passed over. */
  async #label(number: number, labels: readonly string[]) {
    if (labels.length) {
      await this.#api.send({
        purpose: `label the pull request ${number}`,
        method: 'POST',
        path: ['issues', String(number), 'labels'],
        body: { labels: [...labels] },
      });
    }
  }

  async #ask(
    { number, author }: ForgePullRequest,
    owners: readonly string[],
  ): Promise<void> {
    const organization = this.#ref.owner;
    await askReviewers(
      toReviewers(owners, { organization, author }),
      ({ users, teams }) =>
        this.#api.send({
          purpose: `ask for reviews of the pull request ${number}`,
          method: 'POST',
          path: ['pulls', String(number), 'requested_reviewers'],
          body: { reviewers: [...users], team_reviewers: [...teams] },
        }),
    );
  }

  /**
   * Gitea refuses a second pull request of a branch, but not when both are
   * opened in the same moment. Then the first one stays.
   */
  async #yieldToTwin(
    call: Pick<ForgeCall, 'purpose'>,
    { number }: GiteaPull,
    branch: string,
  ) {
    const open = await this.#page({ state: 'open', limit: String(NEWEST) });
    const twin = open.find(
      other => other.number < number && this.#isOf(branch, other),
    );
    if (twin) {
      await this.close(number);
      throw new ConflictError(
        `${this.#api.attempt(call)}: ${twin.number} was opened in that moment, and ${number} is closed again. Run again`,
      );
    }
  }

  async update(
    number: number,
    change: PullRequestChange,
  ): Promise<ForgePullRequest> {
    const now = this.#seen.get(number) ?? (await this.#read(number));
    const { title, draft } = fromGiteaPull(now);
    const newTitle = toGiteaTitle(change.title ?? title, change.draft ?? draft);
    return this.#patch(number, {
      ...(newTitle !== now.title && { title: newTitle }),
      ...(change.body !== undefined && { body: change.body }),
    });
  }

  async close(number: number): Promise<void> {
    await this.#patch(number, { state: 'closed' });
  }

  async #patch(number: number, body: JsonObject): Promise<ForgePullRequest> {
    const answer = await this.#api.send({
      purpose: `change the pull request ${number}`,
      method: 'PATCH',
      path: ['pulls', String(number)],
      body,
    });
    return this.#remember(answer.body as GiteaPull);
  }

  async #read(number: number): Promise<GiteaPull> {
    const purpose = `read the pull request ${number}`;
    const pull = await this.#api.get<GiteaPull>(purpose, [
      'pulls',
      String(number),
    ]);
    if (!pull) {
      throw new NotFoundError(
        `${this.#api.attempt({ purpose })}: there is none`,
      );
    }
    return pull;
  }

  async #newerThan(
    number: number,
    branch: string,
  ): Promise<readonly GiteaPull[]> {
    const newer: GiteaPull[] = [];
    for (let page = 1; page <= MOST_PAGES; page++) {
      const pulls = await this.#page({ state: 'all', page: String(page) });
      newer.push(
        ...pulls.filter(
          pull => pull.number > number && this.#isOf(branch, pull),
        ),
      );
      if (!pulls.length || pulls.some(pull => pull.number <= number)) {
        break;
      }
    }
    return newer;
  }

  /** Newest first. */
  async #page(query: {
    readonly [name: string]: string;
  }): Promise<readonly GiteaPull[]> {
    const pulls = await this.#api.get<readonly GiteaPull[]>(
      `list pull requests into ${this.#base}`,
      ['pulls'],
      { base_branch: this.#base, limit: String(PAGE), ...query },
    );
    return pulls ?? [];
  }

  #isOf(branch: string, { head, base }: GiteaPull): boolean {
    return (
      head.label === branch &&
      head.repo_id === base.repo_id &&
      base.ref === this.#base
    );
  }

  /**
   * Gitea shows the branch's head of today with a pull request that is merged or
   * closed; the head that it ended with is kept in a ref.
   */
  async #atItsEnd(pull: GiteaPull): Promise<GiteaPull> {
    if (pull.state === 'open' || pull.head.ref !== pull.head.label) {
      return pull;
    }
    const sha = await findGiteaRef(this.#api, `refs/pull/${pull.number}/head`);
    return sha ? { ...pull, head: { ...pull.head, sha } } : pull;
  }

  #remember(pull: GiteaPull): ForgePullRequest {
    this.#seen.set(pull.number, pull);
    return fromGiteaPull(pull);
  }
}
