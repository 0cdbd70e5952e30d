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

import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { ApiProblem } from './ApiProblem';
import { ClusterSource } from './ClusterSource';
import { pluginToken } from './pluginToken';
import { problemOfAnswer } from './problemOfAnswer';
import { proxyTransport } from './proxyTransport';
import { unreachable } from './unreachable';

/** Providers whose credentials are a person's (kubernetes-backend 0.21). */
const callerProviders: readonly string[] = ['aks', 'google', 'oidc'];
const DEADLINE = 15_000;

/** The Kubernetes clusters that the Kubernetes plugin is configured with. */
export function kubernetesPluginSource(services: {
  readonly discovery: DiscoveryService;
  readonly auth: AuthService;
}): ClusterSource {
  const { discovery, auth } = services;
  return {
    async list(signal) {
      const url = `${await discovery.getBaseUrl('kubernetes')}/clusters`;
      const token = await pluginToken(auth);
      const response = await fetch(url, {
        headers: { authorization: `Bearer ${token}` },
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(DEADLINE)]),
      }).catch(error => {
        signal.throwIfAborted();
        throw unreachable('The Kubernetes plugin', error);
      });
      const body = await response.text();
      if (response.status !== 200) {
        throw problemOfAnswer('list the Kubernetes clusters', {
          status: response.status,
          body,
        });
      }
      return clustersIn(body).map(
        ({ name, authProvider, oidcTokenProvider }) =>
          callerProviders.includes(authProvider)
            ? {
                name,
                access: 'caller',
                tokenProvider: [authProvider, ...oidcTokenProvider].join('-'),
              }
            : {
                name,
                access: 'portal',
                transport: proxyTransport({
                  kubernetesCluster: name,
                  discovery,
                  auth,
                }),
              },
      );
    },
  };
}

function clustersIn(body: string): readonly {
  readonly name: string;
  readonly authProvider: string;
  /** Of the provider `oidc`: one, or none. */
  readonly oidcTokenProvider: readonly string[];
}[] {
  try {
    const items: readonly any[] = JSON.parse(body).items;
    return items.map(({ name, authProvider, oidcTokenProvider }) => ({
      name: String(name),
      authProvider: String(authProvider),
      oidcTokenProvider: oidcTokenProvider ? [String(oidcTokenProvider)] : [],
    }));
  } catch (error) {
    throw new ApiProblem(
      'failing',
      'The Kubernetes plugin answered with something else than a list of Kubernetes clusters. Check its version.',
      { cause: error },
    );
  }
}
