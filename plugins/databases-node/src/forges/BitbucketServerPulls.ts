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
import { BitbucketServerApi } from './BitbucketServerApi';
import {
  BitbucketServerPull,
  fromBitbucketServerPull,
  toBranchRef,
} from './bitbucketServerPull';
import { afterOpening } from './afterOpening';
import { askReviewers, toReviewers } from './askReviewers';
import { ForgePullRequest, ForgeRepository } from './Forge';
import { ForgeAnswer, ForgeCall } from './ForgeHttp';

type NewPullRequest = Parameters<ForgeRepository['createPullRequest']>[0];
type PullRequestChange = Parameters<ForgeRepository['updatePullRequest']>[1];

interface Page {
  readonly values: readonly BitbucketServerPull[];
  readonly isLastPage: boolean;
  readonly nextPageStart?: number | null;
}

/** A branch with more of them is none of ours. */
const PAGE = 100;
/** Open pull requests that are looked through: 1,000. */
const MOST_PAGES = 10;

/** Pull requests of one repository into one base branch. @internal */
export class BitbucketServerPulls {
  readonly #api: BitbucketServerApi;
  readonly #base: string;
  /** As last seen: a change names the version that it is made from. */
  readonly #seen = new Map<number, BitbucketServerPull>();

  constructor(api: BitbucketServerApi, base: string) {
    this.#api = api;
    this.#base = base;
  }

  async find(branch: string): Promise<readonly ForgePullRequest[]> {
    const page = await this.#page(
      `find pull requests of the branch ${branch}`,
      { at: toBranchRef(branch), direction: 'OUTGOING', state: 'ALL' },
    );
    return this.#own(page.values).sort(
      (a, b) =>
        Number(b.state === 'open') - Number(a.state === 'open') ||
        b.number - a.number,
    );
  }

  async listOpen(prefix: string): Promise<readonly ForgePullRequest[]> {
    const open: ForgePullRequest[] = [];
    let start: number | null | undefined = 0;
    for (let count = 0; start !== undefined && count < MOST_PAGES; count++) {
      const page: Page = await this.#page(
        `list open pull requests into ${this.#base}`,
        {
          ...{ at: toBranchRef(this.#base), direction: 'INCOMING' },
          ...{ state: 'OPEN', start: String(start) },
        },
      );
      open.push(
        ...this.#own(page.values).filter(({ branch }) =>
          branch.startsWith(prefix),
        ),
      );
      start = page.isLastPage ? undefined : (page.nextPageStart ?? undefined);
    }
    return open.sort((a, b) => b.number - a.number);
  }

  async create(request: NewPullRequest): Promise<ForgePullRequest> {
    const { branch, title, body, draft, reviewers = [] } = request;
    const call: ForgeCall = {
      purpose: `open a pull request from ${branch} into ${this.#base}`,
      method: 'POST',
      path: ['pull-requests'],
      body: {
        ...{ title, description: body, draft },
        fromRef: { id: toBranchRef(branch) },
        toRef: { id: toBranchRef(this.#base) },
      },
      accept: [404],
    };
    const answer = await this.#api.send(call);
    if (answer.status === 404) {
      throw this.#api.error(call, { ...answer, status: 409 });
    }
    const pull = this.#remember(answer.body as BitbucketServerPull);
    return afterOpening(pull, () => this.#ask(pull, reviewers));
  }

  async #ask(
    { number, author }: ForgePullRequest,
    owners: readonly string[],
  ): Promise<void> {
    const wanted = toReviewers(owners, { organization: '', author });
    await askReviewers(wanted, async ({ users }) => {
      const now = this.#seen.get(number)!;
      const added = users.map(name => ({ user: { name } }));
      const { body } = await this.#change(
        { ...now, reviewers: [...now.reviewers, ...added] },
        {},
        [],
      );
      this.#remember(body as BitbucketServerPull);
    });
  }

  async update(
    number: number,
    change: PullRequestChange,
  ): Promise<ForgePullRequest> {
    const seen = this.#seen.get(number);
    const answer = seen && (await this.#change(seen, change, [409]));
    if (answer && answer.status !== 409) {
      return this.#remember(answer.body as BitbucketServerPull);
    }
    // Somebody changed it meanwhile, or we have not seen it.
    const { body } = await this.#change(await this.#read(number), change, []);
    return this.#remember(body as BitbucketServerPull);
  }

  /** Sends all that a person can write: what is left out is taken away. */
  #change(
    now: BitbucketServerPull,
    change: PullRequestChange,
    accept: readonly number[],
  ): Promise<ForgeAnswer> {
    return this.#api.send({
      purpose: `change the pull request ${now.id}`,
      method: 'PUT',
      path: ['pull-requests', String(now.id)],
      body: {
        version: now.version,
        title: change.title ?? now.title,
        description: change.body ?? now.description ?? '',
        draft: change.draft ?? now.draft ?? false,
        reviewers: now.reviewers.map(({ user: { name } }) => ({
          user: { name },
        })),
      },
      accept,
    });
  }

  async close(number: number): Promise<void> {
    const { state, version } = await this.#read(number);
    if (state === 'DECLINED') {
      return;
    }
    const purpose = `close the pull request ${number}`;
    if (state === 'MERGED') {
      throw new ConflictError(
        `${this.#api.attempt({ purpose })}: it is merged`,
      );
    }
    await this.#api.send({
      ...{ purpose, method: 'POST' },
      path: ['pull-requests', String(number), 'decline'],
      query: { version: String(version) },
      body: {},
    });
  }

  async #read(number: number): Promise<BitbucketServerPull> {
    const purpose = `read the pull request ${number}`;
    const pull = await this.#api.get<BitbucketServerPull>(purpose, [
      'pull-requests',
      String(number),
    ]);
    if (!pull) {
      throw new NotFoundError(
        `${this.#api.attempt({ purpose })}: there is none`,
      );
    }
    return pull;
  }

  async #page(purpose: string, query: ForgeCall['query']): Promise<Page> {
    const page = await this.#api.get<Page>(purpose, ['pull-requests'], {
      ...{ order: 'NEWEST', limit: String(PAGE) },
      ...query,
    });
    return page ?? { values: [], isLastPage: true };
  }

  /** A fork may have a branch of that name, and a branch may go elsewhere. */
  #own(pulls: readonly BitbucketServerPull[]): ForgePullRequest[] {
    return pulls
      .filter(
        ({ fromRef, toRef }) =>
          fromRef.repository.id === toRef.repository.id &&
          toRef.id === toBranchRef(this.#base),
      )
      .map(pull => this.#remember(pull));
  }

  #remember(pull: BitbucketServerPull): ForgePullRequest {
    this.#seen.set(pull.id, pull);
    return fromBitbucketServerPull(pull);
  }
}
