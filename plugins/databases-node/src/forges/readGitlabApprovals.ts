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

import { ForgeApproval } from './Forge';
import { GitlabApi } from './GitlabApi';
import { isLikeGitlabPattern } from './isLikeGitlabPattern';

/** What we read of GitLab's approval rule of a project. */
interface GitlabApprovalRule {
  readonly name: string;
  readonly approvals_required: number;
  /** People of the rule, and of its groups; none where everybody may. */
  readonly eligible_approvers?: readonly { readonly username: string }[];
  /** By name or pattern; none: the rule is for all branches. */
  readonly protected_branches?: readonly { readonly name: string }[];
  readonly applies_to_all_protected_branches?: boolean;
}

const PAGE = '100';

/**
 * Approval rules of a project for merge requests into a branch. Tiers without
 * them say 404, roles that may not read them 403.
 *
 * https://docs.gitlab.com/api/merge_request_approvals/
 *
 * @internal
 */
export async function readGitlabApprovals(
  api: GitlabApi,
  base: string,
): Promise<readonly ForgeApproval[]> {
  const { status, body } = await api.send({
    purpose: 'read the approval rules',
    method: 'GET',
    path: ['approval_rules'],
    query: { per_page: PAGE },
    accept: [403, 404],
  });
  const rules = status < 300 ? (body as readonly GitlabApprovalRule[]) : [];
  return rules
    .filter(rule => rule.approvals_required > 0 && isFor(base, rule))
    .map(({ name, approvals_required, eligible_approvers = [] }) => ({
      rule: name,
      required: approvals_required,
      approvers: eligible_approvers.map(({ username }) => `@${username}`),
    }));
}

/** Whether the branch is protected is not asked for all of them: where databases go, it is. */
function isFor(base: string, rule: GitlabApprovalRule): boolean {
  const { protected_branches = [], applies_to_all_protected_branches } = rule;
  return (
    Boolean(applies_to_all_protected_branches) ||
    !protected_branches.length ||
    protected_branches.some(({ name }) => isLikeGitlabPattern(base, name))
  );
}
