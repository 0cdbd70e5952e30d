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

import { ForgeSimulator } from './ForgeSimulator';
import {
  GITLAB_PROJECT,
  gitlabNeeds,
  gitlabProject,
  gitlabRefusal,
} from './GitlabProject';
import { SimulatedEndpoint } from './SimulatedEndpoint';
import { SimulatedRepository } from './SimulatedRepository';

/** A protected branch, or a pattern of such. @public */
export interface SimulatedProtection {
  /** `*` stands for anything. */
  readonly name: string;
  readonly push_access_levels: readonly {
    readonly access_level: number | null;
    readonly user_id?: number;
    readonly group_id?: number;
    readonly deploy_key_id?: number;
  }[];
}

/** An expression that is empty is no rule. @public */
export interface SimulatedPushRule {
  readonly branch_name_regex: string;
  readonly commit_message_regex: string;
  readonly commit_message_negative_regex: string;
  readonly reject_unsigned_commits: boolean;
}

/** What only Maintainers are told. */
export function gitlabRuleEndpoints(
  simulator: ForgeSimulator,
): readonly SimulatedEndpoint[] {
  const need = { ...gitlabNeeds.read, role: 'admin' } as const;
  return [
    {
      method: 'GET',
      path: `${GITLAB_PROJECT}/protected_branches`,
      docs: 'https://docs.gitlab.com/api/protected_branches/#list-protected-branches',
      query: ['search', 'page', 'per_page'],
      async handle(call) {
        const project = gitlabProject(simulator, call, need);
        const protectedBranches = [...project.protectedBranches].map(name => ({
          ...{ name, push_access_levels: [{ access_level: 0 }] },
        }));
        return {
          status: 200,
          body: [...protectedBranches, ...project.protections],
        };
      },
    },
    {
      method: 'GET',
      path: `${GITLAB_PROJECT}/push_rule`,
      docs: 'https://docs.gitlab.com/api/project_push_rules/#retrieve-the-push-rules-of-a-project',
      async handle(call) {
        const { pushRule } = gitlabProject(simulator, call, need);
        return pushRule
          ? { status: 200, body: { id: 1, ...pushRule } }
          : { status: 404, body: { message: '404 Not Found' } };
      },
    },
  ];
}

/**
 * Refuses a commit as rules of the project do. One that is made by the API need
 * not be signed.
 *
 * @throws SimulatedRefusal
 */
export function refuseByGitlabRules(
  { protections, pushRule }: SimulatedRepository,
  branch: string,
  message: string,
): void {
  const about = protections.filter(({ name }) =>
    new RegExp(`^${name.replaceAll('*', '.*')}$`).test(branch),
  );
  // Who writes here is a Developer or a Maintainer, and no person of a list.
  const isOpen = about.some(({ push_access_levels: levels }) =>
    levels.some(
      ({ access_level: level, user_id, group_id, deploy_key_id }) =>
        (level === 30 || level === 40) &&
        !user_id &&
        !group_id &&
        !deploy_key_id,
    ),
  );
  if (about.length && !isOpen) {
    throw gitlabRefusal(
      403,
      '403 Forbidden - You are not allowed to push into this branch',
    );
  }
  const {
    branch_name_regex: names = '',
    commit_message_regex: messages = '',
    commit_message_negative_regex: never = '',
  } = pushRule ?? {};
  if (names && !new RegExp(names).test(branch)) {
    throw gitlabRefusal(
      400,
      `Branch name '${branch}' does not follow the pattern '${names}'`,
    );
  }
  if (
    (messages && !new RegExp(messages, 'm').test(message)) ||
    (never && new RegExp(never, 'm').test(message))
  ) {
    throw gitlabRefusal(
      400,
      `Commit message does not follow the pattern '${messages || never}'`,
    );
  }
}
