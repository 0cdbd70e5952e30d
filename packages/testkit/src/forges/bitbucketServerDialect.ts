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

import { basicOrBearer } from './basicOrBearer';
import { bitbucketServerGitEndpoints } from './bitbucketServerGitEndpoints';
import { bitbucketServerError } from './BitbucketServerProject';
import { bitbucketServerPullEndpoints } from './bitbucketServerPullEndpoints';
import { bitbucketServerRepositoryEndpoints } from './bitbucketServerRepositoryEndpoints';
import { ForgeDialect } from './ForgeSimulator';

const SECOND = 1_000;
const exhausted = bitbucketServerError(429, null, 'You are being rate limited');

/**
 * Bitbucket Data Center as https://developer.atlassian.com/server/bitbucket/rest/
 * describes it, as far as the forge goes. Scopes of tokens are the permissions of
 * HTTP access tokens: `REPO_READ`, `REPO_WRITE`, `REPO_ADMIN`.
 *
 * @public
 */
export const bitbucketServerDialect: ForgeDialect = {
  endpoints: simulator => [
    ...bitbucketServerRepositoryEndpoints(simulator),
    ...bitbucketServerPullEndpoints(simulator),
    ...bitbucketServerGitEndpoints(simulator),
  ],
  readToken: basicOrBearer,
  unauthorized: bitbucketServerError(
    401,
    'auth.IncorrectPasswordAuthenticationException',
    'Authentication failed. Please check your credentials and try again.',
  ),
  limits: {
    // Every answer says how long to wait, 0 while there is no need to:
    // https://confluence.atlassian.com/adminjiraserver/adjusting-your-code-for-rate-limiting-987143384.html
    prefix: ({ limit, remaining, resetAt }) => ({
      'x-ratelimit-limit': `${limit}`,
      'x-ratelimit-remaining': `${remaining}`,
      'x-ratelimit-interval-seconds': '1',
      'x-ratelimit-fillrate': '1',
      'retry-after': `${remaining ? 0 : Math.ceil(resetAt - Date.now() / SECOND)}`,
    }),
    exhausted,
    burst: exhausted,
  },
};
