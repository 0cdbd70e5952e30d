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
import { isLikeGitlabPattern } from './isLikeGitlabPattern';
import { matchesExpression } from './matchesExpression';
import { RuleRefusal } from './standingOf';

/** What we read of GitLab's protected branch. @internal */
export interface GitlabProtection {
  /** Of a branch, or a pattern. */
  readonly name: string;
  readonly push_access_levels: readonly {
    /** 0 nobody, 30 Developer, 40 Maintainer, 60 administrator of the instance. */
    readonly access_level: number | null;
    readonly user_id?: number | null;
    readonly group_id?: number | null;
    readonly deploy_key_id?: number | null;
  }[];
}

/** What we read of a project's push rules; an empty expression is no rule. @internal */
export interface GitlabPushRule {
  readonly branch_name_regex?: string | null;
  readonly commit_message_regex?: string | null;
  readonly commit_message_negative_regex?: string | null;
}

/** Where they are in the settings of a project. */
const PUSH_RULE = '"Push rules"';
/** Messages are read line by line, names are not; `(?-m)` in a rule turns it off. */
const MULTILINE = '(?m)';

/**
 * What protections and push rules refuse to a Maintainer. A branch that several
 * protections are about takes what one of them allows. That commits be signed is
 * not asked of what GitLab makes by its API.
 *
 * https://docs.gitlab.com/api/protected_branches/
 * https://docs.gitlab.com/user/project/repository/push_rules/
 *
 * @internal
 */
export function gitlabRefusals(
  protections: readonly GitlabProtection[],
  rule: GitlabPushRule,
  { branch, message }: ForgeIntent,
): readonly RuleRefusal[] {
  const about = protections.filter(({ name }) =>
    isLikeGitlabPattern(branch, name),
  );
  const [first] = about.every(isClosed) ? about : [];
  return [
    ...(first ? [{ rule: first.name, of: 'push' } as const] : []),
    ...unlike(rule.branch_name_regex, branch, true).map(wanted => ({
      ...{ rule: PUSH_RULE, of: 'name' as const, wanted },
    })),
    ...[
      ...unlike(rule.commit_message_regex, message, true, MULTILINE),
      ...unlike(rule.commit_message_negative_regex, message, false, MULTILINE),
    ].map(wanted => ({
      ...{ rule: PUSH_RULE, of: 'message' as const, wanted },
    })),
  ];
}

/** To a Maintainer. Whether the account is a person, or in a group, that may push is not known. */
function isClosed({ push_access_levels: levels }: GitlabProtection): boolean {
  return levels.every(
    ({ access_level: level, user_id, group_id, deploy_key_id }) =>
      Boolean(deploy_key_id) || (level === 0 && !user_id && !group_id),
  );
}

/** What a text would have to be, when it is something else. */
function unlike(
  expression: string | null | undefined,
  text: string,
  wanted: boolean,
  flags = '',
): readonly string[] {
  return expression && matchesExpression(flags + expression, text) === !wanted
    ? [`${wanted ? '' : 'not '}match ${expression}`]
    : [];
}
