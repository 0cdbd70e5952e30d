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

import { once } from 'node:events';
import * as http from 'node:http';
import * as https from 'node:https';
import { ClusterTransport } from './ClusterTransport';
import { KubeconfigAccess } from './KubeconfigAccess';
import { unreachable } from './unreachable';

/**
 * Straight to an API server. For the command line, for benchmarks and for
 * tests; the portal goes through the Kubernetes plugin.
 */
export function kubeconfigTransport(
  access: KubeconfigAccess,
): ClusterTransport {
  const secure = access.server.startsWith('https:');
  const agent = secure
    ? new https.Agent({
        keepAlive: true,
        ca: access.ca,
        cert: access.clientCertificate?.certificate,
        key: access.clientCertificate?.key,
        servername: access.serverName,
        rejectUnauthorized: !access.insecure,
      })
    : new http.Agent({ keepAlive: true });
  return {
    async request(path, { signal, accept = 'application/json' }) {
      const token = await access.token();
      const outgoing = (secure ? https : http).request(
        `${access.server}${path}`,
        {
          agent,
          signal,
          headers: {
            accept,
            ...(token && { authorization: `Bearer ${token}` }),
          },
        },
      );
      outgoing.end();
      try {
        const [incoming] = (await once(outgoing, 'response')) as [
          http.IncomingMessage,
        ];
        return {
          status: incoming.statusCode ?? 0,
          retryAfter: Number(incoming.headers['retry-after']) || undefined,
          body: incoming,
        };
      } catch (error) {
        signal.throwIfAborted();
        throw unreachable(`The API server at ${access.server}`, error);
      }
    },
  };
}
