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

/**
 * What a file should be on the request's branch, and what it is.
 */
export interface BranchFile {
  readonly path: string;
  /** Content that the plan leads to, or ciphertext that was sealed for it; left out when it has no such file. */
  readonly wanted?: string;
  /** Content on the base branch that the plan was made from; left out for a new file. */
  readonly base?: string;
  /** Content on the request's branch; left out when the file or the branch is not there. */
  readonly branch?: string;
  /** Fingerprint of what an earlier run wrote there; left out when none did. */
  readonly written?: string;
}

/** @see reconcileFiles */
export interface Reconciliation {
  readonly changes: readonly {
    readonly path: string;
    /** Left out: the file goes. */
    readonly content?: string;
    readonly previous?: string;
  }[];
  /** Files that somebody else changed on the branch, and that are left as they are. */
  readonly kept: readonly string[];
  /** Files that somebody else changed and that this request wants otherwise. */
  readonly conflicts: readonly string[];
}

/**
 * Decides what a commit on an existing branch has to change. A reviewer's
 * commit is never overwritten: it stays where the request is the same, or wants
 * of that file what it wanted before; otherwise a person has to decide.
 *
 * @param sameRequest - whether the request is the one the branch was made for
 */
export function reconcileFiles(
  files: readonly BranchFile[],
  options: {
    readonly sameRequest: boolean;
    readonly fingerprint: (content: string) => string;
  },
): Reconciliation {
  const changes: Reconciliation['changes'][number][] = [];
  const kept: string[] = [];
  const conflicts: string[] = [];

  for (const { path, wanted, base, branch, written } of files) {
    if (branch === wanted) {
      continue;
    }
    const untouched =
      written === undefined
        ? branch === base
        : branch !== undefined && options.fingerprint(branch) === written;
    if (untouched) {
      changes.push({ path, content: wanted, previous: branch });
    } else if (
      options.sameRequest ||
      (written !== undefined &&
        wanted !== undefined &&
        options.fingerprint(wanted) === written)
    ) {
      kept.push(path);
    } else {
      conflicts.push(path);
    }
  }
  return { changes, kept, conflicts };
}
