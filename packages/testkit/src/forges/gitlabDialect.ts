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

import { IncomingMessage } from 'node:http';
import { basicOrBearer } from './basicOrBearer';
import { ForgeDialect } from './ForgeSimulator';
import { gitlabBranchEndpoints } from './gitlabBranchEndpoints';
import { gitlabCommitEndpoints } from './gitlabCommitEndpoints';
import { gitlabGitEndpoints } from './gitlabGitEndpoints';
import { gitlabGraphqlEndpoints } from './gitlabGraphqlEndpoints';
import { gitlabMergeRequestEndpoints } from './gitlabMergeRequestEndpoints';
import { gitlabReadingEndpoints } from './gitlabReadingEndpoints';
import { gitlabRuleEndpoints } from './gitlabRuleEndpoints';

/**
 * GitLab as https://docs.gitlab.com/api/ describes it, as far as the forge goes.
 * Scopes of tokens are GitLab's own: `api`, `read_api`, `read_repository`,
 * `write_repository`. Who may `read` is a Reporter, who may `write` a Developer,
 * an `admin` a Maintainer.
 *
 * @public
 */
export const gitlabDialect: ForgeDialect = {
  endpoints: simulator => [
    ...gitlabReadingEndpoints(simulator),
    ...gitlabRuleEndpoints(simulator),
    ...gitlabBranchEndpoints(simulator),
    ...gitlabCommitEndpoints(simulator),
    ...gitlabMergeRequestEndpoints(simulator),
    ...gitlabGraphqlEndpoints(simulator),
    ...gitlabGitEndpoints(simulator),
  ],
  readToken,
  // https://docs.gitlab.com/api/rest/authentication/
  unauthorized: { status: 401, body: { message: '401 Unauthorized' } },
  // https://docs.gitlab.com/administration/settings/user_and_ip_rate_limits/#response-headers
  limits: {
    prefix: 'ratelimit',
    exhausted: { status: 429, body: { message: 'Retry later' } },
    burst: { status: 429, body: { message: 'Retry later' } },
  },
};

/** A header of its own, or what git sends too. */
function readToken(request: IncomingMessage): string | undefined {
  const own = request.headers['private-token'];
  return typeof own === 'string' ? own : basicOrBearer(request);
}
