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

import { GithubQuestion } from './GithubQuestion';

/** As GraphQL names them: `PULL_REQUEST`. @internal */
export type GithubRuleType = string;

/** An active ruleset for branches. @internal */
export interface GithubRuleset {
  readonly types: readonly GithubRuleType[];
  /** Full names of refs, patterns of such, `~ALL` and `~DEFAULT_BRANCH`. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** What it wants of pull requests. */
  readonly reviews?: {
    readonly approvals: number;
    readonly codeOwners: boolean;
  };
}

/** What the protection of the base branch says to everybody. @internal */
export interface GithubBase {
  readonly approvals: number;
  readonly codeOwners: boolean;
  readonly requiresSignatures: boolean;
}

/** More of them, or more rules in one, are looked at when they refuse. */
const MOST_RULESETS = 50;
const MOST_RULES = 30;

/** @internal */
export const RULESETS_QUESTION: GithubQuestion<
  readonly GithubRuleset[] | undefined
> = {
  purpose: 'read the rulesets',
  select: () =>
    `rulesets(first: ${MOST_RULESETS}, includeParents: true) { nodes { enforcement target conditions { refName { include exclude } } rules(first: ${MOST_RULES}) { nodes { type parameters { ...on PullRequestParameters { requiredApprovingReviewCount requireCodeOwnerReview } } } } } }`,
  read: found =>
    found?.nodes
      .filter(
        (ruleset: any) =>
          ruleset.enforcement === 'ACTIVE' && ruleset.target === 'BRANCH',
      )
      .map(({ conditions, rules }: any): GithubRuleset => {
        const nodes: readonly any[] = rules?.nodes ?? [];
        const reviews = nodes.find(({ type }) => type === 'PULL_REQUEST');
        return {
          types: nodes.map(({ type }) => type),
          include: conditions.refName?.include ?? ['~ALL'],
          exclude: conditions.refName?.exclude ?? [],
          ...(reviews?.parameters && {
            reviews: {
              approvals: reviews.parameters.requiredApprovingReviewCount,
              codeOwners: reviews.parameters.requireCodeOwnerReview,
            },
          }),
        };
      }),
};

/** @internal */
export const BASE_QUESTION = (
  branch: string,
): GithubQuestion<GithubBase | undefined> => ({
  purpose: `read the protection of ${branch}`,
  select: variable =>
    `ref(qualifiedName: ${variable('String!', `refs/heads/${branch}`)}) { refUpdateRule { requiredApprovingReviewCount requiresCodeOwnerReviews requiresSignatures } }`,
  read: ref =>
    ref?.refUpdateRule
      ? {
          approvals: ref.refUpdateRule.requiredApprovingReviewCount ?? 0,
          codeOwners: ref.refUpdateRule.requiresCodeOwnerReviews,
          requiresSignatures: ref.refUpdateRule.requiresSignatures,
        }
      : undefined,
});

/** Of a fork. @internal */
export const PARENT_QUESTION: GithubQuestion<string | undefined> = {
  purpose: 'read what it is a fork of',
  select: () => 'parent { nameWithOwner }',
  read: parent => parent?.nameWithOwner,
};

/**
 * Whether a ruleset is about a branch. Patterns are GitHub's to read.
 *
 * @internal
 */
export function appliesTo(
  { include, exclude }: Pick<GithubRuleset, 'include' | 'exclude'>,
  {
    branch,
    isDefault,
  }: { readonly branch: string; readonly isDefault: boolean },
): 'yes' | 'no' | 'maybe' {
  const names = (pattern: string) => nameIs(pattern, branch, isDefault);
  if (exclude.some(pattern => names(pattern) === 'yes')) {
    return 'no';
  }
  const included = include.map(names);
  if (included.every(name => name === 'no')) {
    return 'no';
  }
  return included.includes('yes') &&
    exclude.every(pattern => names(pattern) === 'no')
    ? 'yes'
    : 'maybe';
}

function nameIs(
  pattern: string,
  branch: string,
  isDefault: boolean,
): 'yes' | 'no' | 'maybe' {
  if (pattern === '~DEFAULT_BRANCH') {
    return isDefault ? 'yes' : 'no';
  }
  if (pattern === '~ALL' || pattern === `refs/heads/${branch}`) {
    return 'yes';
  }
  return /[*?[]/.test(pattern) ? 'maybe' : 'no';
}
