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

import type { components } from '@octokit/openapi-types';
import { GithubRefusal } from './GithubRefusal';
import { SimulatedRepository } from './SimulatedRepository';

type Rule = components['schemas']['repository-rule'];

/** A ruleset for branches, its rules as the REST API has them. @public */
export interface SimulatedRuleset {
  readonly id: number;
  readonly name: string;
  readonly enforcement: 'active' | 'evaluate' | 'disabled';
  /** Full names of refs, patterns of such, `~ALL` and `~DEFAULT_BRANCH`. */
  readonly include: readonly string[];
  readonly exclude?: readonly string[];
  readonly rules: readonly Rule[];
  /** Login names of who passes it by. */
  readonly bypass?: readonly string[];
}

/**
 * Whether a ruleset is about a branch.
 * https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/creating-rulesets-for-a-repository#using-fnmatch-syntax
 *
 * @internal
 */
export function isAbout(
  repository: SimulatedRepository,
  { enforcement, include, exclude = [] }: SimulatedRuleset,
  branch: string,
): boolean {
  const names = (pattern: string) =>
    pattern === '~ALL' ||
    (pattern === '~DEFAULT_BRANCH' && branch === repository.defaultBranch) ||
    toExpression(pattern).test(`refs/heads/${branch}`);
  return (
    enforcement === 'active' && include.some(names) && !exclude.some(names)
  );
}

/**
 * Refuses what the rules of a branch refuse this person.
 *
 * @param what - the branch begins or is committed to
 * @internal
 */
export function refuseByRules(
  repository: SimulatedRepository,
  login: string,
  what: { readonly branch: string; readonly message?: string },
): void {
  const { branch, message } = what;
  for (const ruleset of repository.rulesets) {
    if (
      isAbout(repository, ruleset, branch) &&
      !ruleset.bypass?.includes(login)
    ) {
      for (const rule of ruleset.rules) {
        const reason =
          message === undefined
            ? refusalOfCreation(rule, branch)
            : refusalOfCommit(rule, message);
        if (reason) {
          throw new GithubRefusal(
            'UNPROCESSABLE',
            `Repository rule violations found\n\n${reason}`,
          );
        }
      }
    }
  }
}

function refusalOfCreation(rule: Rule, branch: string): string | undefined {
  if (rule.type === 'creation') {
    return 'Cannot create ref due to creations being restricted.';
  }
  return rule.type === 'branch_name_pattern' && isUnlike(rule, branch)
    ? `Branch name must match a given pattern: ${branch}`
    : undefined;
}

function refusalOfCommit(rule: Rule, message: string): string | undefined {
  switch (rule.type) {
    case 'update':
      return 'Cannot update this protected ref.';
    case 'pull_request':
      return 'Changes must be made through a pull request.';
    case 'commit_message_pattern':
      return isUnlike(rule, message)
        ? 'Commit message must match a given pattern'
        : undefined;
    default:
      return undefined;
  }
}

function isUnlike(
  {
    parameters,
  }: Extract<Rule, { type: 'branch_name_pattern' | 'commit_message_pattern' }>,
  text: string,
): boolean {
  const { operator, pattern, negate = false } = parameters!;
  if (operator === 'ends_with' || operator === 'contains') {
    throw new Error(`The operator ${operator} is not simulated`);
  }
  const matches =
    operator === 'regex'
      ? new RegExp(pattern).test(text)
      : text.startsWith(pattern);
  return matches === negate;
}

/** `*` stays in a folder, and a folder called `**` stands for any of them. */
function toExpression(pattern: string): RegExp {
  if (/[?[\]\\]/.test(pattern)) {
    throw new Error(`The pattern ${pattern} is not simulated`);
  }
  const parts = pattern.split(/(\*\*\/|\*+)/).map(part => {
    if (part === '**/') {
      return '(?:[^/]+/)*';
    }
    return part.startsWith('*')
      ? '[^/]*'
      : part.replace(/[.+^${}()|]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`);
}
