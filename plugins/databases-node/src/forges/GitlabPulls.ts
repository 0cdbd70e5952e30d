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
import { afterOpening } from './afterOpening';
import { toReviewers } from './askReviewers';
import { ForgePullRequest, ForgeRepository } from './Forge';
import { ForgeCall } from './ForgeHttp';
import { GitlabApi } from './GitlabApi';
import {
  fromGitlabPull,
  GitlabPull,
  toGitlabDescription,
  toGitlabTitle,
} from './gitlabPull';

type NewPullRequest = Parameters<ForgeRepository['createPullRequest']>[0];
type PullRequestChange = Parameters<ForgeRepository['updatePullRequest']>[1];

/** What we read of a user of a project. */
interface GitlabUser {
  readonly id: number;
  readonly username: string;
}

/** GitLab's maximum; a branch with more of them is none of ours. */
const PAGE = 100;
/** Open merge requests that are looked through: 1,000. */
const MOST_PAGES = 10;

/** Merge requests of one project into one base branch. @internal */
export class GitlabPulls {
  readonly #api: GitlabApi;
  readonly #base: string;
  /** As last seen, so that changing one does not have to read it first. */
  readonly #seen = new Map<number, GitlabPull>();

  constructor(api: GitlabApi, base: string) {
    this.#api = api;
    this.#base = base;
  }

  async find(branch: string): Promise<readonly ForgePullRequest[]> {
    const pulls = await this.#list(branch, 'all');
    return pulls
      .map(pull => this.#remember(pull))
      .sort(
        (a, b) =>
          Number(b.state === 'open') - Number(a.state === 'open') ||
          b.number - a.number,
      );
  }

  async listOpen(prefix: string): Promise<readonly ForgePullRequest[]> {
    const open: GitlabPull[] = [];
    for (let page = 1; page <= MOST_PAGES; page++) {
      const pulls = await this.#page(
        `list open merge requests into ${this.#base}`,
        { state: 'opened', page: String(page) },
      );
      open.push(
        ...pulls.filter(
          pull =>
            pull.source_branch.startsWith(prefix) &&
            pull.source_project_id === pull.target_project_id,
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
    const purpose = `open a merge request from ${branch} into ${this.#base}`;
    const call = {
      purpose,
      method: 'POST' as const,
      path: ['merge_requests'],
      body: {
        // Said, so that one of a fork does not go to what it was made from.
        target_project_id: await this.#api.projectId(purpose),
        source_branch: branch,
        target_branch: this.#base,
        title: toGitlabTitle(title, draft),
        description: toGitlabDescription(body),
        ...(labels.length && { labels: labels.join(',') }),
      },
    };
    const answer = await this.#api.send(call);
    const pull = answer.body as GitlabPull;
    await this.#yieldToTwin(call, pull, branch);
    const opened = this.#remember(pull);
    return afterOpening(opened, () => this.#ask(opened, reviewers));
  }

  /** Only people review, and by number; `@group` has none. */
  async #ask(
    { number, author }: ForgePullRequest,
    owners: readonly string[],
  ): Promise<void> {
    const { users } = toReviewers(owners, { organization: '', author });
    const found = await Promise.all(users.map(user => this.#findUser(user)));
    const ids = found.flatMap(user => (user ? [user.id] : []));
    if (ids.length) {
      await this.#change(number, { reviewer_ids: ids });
    }
  }

  async #findUser(username: string): Promise<GitlabUser | undefined> {
    const users = await this.#api.get<readonly GitlabUser[]>(
      `find the reviewer ${username}`,
      ['users'],
      { search: username },
    );
    return users?.find(
      user => user.username.toLowerCase() === username.toLowerCase(),
    );
  }

  /**
   * GitLab looks for another one of the branch before it writes, and nothing
   * keeps two apart that look in the same moment. Then the first one stays.
   */
  async #yieldToTwin(
    call: Pick<ForgeCall, 'purpose'>,
    { iid }: GitlabPull,
    branch: string,
  ) {
    const open = await this.#list(branch, 'opened');
    const twin = open.find(other => other.iid < iid);
    if (twin) {
      await this.close(iid);
      throw new ConflictError(
        `${this.#api.attempt(call)}: ${twin.iid} was opened in that moment, and ${iid} is closed again. Run again`,
      );
    }
  }

  async update(
    number: number,
    change: PullRequestChange,
  ): Promise<ForgePullRequest> {
    const now = this.#seen.get(number) ?? (await this.#read(number));
    const { title, draft } = fromGitlabPull(now);
    const newTitle = toGitlabTitle(
      change.title ?? title,
      change.draft ?? draft,
    );
    const body = {
      ...(newTitle !== now.title && { title: newTitle }),
      ...(change.body !== undefined && {
        description: toGitlabDescription(change.body),
      }),
    };
    // GitLab refuses a change of nothing.
    return this.#remember(
      Object.keys(body).length
        ? await this.#change(number, body)
        : await this.#read(number),
    );
  }

  async close(number: number): Promise<void> {
    const pull = await this.#change(number, { state_event: 'close' });
    this.#remember(pull);
    // It answers as if all were well, and leaves it merged.
    if (pull.state === 'merged') {
      throw new ConflictError(
        `${this.#api.attempt({ purpose: `close the merge request ${number}` })}: it is merged`,
      );
    }
  }

  async #change(number: number, body: JsonObject): Promise<GitlabPull> {
    const answer = await this.#api.send({
      purpose: `change the merge request ${number}`,
      method: 'PUT',
      path: ['merge_requests', String(number)],
      body,
    });
    return answer.body as GitlabPull;
  }

  async #read(number: number): Promise<GitlabPull> {
    const purpose = `read the merge request ${number}`;
    const pull = await this.#api.get<GitlabPull>(purpose, [
      'merge_requests',
      String(number),
    ]);
    if (!pull) {
      throw new NotFoundError(
        `${this.#api.attempt({ purpose })}: there is none`,
      );
    }
    return pull;
  }

  async #list(
    branch: string,
    state: 'all' | 'opened',
  ): Promise<readonly GitlabPull[]> {
    const pulls = await this.#page(
      `find merge requests of the branch ${branch}`,
      { source_branch: branch, state },
    );
    // A fork may have a branch of that name.
    return pulls.filter(
      pull => pull.source_project_id === pull.target_project_id,
    );
  }

  async #page(
    purpose: string,
    query: { readonly [name: string]: string },
  ): Promise<readonly GitlabPull[]> {
    const pulls = await this.#api.get<readonly GitlabPull[]>(
      purpose,
      ['merge_requests'],
      { ...query, target_branch: this.#base, per_page: String(PAGE) },
    );
    return pulls ?? [];
  }

  #remember(pull: GitlabPull): ForgePullRequest {
    this.#seen.set(pull.iid, pull);
    return fromGitlabPull(pull);
  }
}
