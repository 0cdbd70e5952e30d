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

import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ClusterTransport } from './ClusterTransport';
import { pluginToken } from './pluginToken';
import { unreachable } from './unreachable';

/**
 * Through the proxy of the Kubernetes plugin, with that plugin's configuration
 * and credentials.
 *
 * The token for it is made anew for each request. It counts only when a request
 * begins: a stream that is open when its token expires stays open, and the next
 * one brings a fresh token.
 */
export function proxyTransport(options: {
  /** As the Kubernetes plugin calls it. */
  readonly kubernetesCluster: string;
  readonly discovery: DiscoveryService;
  readonly auth: AuthService;
  /** A person who reads with rights of their own; left out: the portal. */
  readonly caller?: {
    readonly credentials: BackstageCredentials;
    /** For the API server. */
    readonly token: string;
  };
}): ClusterTransport {
  const { kubernetesCluster, discovery, auth, caller } = options;
  return {
    reader: caller ? 'caller' : 'portal',
    async request(path, { signal, accept = 'application/json' }) {
      const url = `${await discovery.getBaseUrl('kubernetes')}/proxy${path}`;
      const token = await pluginToken(auth, caller?.credentials);
      const response = await fetch(url, {
        signal,
        // The token is for this address and no other.
        redirect: 'manual',
        headers: {
          accept,
          // The backend compresses in blocks, which would hold events back.
          'accept-encoding': 'identity',
          authorization: `Bearer ${token}`,
          'backstage-kubernetes-cluster': kubernetesCluster,
          ...(caller && {
            'backstage-kubernetes-authorization': `Bearer ${caller.token}`,
          }),
        },
      }).catch(error => {
        signal.throwIfAborted();
        throw unreachable('The Kubernetes plugin', error);
      });
      return {
        status: response.status,
        retryAfter: Number(response.headers.get('retry-after')) || undefined,
        body: (response.body ?? []) as AsyncIterable<Uint8Array>,
      };
    },
  };
}
