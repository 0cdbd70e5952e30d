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

import { ForgeFileCommit } from './Forge';
import { GitlabApi } from './GitlabApi';

interface ListedCommit {
  readonly id: string;
  /** With the offset of the committer: `2026-11-21T10:00:00.000+01:00`. */
  readonly committed_date: string;
}

interface PresenceAnswer {
  readonly [alias: string]: { readonly nodes: readonly unknown[] } | null;
}

/** A question for each commit; GitLab weighs one at about 5 of 250 points. */
const MOST_AT_ONCE = 25;

/**
 * The commits that changed a file.
 *
 * GitLab follows a file to the names that it had before, unless an administrator
 * turned that off. What belongs to an earlier name is cut off: there the file is
 * not, though a commit that deletes it belongs to it.
 *
 * @internal
 */
export class GitlabHistory {
  readonly #api: GitlabApi;

  constructor(api: GitlabApi) {
    this.#api = api;
  }

  async listCommits(
    commit: string,
    path: string,
    limit: number,
  ): Promise<readonly ForgeFileCommit[]> {
    const listed =
      (await this.#api.get<readonly ListedCommit[]>(
        `list the commits of ${path}`,
        ['repository', 'commits'],
        { ref_name: commit, path, per_page: String(limit) },
      )) ?? [];
    const there = await this.#presence(
      listed.map(({ id }) => id),
      path,
    );
    const end = there.findIndex(
      (present, index) => index > 0 && !present && !there[index + 1],
    );
    return listed
      .slice(0, end === -1 ? undefined : end)
      .map(({ id, committed_date: at }) => ({
        commit: id,
        at: new Date(at).toISOString(),
      }));
  }

  /** Whether the file is there, at each of the commits. */
  async #presence(
    commits: readonly string[],
    path: string,
  ): Promise<readonly boolean[]> {
    const there: boolean[] = [];
    // One commit is the file's own, whatever it was called before.
    for (
      let from = 0;
      commits.length > 1 && from < commits.length;
      from += MOST_AT_ONCE
    ) {
      const batch = commits.slice(from, from + MOST_AT_ONCE);
      const answer = await this.#api.ask<PresenceAnswer>(
        `look for ${path} in its history`,
        {
          fields: batch
            .map(
              (_, index) =>
                `at${index}: blobs(ref: $ref${index}, paths: [$path], first: 1) { nodes { oid } }`,
            )
            .join('\n'),
          declared: [
            '$path: String!',
            ...batch.map((_, index) => `$ref${index}: String!`),
          ].join(', '),
          weight: 5 * batch.length,
          variables: {
            path,
            ...Object.fromEntries(
              batch.map((id, index) => [`ref${index}`, id]),
            ),
          },
        },
      );
      if ('tooMuch' in answer) {
        throw answer.tooMuch;
      }
      there.push(
        ...batch.map((_, index) => Boolean(answer[`at${index}`]?.nodes.length)),
      );
    }
    return there;
  }
}
