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

import { ForgeDialect } from './ForgeSimulator';
import { githubApps, isAppToken, SimulatedGithubApp } from './githubApps';
import { githubClassic } from './githubClassic';
import { runGithubGraphql } from './githubGraphql';
import { githubRest } from './githubRest';

const badCredentials = {
  status: 401,
  body: {
    message: 'Bad credentials',
    documentation_url: 'https://docs.github.com/rest',
    status: '401',
  },
};

/**
 * GitHub Enterprise Server, which speaks as github.com does, below `/api`. Its
 * limits are github.com's:
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 * https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
 *
 * @internal
 */
export function githubDialect(
  apps: readonly SimulatedGithubApp[],
): ForgeDialect {
  return {
    endpoints: simulator => [
      {
        method: 'POST',
        path: '/api/graphql',
        docs: 'https://docs.github.com/en/graphql/guides/forming-calls-with-graphql',
        body: { 'query!': 'string', variables: 'object' },
        handle: ({ body, token }) =>
          token
            ? runGithubGraphql(body, {
                token,
                url: simulator.url,
                repository: name => simulator.repository(name),
              })
            : badCredentials,
      },
      ...githubRest('/api/v3', name => simulator.repository(name)),
      ...githubClassic('/api/v3', name => simulator.repository(name)),
      ...githubApps('/api/v3', apps, simulator),
    ],
    readToken({ headers }) {
      const token = headers.authorization?.match(
        /^(?:Bearer|token) (.+)$/i,
      )?.[1];
      return isAppToken(token) ? undefined : token;
    },
    unauthorized: badCredentials,
    limits: {
      prefix: 'x-ratelimit',
      exhausted: {
        status: 403,
        body: { message: 'API rate limit exceeded for user ID 1.' },
      },
      burst: {
        status: 403,
        body: {
          message:
            'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
        },
      },
    },
    headers: { 'x-github-media-type': 'github.v3; format=json' },
  };
}
