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

import { GithubIntegrationConfig } from '@backstage/integration';

/** Where GitHub's two APIs are, REST as path segments below the address. @internal */
export interface GithubAddress {
  readonly baseUrl: string;
  readonly rest: readonly string[];
}

/**
 * ```
 * https://api.github.com        /graphql   /repos/…
 * https://HOST/api              /graphql   /v3/repos/…
 * ```
 *
 * @internal
 */
export function githubAddress({
  host,
  apiBaseUrl = `https://${host}/api/v3`,
}: Pick<GithubIntegrationConfig, 'host' | 'apiBaseUrl'>): GithubAddress {
  const enterprise = apiBaseUrl.match(/^(.*)\/v3$/)?.[1];
  return enterprise
    ? { baseUrl: enterprise, rest: ['v3'] }
    : { baseUrl: apiBaseUrl, rest: [] };
}
