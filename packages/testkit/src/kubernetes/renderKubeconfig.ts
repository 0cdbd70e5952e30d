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

import { stringify } from 'yaml';

const NAME = 'testkit';

/**
 * A kubeconfig file with one cluster, one user and one context.
 *
 * @internal
 */
export function renderKubeconfig(access: {
  readonly url: string;
  /** PEM; absent for a server without TLS. */
  readonly ca?: string;
  readonly token?: string;
}): string {
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name: NAME,
        cluster: {
          server: access.url,
          ...(access.ca && {
            'certificate-authority-data': Buffer.from(access.ca).toString(
              'base64',
            ),
          }),
        },
      },
    ],
    users: [{ name: NAME, user: access.token ? { token: access.token } : {} }],
    contexts: [{ name: NAME, context: { cluster: NAME, user: NAME } }],
    'current-context': NAME,
  });
}
