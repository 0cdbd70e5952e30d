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
import { afterOpening } from './afterOpening';
import { BitbucketCloudApi } from './BitbucketCloudApi';
import { BitbucketCloudBranches, quoted } from './BitbucketCloudBranches';
import {
  bitbucketCloudOpenStates,
  BitbucketCloudPull,
  bitbucketCloudStates,
  fromBitbucketCloudPull,
} from './bitbucketCloudPull';
import { findBitbucketCloudMembers } from './findBitbucketCloudMembers';
import { ForgePullRequest, ForgeRepository } from './Forge';
import { ForgeCall } from './ForgeHttp';
import { refuseUnknownReviewers } from './refuseUnknownReviewers';

type NewPullRequest = Parameters<ForgeRepository['createPullRequest']>[0];
type PullRequestChange = Parameters<ForgeRepository['updatePullRequest']>[1];

/** Bitbucket's maximum for pull requests; a branch with more of them is none of ours. */
const PAGE = 50;
/** No more are asked. */
const MOST_REVIEWERS = 15;
/** Open pull requests that are looked through: 1,000. */
const MOST_PAGES = 20;

/** Pull requests of one repository into one base branch. @internal */
export class BitbucketCloudPulls {
  readonly #api: BitbucketCloudApi;
  readonly #branches: BitbucketCloudBranches;
  readonly #base: string;

  constructor(
    api: BitbucketCloudApi,
    branches: BitbucketCloudBranches,
    base: string,
  ) {
    this.#api = api;
    this.#branches = branches;
    this.#base = base;
  }

  async find(branch: string): Promise<readonly ForgePullRequest[]> {
    const pulls = await this.#list(branch);
    const found = await Promise.all(pulls.map(pull => this.#show(pull)));
    return found.sort(
      (a, b) =>
        Number(b.state === 'open') - Number(a.state === 'open') ||
        b.number - a.number,
    );
  }

  async listOpen(prefix: string): Promise<readonly ForgePullRequest[]> {
    const purpose = `list open pull requests into ${this.#base}`;
    const open: BitbucketCloudPull[] = [];
    let next: ForgeCall['query'] = {
      state: bitbucketCloudOpenStates,
      q: this.#into(),
    };
    for (let count = 0; next && count < MOST_PAGES; count++) {
      const page = await this.#page(purpose, next);
      open.push(
        ...page.pulls.filter(({ source }) =>
          source.branch.name.startsWith(prefix),
        ),
      );
      next = page.next;
    }
    const shown = await Promise.all(open.map(pull => this.#show(pull)));
    return shown.sort((a, b) => b.number - a.number);
  }

  async create(request: NewPullRequest): Promise<ForgePullRequest> {
    const { branch, title, body, draft, reviewers = [] } = request;
    const call: ForgeCall = {
      purpose: `open a pull request from ${branch} into ${this.#base}`,
      method: 'POST',
      path: ['pullrequests'],
      body: {
        ...{ title, description: body, draft },
        source: { branch: { name: branch } },
        destination: { branch: { name: this.#base } },
      },
      accept: [400],
    };
    // Where the branch was begun just now there is none, or a twin.
    const [open] = this.#branches.isNew(branch) ? [] : await this.find(branch);
    if (open?.state === 'open') {
      throw new ConflictError(
        `${this.#api.attempt(call)}: ${open.number} is open. Run again`,
      );
    }
    const answer = await this.#api.send(call);
    if (answer.status === 400) {
      const isGone = !(await this.#branches.find(branch));
      throw this.#api.error(call, isGone ? { ...answer, status: 409 } : answer);
    }
    const pull = answer.body as BitbucketCloudPull;
    await this.#yieldToTwin(call, pull, branch);
    return afterOpening(await this.#show(pull), () =>
      this.#ask(pull, reviewers),
    );
  }

  /** One whom the host does not take would keep the pull request from being opened. */
  async #ask(
    pull: BitbucketCloudPull,
    owners: readonly string[],
  ): Promise<void> {
    const wanted = [...new Set(owners)].slice(0, MOST_REVIEWERS);
    const known = await findBitbucketCloudMembers(this.#api, wanted);
    const uuids = new Set(known.values());
    if (pull.author?.uuid) {
      uuids.delete(pull.author.uuid);
    }
    if (uuids.size) {
      await this.#put(
        { ...pull, reviewers: [...uuids].map(uuid => ({ uuid })) },
        {},
      );
    }
    refuseUnknownReviewers(
      wanted.filter(owner => !known.has(owner)),
      purpose => this.#api.attempt({ purpose }),
      'the workspace has no member of that name or address, or several, or the token may not read who is in it, which takes the scope account',
    );
  }

  /** Nothing keeps two of a branch apart, opened in the same moment. Then the first one stays. */
  async #yieldToTwin(
    call: Pick<ForgeCall, 'purpose'>,
    { id }: BitbucketCloudPull,
    branch: string,
  ) {
    const all = await this.find(branch);
    const twin = all.find(
      ({ state, number }) => state === 'open' && number < id,
    );
    if (twin) {
      await this.close(id);
      throw new ConflictError(
        `${this.#api.attempt(call)}: ${twin.number} was opened in that moment, and ${id} is closed again. Run again`,
      );
    }
  }

  async update(
    number: number,
    change: PullRequestChange,
  ): Promise<ForgePullRequest> {
    return this.#show(await this.#put(await this.#read(number), change));
  }

  /** Sends all that a person can write: what is left out may be taken away. */
  async #put(
    now: BitbucketCloudPull,
    change: PullRequestChange,
  ): Promise<BitbucketCloudPull> {
    const answer = await this.#api.send({
      purpose: `change the pull request ${now.id}`,
      method: 'PUT',
      path: ['pullrequests', String(now.id)],
      body: {
        title: change.title ?? now.title,
        description: change.body ?? now.description ?? '',
        draft: change.draft ?? now.draft ?? false,
        reviewers: (now.reviewers ?? []).map(({ uuid }) => ({ uuid })),
      },
    });
    return answer.body as BitbucketCloudPull;
  }

  async close(number: number): Promise<void> {
    const { state } = await this.#read(number);
    if (state === 'DECLINED' || state === 'SUPERSEDED') {
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
      path: ['pullrequests', String(number), 'decline'],
    });
  }

  async #read(number: number): Promise<BitbucketCloudPull> {
    const purpose = `read the pull request ${number}`;
    const pull = await this.#api.get<BitbucketCloudPull>(purpose, [
      'pullrequests',
      String(number),
    ]);
    if (!pull) {
      throw new NotFoundError(
        `${this.#api.attempt({ purpose })}: there is none`,
      );
    }
    return pull;
  }

  async #list(branch: string): Promise<readonly BitbucketCloudPull[]> {
    const { pulls } = await this.#page(
      `find pull requests of the branch ${branch}`,
      {
        state: bitbucketCloudStates,
        q: `source.branch.name = ${quoted(branch)} AND ${this.#into()}`,
      },
    );
    return pulls;
  }

  #into(): string {
    return `destination.branch.name = ${quoted(this.#base)}`;
  }

  async #page(purpose: string, query: ForgeCall['query']) {
    const page = await this.#api.page<BitbucketCloudPull>({
      purpose,
      path: ['pullrequests'],
      query: { sort: '-id', pagelen: String(PAGE), ...query },
    });
    const { values, next } = typeof page === 'object' ? page : { values: [] };
    // A fork may have a branch of that name.
    const pulls = values.filter(
      ({ source, destination }) =>
        source.repository?.full_name === destination.repository?.full_name,
    );
    return { pulls, next };
  }

  async #show(pull: BitbucketCloudPull): Promise<ForgePullRequest> {
    const beginning = pull.source.commit?.hash ?? '';
    return fromBitbucketCloudPull(
      pull,
      beginning && (await this.#branches.fullId(beginning)),
    );
  }
}
