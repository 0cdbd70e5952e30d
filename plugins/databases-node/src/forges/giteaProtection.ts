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

import { RuleRefusal } from './standingOf';

/** What we read of Gitea's `BranchProtection`. @internal */
export interface GiteaProtection {
  /** Name of a branch, or a pattern. */
  readonly rule_name: string;
  /** The lowest goes first; left out before Gitea 1.23. */
  readonly priority?: number;
  readonly enable_push: boolean;
  readonly enable_push_whitelist: boolean;
  readonly push_whitelist_usernames: readonly string[] | null;
  readonly push_whitelist_teams: readonly string[] | null;
  readonly require_signed_commits: boolean;
  readonly required_approvals: number;
  /** Files that everybody who may write pushes all the same, separated by `;`. */
  readonly unprotected_file_patterns?: string;
}

/**
 * The one protection that holds for a branch: of those with its name or a
 * pattern like it the first, names before patterns.
 *
 * @returns `undefined` as well when a pattern in front cannot be read
 * @internal
 */
export function giteaProtectionOf(
  rules: readonly GiteaProtection[],
  branch: string,
): GiteaProtection | undefined {
  const ordered = [...rules].sort(
    (a, b) =>
      (a.priority ?? 0) - (b.priority ?? 0) ||
      Number(isPattern(a)) - Number(isPattern(b)),
  );
  const first = ordered.find(rule => isLike(branch, rule) !== false);
  return first && isLike(branch, first) ? first : undefined;
}

/**
 * What a protection refuses to whoever asks, administrators included.
 *
 * @param signs - whether the host may sign what is committed by its API
 * @internal
 */
export function refusalsOfProtection(
  rule: GiteaProtection,
  signs: boolean,
): readonly RuleRefusal[] {
  const allowed = [
    ...(rule.push_whitelist_usernames ?? []),
    ...(rule.push_whitelist_teams ?? []),
  ];
  // Whether the account is one of them would take a right to ask who it is.
  const nobody = rule.enable_push_whitelist && !allowed.length;
  // Which files are written is not known here: the write itself is refused.
  const isOpenForSome = Boolean(rule.unprotected_file_patterns?.trim());
  return [
    ...((!rule.enable_push || nobody) && !isOpenForSome
      ? [{ rule: rule.rule_name, of: 'push' } as const]
      : []),
    ...(rule.require_signed_commits && !signs
      ? [{ rule: rule.rule_name, of: 'signature' } as const]
      : []),
  ];
}

function isPattern({ rule_name: name }: GiteaProtection): boolean {
  return /[*?[{\\]/.test(name);
}

const STANDS_FOR: { readonly [wildcard: string]: string } = {
  '*': '[^/]*',
  '**': '.*',
};

/** In a pattern `*` stands for anything inside a folder, `**` for anything. */
function isLike(branch: string, rule: GiteaProtection): boolean | undefined {
  const { rule_name: name } = rule;
  if (!isPattern(rule)) {
    return branch === name;
  }
  if (/[?[\]{}\\]|\*{3}/.test(name)) {
    return undefined;
  }
  const parts = name
    .split(/(\*+)/)
    .map(part =>
      part.startsWith('*')
        ? (STANDS_FOR[part] ?? part)
        : part.replace(/[.+^$()|]/g, '\\$&'),
    );
  return new RegExp(`^${parts.join('')}$`).test(branch);
}
