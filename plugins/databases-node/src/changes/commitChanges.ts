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

import { ConflictError, isError } from '@backstage/errors';
import { ForgeBranch, ForgeFileChange, ForgeRepository } from '../forges';
import { RequestBranch } from './RequestBranch';

/** Content of a file, before and after; left out where there is none. */
interface ContentChange {
  readonly path: string;
  readonly content?: string;
  readonly previous?: string;
}

/**
 * Makes the one commit of a request.
 *
 * A branch that nobody else has committed to is made anew on the present head of
 * the base branch: it stays one commit, and can be merged after the base has
 * changed the same lines. So is one that was merged and not deleted. A reviewer's
 * commit stays, and ours comes on top.
 *
 * @param options.changes - from what the branch is
 * @param options.all - of the whole request, from what the base branch is
 * @returns the new head, and whether all commits on the branch are ours
 */
export async function commitChanges(
  repository: ForgeRepository,
  options: {
    readonly branch: string;
    readonly base: ForgeBranch;
    readonly on: RequestBranch;
    readonly message: string;
    readonly changes: readonly ContentChange[];
    readonly all: readonly ContentChange[];
  },
): Promise<{ readonly commit: string; readonly alone: boolean }> {
  const { branch, base, message } = options;
  const { head, leftover, block } = options.on;
  const alone = !head || head.commit === block?.commit;
  const replaced = leftover ?? (alone ? head : undefined);
  if (replaced) {
    try {
      const made = await repository.commit({
        branch,
        create: false,
        onto: base.commit,
        replaces: replaced.commit,
        message,
        changes: options.all.map(toForge),
      });
      return { ...made, alone };
    } catch (error) {
      if (!isError(error) || error.name !== 'NotImplementedError') {
        throw error;
      }
    }
  }
  if (leftover) {
    await clearAway(repository, leftover);
  }
  const made = await repository.commit({
    branch,
    create: !head,
    onto: (head ?? base).commit,
    message,
    changes: options.changes.map(toForge),
  });
  return { ...made, alone };
}

/**
 * Deletes a merged branch, where the host cannot move it. Somebody else who asks
 * for the same may have done so already, and then it is theirs: deleting it
 * would close their pull request.
 */
async function clearAway(
  repository: ForgeRepository,
  { name, commit }: ForgeBranch,
): Promise<void> {
  const now = await repository.findBranch(name);
  if (now && now.commit !== commit) {
    throw new ConflictError(
      `The branch ${name} was merged at ${commit} and has moved to ${now.commit} since. Run again`,
    );
  }
  await repository.deleteBranch(name);
}

function toForge({ path, content, previous }: ContentChange): ForgeFileChange {
  return content === undefined
    ? { path, delete: true, previous: previous! }
    : { path, content, previous };
}
