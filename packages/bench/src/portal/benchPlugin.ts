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
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** What a portal has used so far. */
export interface PortalUsage {
  /** After a collection of garbage. */
  readonly heapBytes: number;
  readonly residentBytes: number;
  /** Of all threads, since it began. */
  readonly cpuMilliseconds: number;
  /** Longest time since it was asked last in which it did nothing else. */
  readonly stallMilliseconds: number;
}

/** The least that a plugin can do, and what the process costs. */
export const benchPlugin = createBackendPlugin({
  pluginId: 'bench',
  register(env) {
    env.registerInit({
      deps: {
        httpAuth: coreServices.httpAuth,
        router: coreServices.httpRouter,
      },
      async init({ httpAuth, router }) {
        const delay = monitorEventLoopDelay({ resolution: 1 });
        delay.enable();
        const collect = (globalThis as { gc?: () => void }).gc!;
        router.use(async (request, response) => {
          await httpAuth.credentials(request as any);
          response.setHeader('content-type', 'application/json');
          response.end(
            request.url === '/usage' ? JSON.stringify(usage()) : '{}',
          );
        });

        function usage(): PortalUsage {
          const stallMilliseconds = delay.max / 1e6;
          collect();
          delay.reset();
          const { user, system } = process.cpuUsage();
          const { heapUsed, rss } = process.memoryUsage();
          return {
            heapBytes: heapUsed,
            residentBytes: rss,
            cpuMilliseconds: (user + system) / 1000,
            stallMilliseconds,
          };
        }
      },
    });
  },
});
