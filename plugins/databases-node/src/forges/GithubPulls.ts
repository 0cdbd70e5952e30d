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

import { ConflictError, isError, NotFoundError } from '@backstage/errors';
import { RepositoryRef } from '@basewell/plugin-databases-common';
import { afterOpening } from './afterOpening';
import { askReviewers, toReviewers } from './askReviewers';
import { ForgePullRequest, ForgeRepository } from './Forge';
import { GithubApi } from './GithubApi';
import { fromGithubPull, GITHUB_PULL, GithubPull } from './githubPull';

type NewPullRequest = Parameters<ForgeRepository['createPullRequest']>[0];
type PullRequestChange = Parameters<ForgeRepository['updatePullRequest']>[1];

/** Of one branch. */
const MOST_PULLS = 50;
/** GitHub's maximum. */
const PAGE = 100;
/** Open pull requests that are looked through: 1,000. */
const MOST_PAGES = 10;
/** Private repositories have drafts in paid plans only. */
const NO_DRAFTS = /draft pull requests are not supported/i;

interface PullPage {
  readonly nodes: readonly GithubPull[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly endCursor: string | null;
  };
}

/** Pull requests of one repository into one base branch. @internal */
export class GithubPulls {
  readonly #api: GithubApi;
  readonly #ref: RepositoryRef;
  readonly #base: string;
  /** Node id by number. */
  readonly #ids = new Map<number, string>();

  constructor(api: GithubApi, ref: RepositoryRef) {
    this.#api = api;
    this.#ref = ref;
    this.#base = ref.branch;
  }

  async find(branch: string): Promise<readonly ForgePullRequest[]> {
    const pulls = await this.#api.ask<readonly GithubPull[]>({
      purpose: `find pull requests of the branch ${branch}`,
      select: variable =>
        `pullRequests(first: ${MOST_PULLS}, headRefName: ${variable('String!', branch)}, baseRefName: ${variable('String!', this.#base)}, orderBy: { field: CREATED_AT, direction: DESC }) { nodes { ${GITHUB_PULL} } }`,
      read: ({ nodes }) => nodes,
    });
    return pulls
      .filter(pull => !pull.isCrossRepository)
      .map(pull => this.#remember(pull))
      .sort(
        (a, b) =>
          Number(b.state === 'open') - Number(a.state === 'open') ||
          b.number - a.number,
      );
  }

  async listOpen(prefix: string): Promise<readonly ForgePullRequest[]> {
    const open: GithubPull[] = [];
    let after: string | null = null;
    for (let page = 1; page <= MOST_PAGES; page++) {
      const { nodes, pageInfo }: PullPage = await this.#openAfter(after);
      open.push(
        ...nodes.filter(
          pull =>
            !pull.isCrossRepository && pull.headRefName.startsWith(prefix),
        ),
      );
      if (!pageInfo.hasNextPage) {
        break;
      }
      after = pageInfo.endCursor;
    }
    return open.map(pull => this.#remember(pull));
  }

  #openAfter(after: string | null): Promise<PullPage> {
    return this.#api.ask<PullPage>({
      purpose: `list open pull requests into ${this.#base}`,
      select: variable =>
        `pullRequests(first: ${PAGE}, after: ${variable('String', after)}, states: OPEN, baseRefName: ${variable('String!', this.#base)}, orderBy: { field: CREATED_AT, direction: DESC }) { nodes { ${GITHUB_PULL} } pageInfo { hasNextPage endCursor } }`,
      read: found => found,
    });
  }

  /** Where there are no drafts it is opened as ready: the status says what it waits for. */
  async create(request: NewPullRequest): Promise<ForgePullRequest> {
    const { labels = [], reviewers = [], ...text } = request;
    const pull = await this.#open(text);
    return afterOpening(
      pull,
      () => this.#label(pull.number, labels),
      () => this.#ask(pull, reviewers),
    );
  }

  async #open(
    request: Omit<NewPullRequest, 'labels' | 'reviewers'>,
  ): Promise<ForgePullRequest> {
    const { branch, title, body, draft } = request;
    const purpose = `open a pull request from ${branch} into ${this.#base}`;
    const { id: repositoryId } = await this.#api.facts(purpose);
    try {
      const { opened } = await this.#api.mutate(purpose, {
        opened: {
          name: 'createPullRequest',
          input: {
            repositoryId,
            headRefName: branch,
            baseRefName: this.#base,
            title,
            body,
            draft,
          },
          select: `pullRequest { ${GITHUB_PULL} }`,
        },
      });
      return this.#remember(opened.pullRequest);
    } catch (error) {
      if (draft && isError(error) && NO_DRAFTS.test(error.message)) {
        return this.#open({ ...request, draft: false });
      }
      throw error;
    }
  }

  async #label(number: number, labels: readonly string[]) {
    if (labels.length) {
      await this.#api.rest({
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
        this.#api.rest({
          purpose: `ask for reviews of the pull request ${number}`,
          method: 'POST',
          path: ['pulls', String(number), 'requested_reviewers'],
          body: { reviewers: [...users], team_reviewers: [...teams] },
        }),
    );
  }

  async update(
    number: number,
    { draft, ...text }: PullRequestChange,
  ): Promise<ForgePullRequest> {
    // A draft cannot be made a draft, so what it is has to be known.
    const now = draft === undefined ? undefined : await this.#read(number);
    const pullRequestId =
      now?.id ?? this.#ids.get(number) ?? (await this.#read(number)).id;
    const select = `pullRequest { ${GITHUB_PULL} }`;
    const answer = await this.#api.mutate(`change the pull request ${number}`, {
      changed: {
        name: 'updatePullRequest',
        input: { pullRequestId, ...text },
        select,
      },
      ...(now &&
        now.isDraft !== draft && {
          marked: {
            name: draft
              ? 'convertPullRequestToDraft'
              : 'markPullRequestReadyForReview',
            input: { pullRequestId },
            select,
          },
        }),
    });
    return this.#remember((answer.marked ?? answer.changed).pullRequest);
  }

  async close(number: number): Promise<void> {
    const { id: pullRequestId, state } = await this.#read(number);
    const purpose = `close the pull request ${number}`;
    if (state === 'MERGED') {
      throw new ConflictError(
        `${this.#api.attempt(purpose)}: it is merged. Revert it instead`,
      );
    }
    if (state === 'OPEN') {
      await this.#api.mutate(purpose, {
        closed: {
          name: 'closePullRequest',
          input: { pullRequestId },
          select: 'clientMutationId',
        },
      });
    }
  }

  async #read(number: number): Promise<GithubPull> {
    const purpose = `read the pull request ${number}`;
    const pull = await this.#api.ask<GithubPull | null>({
      purpose,
      select: variable =>
        `pullRequest(number: ${variable('Int!', number)}) { ${GITHUB_PULL} }`,
      read: found => found,
    });
    if (!pull) {
      throw new NotFoundError(
        `${this.#api.attempt(purpose)}: there is none. Check its number`,
      );
    }
    this.#remember(pull);
    return pull;
  }

  #remember(pull: GithubPull): ForgePullRequest {
    this.#ids.set(pull.number, pull.id);
    return fromGithubPull(pull);
  }
}
