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

import { ConflictError } from '@backstage/errors';
import { PlannedFile, RepositoryRole } from '@basewell/plugin-databases-common';
import {
  describeCommit,
  describePullRequest,
} from '@basewell/plugin-databases-common/domain';
import { ForgePullRequest } from '../forges';
import { PlannedChange } from '../planning';
import { commitChanges } from './commitChanges';
import { fingerprint } from './fingerprint';
import { markDescription, mergeDescription } from './mergeDescription';
import { obsoleteFiles } from './obsoleteFiles';
import { reconcileFiles } from './reconcileFiles';
import { changedFiles, RequestBranch } from './RequestBranch';
import { settling } from './settling';

/** What publishing came to in one repository. */
export interface Publication {
  readonly repository: RepositoryRole;
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'merged' | 'nothing';
  readonly pullRequest?: ForgePullRequest;
  readonly kept: readonly string[];
  /** Writes the link to the other pull request into this one, or that there is none. */
  link(peer: ForgePullRequest | 'missing'): Promise<void>;
}

/**
 * Brings one repository from where it stands to one commit and one open pull
 * request, with as few requests as that takes.
 */
export async function publishRepository(
  planned: PlannedChange,
  role: RepositoryRole,
  options: {
    readonly branch: RequestBranch;
    /** Ciphertext by path. */
    readonly sealed: ReadonlyMap<string, string>;
    readonly peer?: ForgePullRequest;
    readonly task?: string;
  },
): Promise<Publication> {
  const { repository, base, reviewers } = planned.repositories[role];
  const { branch, sealed } = options;
  const { pullRequests: wishes } = planned.target.options;
  const files = changedFiles(planned, role);

  if (!files.length && !branch.open) {
    const merged = branch.last?.state === 'merged' ? branch.last : undefined;
    return {
      repository: role,
      outcome: merged ? 'merged' : 'nothing',
      pullRequest: merged,
      kept: [],
      link: async () => {},
    };
  }

  const wanted = files.map(file => ({
    path: file.path,
    wanted: wantedContent(file, branch, sealed),
    base: baseContent(file),
    branch: branch.head ? branch.files.get(file.path) : baseContent(file),
    written: branch.block?.files[file.path],
  }));
  const obsolete = await obsoleteFiles(planned, role, branch);
  const { changes, kept, conflicts } = reconcileFiles(
    [...wanted, ...obsolete],
    {
      sameRequest: branch.block?.requestDigest === planned.requestDigest,
      fingerprint,
    },
  );
  if (conflicts.length) {
    throw new ConflictError(
      `Somebody changed ${conflicts.join(', ')} on the branch ${planned.plan.branch} (${branch.open?.url ?? 'no pull request yet'}), and this request wants something else there. ` +
        'Agree with them and change the files on the branch, or close the pull request and delete its branch; then run again',
    );
  }

  const committed = changes.length
    ? await settling(() =>
        commitChanges(repository, {
          branch: planned.plan.branch,
          base,
          on: branch,
          message: describeCommit(planned.plan, role, {
            requester: planned.requester,
            task: options.task,
          }),
          changes,
          all: wanted.map(file => ({
            path: file.path,
            content: file.wanted,
            previous: file.base,
          })),
        }),
      )
    : undefined;

  const written = {
    ...branch.block?.files,
    ...Object.fromEntries(
      wanted
        .filter(({ path }) => changes.some(change => change.path === path))
        .map(file => [file.path, fingerprint(file.wanted)]),
    ),
  };
  for (const { path } of obsolete) {
    delete written[path];
  }
  const describe = (peer: ForgePullRequest | 'missing' | undefined) =>
    describePullRequest(planned.plan, role, {
      requester: planned.requester,
      reviewers,
      peer,
      block: {
        requestDigest: planned.requestDigest,
        // Below somebody else's commit ours is not the head, and never made anew.
        commit: committed?.alone ? committed.commit : branch.block?.commit,
        files: written,
        readied: branch.open ? branch.block?.readied : undefined,
      },
    });
  let pull = await open();
  return {
    repository: role,
    outcome: outcome(),
    pullRequest: pull,
    kept,
    async link(peer) {
      pull = await update(pull, peer);
    },
  };

  async function open(): Promise<ForgePullRequest> {
    if (branch.open) {
      return update(branch.open, options.peer);
    }
    const { title, body, draft } = describe(options.peer);
    return settling(() =>
      repository.createPullRequest({
        branch: planned.plan.branch,
        title,
        body: markDescription(body),
        draft,
        labels: wishes.labels,
        reviewers: wishes.reviewers === 'codeowners' ? reviewers : [],
      }),
    );
  }

  async function update(
    existing: ForgePullRequest,
    peer: ForgePullRequest | 'missing' | undefined,
  ): Promise<ForgePullRequest> {
    const { title, body } = describe(peer);
    const merged = mergeDescription(existing.body, body);
    return existing.title === title && existing.body === merged
      ? existing
      : settling(() =>
          repository.updatePullRequest(existing.number, {
            title,
            body: merged,
          }),
        );
  }

  function outcome() {
    if (!branch.open) {
      return 'created';
    }
    return changes.length || pull !== branch.open ? 'updated' : 'unchanged';
  }
}

function baseContent(file: PlannedFile): string | undefined {
  return file.kind === 'text' ? file.before : undefined;
}

function wantedContent(
  file: PlannedFile,
  branch: RequestBranch,
  sealed: ReadonlyMap<string, string>,
): string {
  const content =
    file.kind === 'text'
      ? file.content
      : (sealed.get(file.path) ?? branch.files.get(file.path));
  if (content === undefined) {
    throw new Error(`${file.path} was neither sealed nor found on the branch`);
  }
  return content;
}
