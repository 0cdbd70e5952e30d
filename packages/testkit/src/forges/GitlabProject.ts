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
  SimulatedAnswer,
  SimulatedCall,
  SimulatedRefusal,
} from './SimulatedEndpoint';
import { SimulatedRepository, SimulatedRole } from './SimulatedRepository';

/** Where an endpoint begins that is about one project. */
export const GITLAB_PROJECT = '/api/v4/projects/{project}';

/** What a request needs: one of the scopes of tokens, and a role. */
export interface GitlabNeed {
  readonly scopes: readonly string[];
  readonly role: SimulatedRole;
}

/** https://docs.gitlab.com/user/profile/personal_access_tokens/#personal-access-token-scopes */
export const gitlabNeeds = {
  read: { scopes: ['api', 'read_api'], role: 'read' },
  write: { scopes: ['api'], role: 'write' },
  pull: {
    scopes: ['api', 'read_repository', 'write_repository'],
    role: 'read',
  },
  push: { scopes: ['api', 'write_repository'], role: 'write' },
} as const satisfies { readonly [name: string]: GitlabNeed };

/**
 * The project that a request names, by its path.
 *
 * @throws SimulatedRefusal when it is not there for this token, or its scope or
 *   role does not reach
 */
export function gitlabProject(
  simulator: ForgeSimulator,
  { params, token }: Pick<SimulatedCall, 'params' | 'token'>,
  need: GitlabNeed,
): SimulatedRepository {
  const project = simulator.repository(params.project);
  if (token && !need.scopes.some(scope => token.scopes.has(scope))) {
    throw new SimulatedRefusal({
      status: 403,
      body: {
        error: 'insufficient_scope',
        error_description:
          'The request requires higher privileges than provided by the access token.',
        scope: need.scopes.join(' '),
      },
    });
  }
  if (!project?.may(token?.login ?? '', 'read')) {
    throw gitlabRefusal(404, '404 Project Not Found');
  }
  if (!project.may(token!.login, need.role)) {
    throw gitlabRefusal(403, '403 Forbidden');
  }
  return project;
}

/** Numeric, as the host counts. */
export function gitlabProjectId(
  simulator: ForgeSimulator,
  project: SimulatedRepository,
): number {
  return simulator.repositories().indexOf(project) + 1;
}

/** @throws SimulatedRefusal when the branch takes no pushes of this person */
export function refuseGitlabPush(project: SimulatedRepository, branch: string) {
  if (project.archived || project.protectedBranches.has(branch)) {
    throw gitlabRefusal(
      403,
      '403 Forbidden - You are not allowed to push into this branch',
    );
  }
}

export function gitlabRefusal(
  status: number,
  message: unknown,
): SimulatedRefusal {
  return new SimulatedRefusal(gitlabMessage(status, message));
}

export function gitlabMessage(
  status: number,
  message: unknown,
): SimulatedAnswer {
  return { status, body: { message } };
}
