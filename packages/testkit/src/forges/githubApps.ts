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

import { randomBytes, verify } from 'node:crypto';
import type { paths } from '@octokit/openapi-types';
import { DocumentedFields } from './documentedFields';
import { ForgeSimulator } from './ForgeSimulator';
import { GithubPermission } from './githubAccess';
import { pageOf } from './pageOf';
import {
  SimulatedCall,
  SimulatedEndpoint,
  SimulatedRefusal,
} from './SimulatedEndpoint';

/** A GitHub App that is installed for one owner. */
export interface SimulatedGithubApp {
  readonly id: number;
  /** Before `[bot]` in its login. */
  readonly slug: string;
  /** PEM of the key that its tokens are signed for. */
  readonly publicKey: string;
  readonly owner: string;
  readonly permissions: readonly GithubPermission[];
}

const tokenFields: DocumentedFields<
  NonNullable<
    paths['/app/installations/{installation_id}/access_tokens']['post']['requestBody']
  >['content']['application/json']
> = { repositories: 'array', repository_ids: 'array', permissions: 'object' };

/**
 * How an App gets a token: it lists its installations, and asks for a token of
 * one. Both requests carry a JSON Web Token that it signs itself:
 *
 * ```
 * BASE64URL({"alg":"RS256"}) . BASE64URL({"iss":APP,"exp":SECONDS}) . BASE64URL(signature)
 * ```
 *
 * @param root - such as `/api/v3`
 * @internal
 */
export function githubApps(
  root: string,
  apps: readonly SimulatedGithubApp[],
  simulator: ForgeSimulator,
): readonly SimulatedEndpoint[] {
  return [
    {
      method: 'GET',
      path: `${root}/app/installations`,
      docs: 'https://docs.github.com/en/rest/apps/apps#list-installations-for-the-authenticated-app',
      query: ['page', 'per_page', 'since', 'outdated'],
      handle(call) {
        const { id, owner } = signedBy(call, apps);
        return pageOf(call, [
          { id, account: { login: owner }, app_id: id, suspended_by: null },
        ]);
      },
    },
    {
      method: 'POST',
      path: `${root}/app/installations/{installation_id}/access_tokens`,
      docs: 'https://docs.github.com/en/rest/apps/apps#create-an-installation-access-token-for-an-app',
      body: tokenFields,
      handle(call) {
        const { id, slug, permissions } = signedBy(call, apps);
        if (call.params.installation_id !== `${id}`) {
          return { status: 404, body: { message: 'Not Found' } };
        }
        const token = `ghs_TEST-ONLY-${randomBytes(12).toString('hex')}`;
        simulator.addToken(token, `${slug}[bot]`, permissions);
        return {
          status: 201,
          body: {
            token,
            expires_at: new Date(Date.now() + 3_600_000).toISOString(),
            permissions: Object.fromEntries(
              permissions.map(permission => permission.split(':')),
            ),
            repository_selection: 'all',
          },
        };
      },
    },
  ];
}

/** Whether an authorization is an App's own token, which no list of tokens knows. @internal */
export function isAppToken(token: string | undefined): boolean {
  return token?.split('.').length === 3;
}

function signedBy(
  { headers }: SimulatedCall,
  apps: readonly SimulatedGithubApp[],
): SimulatedGithubApp {
  const [head = '', payload = '', signature = ''] = (
    headers.authorization?.split(' ')[1] ?? ''
  ).split('.');
  const app = apps.find(({ publicKey }) =>
    verify(
      'sha256',
      Buffer.from(`${head}.${payload}`),
      publicKey,
      Buffer.from(signature, 'base64url'),
    ),
  );
  const claims =
    app && JSON.parse(Buffer.from(payload, 'base64url').toString());
  if (Number(claims?.iss) !== app?.id || claims.exp * 1000 < Date.now()) {
    throw new SimulatedRefusal({
      status: 401,
      body: { message: 'A JSON web token could not be decoded' },
    });
  }
  return app!;
}
