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

import { MergeMethod, MergingFacts, WriteFacts } from './standingOf';

/** What we read of Azure DevOps' `PolicyConfiguration`. @internal */
export interface AzurePolicy {
  readonly isEnabled?: boolean;
  readonly isBlocking?: boolean;
  readonly isDeleted?: boolean;
  readonly type?: { readonly id?: string; readonly displayName?: string };
  readonly settings?: {
    /** Where it holds. Push policies name repositories and no branches. */
    readonly scope?: readonly AzureScope[];
    /** Files that it is about; all when left out. */
    readonly filenamePatterns?: readonly string[];
    readonly minimumApproverCount?: number;
    readonly allowNoFastForward?: boolean;
    readonly allowSquash?: boolean;
    readonly allowRebase?: boolean;
    readonly allowRebaseMerge?: boolean;
  };
}

interface AzureScope {
  /** Null for all repositories of the project. */
  readonly repositoryId?: string | null;
  /** `refs/heads/main`, or the beginning of such names. */
  readonly refName?: string | null;
  readonly matchKind?: string;
}

/** https://learn.microsoft.com/en-us/rest/api/azure/devops/policy/types/list */
const REVIEWERS = 'fa4e907d-c16b-4a4c-9dfa-4906e5d171dd';
const STRATEGY = 'fa4e907d-c16b-4a4c-9dfa-4916e5d171ab';
const HEADS = 'refs/heads/';

/**
 * What policies of branches mean for a request: a required one on its own branch
 * lets nobody push there, and those on the base branch say what merging takes.
 *
 * @param subject.bypasses - whether the account pushes past policies; left out
 *   where that is not known, and then nothing is known to be refused
 * @internal
 */
export function azureRules(
  policies: readonly AzurePolicy[],
  subject: {
    readonly repositoryId: string;
    readonly branch: string;
    readonly base: string;
    readonly bypasses?: boolean;
  },
): Pick<WriteFacts, 'refusals' | 'merging'> {
  const { repositoryId, branch, base, bypasses } = subject;
  const required = policies.filter(
    ({ isEnabled, isBlocking, isDeleted }) =>
      isEnabled && isBlocking && !isDeleted,
  );
  const on = (name: string) =>
    required.flatMap(policy => {
      const scope = policy.settings?.scope?.find(one =>
        covers(one, repositoryId, HEADS + name),
      );
      return scope
        ? [{ policy, rule: scope.refName!.slice(HEADS.length) }]
        : [];
    });
  return {
    refusals:
      bypasses === false
        ? on(branch)
            .filter(({ policy }) => !policy.settings?.filenamePatterns?.length)
            .map(({ policy, rule }) => ({
              rule: `${policy.type?.displayName ?? 'policy'} on ${rule}`,
              of: 'push' as const,
            }))
        : [],
    merging: mergingOf(on(base).map(({ policy }) => policy)),
  };
}

function covers(
  { repositoryId, refName, matchKind = 'Exact' }: AzureScope,
  id: string,
  ref: string,
): boolean {
  if (!refName || (repositoryId && repositoryId !== id)) {
    return false;
  }
  return matchKind.toLowerCase() === 'prefix'
    ? ref.startsWith(`${refName.replace(/\/?\*?$/, '')}/`)
    : ref === refName;
}

function mergingOf(policies: readonly AzurePolicy[]): MergingFacts {
  const settingsOf = (id: string) =>
    policies.flatMap(({ type, settings }) =>
      type?.id === id && settings ? [settings] : [],
    );
  const counts = settingsOf(REVIEWERS).map(
    ({ minimumApproverCount = 0 }) => minimumApproverCount,
  );
  const [strategy] = settingsOf(STRATEGY);
  return {
    approvals: Math.max(0, ...counts),
    ...(strategy && {
      methods: [
        ...method('merge', strategy.allowNoFastForward),
        ...method('squash', strategy.allowSquash),
        ...method('rebase', strategy.allowRebase),
        ...method('merge', strategy.allowRebaseMerge),
      ],
    }),
  };
}

function method(name: MergeMethod, isAllowed = false): readonly MergeMethod[] {
  return isAllowed ? [name] : [];
}
