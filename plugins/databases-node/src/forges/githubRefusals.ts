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

import { ForgeIntent } from './Forge';
import { matchesExpression } from './matchesExpression';
import { RuleRefusal } from './standingOf';

/** A rule that holds for a branch, as GitHub's REST API tells. @internal */
export interface GithubBranchRule {
  /** `commit_message_pattern` */
  readonly type: string;
  readonly ruleset_id: number;
  readonly parameters?: Partial<GithubPattern>;
}

interface GithubPattern {
  readonly operator: string;
  readonly pattern: string;
  /** Then it must not match. */
  readonly negate: boolean;
}

/** They let commits come by pull request only, after checks, or from some people only. */
const OF_PUSHES = [
  ...['update', 'pull_request', 'merge_queue'],
  ...['required_status_checks', 'required_deployments'],
];

/** By their names in GraphQL. @internal */
export const RULES_THAT_REFUSE: ReadonlySet<string> = new Set(
  [
    ...OF_PUSHES,
    ...['creation', 'branch_name_pattern', 'commit_message_pattern'],
  ].map(type => type.toUpperCase()),
);

/**
 * What a rule refuses of what is about to be written: nothing, or one thing.
 *
 * @internal
 */
export function githubRefusals(
  { type, parameters = {} }: GithubBranchRule,
  { branch, message }: ForgeIntent,
  exists: boolean,
): readonly Omit<RuleRefusal, 'rule'>[] {
  if (OF_PUSHES.includes(type)) {
    return [{ of: 'push' }];
  }
  if (type === 'creation') {
    return exists ? [] : [{ of: 'creation' }];
  }
  if (type === 'branch_name_pattern' && !exists) {
    return unlike(parameters, branch).map(wanted => ({ of: 'name', wanted }));
  }
  if (type === 'commit_message_pattern') {
    return unlike(parameters, message).map(wanted => ({
      of: 'message',
      wanted,
    }));
  }
  return [];
}

const OPERATORS: {
  readonly [operator: string]: {
    readonly verb: string;
    matches(text: string, pattern: string): boolean | undefined;
  };
} = {
  starts_with: {
    verb: 'begin with',
    matches: (text, pattern) => text.startsWith(pattern),
  },
  ends_with: {
    verb: 'end with',
    matches: (text, pattern) => text.endsWith(pattern),
  },
  contains: {
    verb: 'contain',
    matches: (text, pattern) => text.includes(pattern),
  },
  regex: {
    verb: 'match',
    matches: (text, pattern) => matchesExpression(pattern, text),
  },
};

/** What a text would have to be, when it is something else; nothing as well when that cannot be told. */
function unlike(
  { operator = '', pattern = '', negate = false }: Partial<GithubPattern>,
  text: string,
): readonly string[] {
  const known = OPERATORS[operator];
  return known?.matches(text, pattern) === negate
    ? [`${negate ? 'not ' : ''}${known.verb} ${pattern}`]
    : [];
}
