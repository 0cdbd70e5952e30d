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
import { bitbucketCloudBranchEndpoints } from './bitbucketCloudBranchEndpoints';
import { bitbucketCloudCommitEndpoints } from './bitbucketCloudCommitEndpoints';
import { bitbucketCloudError } from './BitbucketCloudProject';
import { bitbucketCloudPullEndpoints } from './bitbucketCloudPullEndpoints';
import { bitbucketCloudReadingEndpoints } from './bitbucketCloudReadingEndpoints';
import { ForgeDialect } from './ForgeSimulator';

const exhausted = bitbucketCloudError(
  429,
  'Rate limit for this resource has been exceeded',
);

/**
 * Bitbucket Cloud as https://developer.atlassian.com/cloud/bitbucket/rest/
 * describes it, as far as the forge goes. Scopes of tokens are Bitbucket's own:
 * `repository`, `repository:write`, `pullrequest`, `pullrequest:write`. Its API
 * and its git, which are on two hosts, are both at the simulator's address.
 *
 * @public
 */
export const bitbucketCloudDialect: ForgeDialect = {
  endpoints: simulator => [
    ...bitbucketCloudReadingEndpoints(simulator),
    ...bitbucketCloudBranchEndpoints(simulator),
    ...bitbucketCloudCommitEndpoints(simulator),
    ...bitbucketCloudPullEndpoints(simulator),
  ],
  readToken: basicOrBearer,
  unauthorized: bitbucketCloudError(401, 'Token is invalid or expired'),
  limits: {
    // It tells how close one is, and not for how long one has to wait:
    // https://support.atlassian.com/bitbucket-cloud/docs/api-request-limits/
    prefix: ({ limit, remaining }) => ({
      'x-ratelimit-limit': `${limit}`,
      'x-ratelimit-resource': 'api',
      'x-ratelimit-nearlimit': `${remaining < limit / 5}`,
    }),
    exhausted,
    burst: exhausted,
  },
};
