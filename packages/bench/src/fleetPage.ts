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

import { isWellAt } from './observed/clusterObject';
import { PortalAnswer } from './portal/Portal';
import { customResources, PortalScene } from './portal/PortalScene';
import { EVERYTHING } from './portal/PortalSettings';
import type { Benchmark } from './runBenchmark';

const PAGE = 50;

/**
 * One page of all databases: filtered, sorted, counted. The Kubernetes plugin
 * has no such answer; the peer is its custom query without a limit, which is
 * what a page that sends everything is made of. The limit is an authenticated
 * request that answers nothing.
 *
 * @public
 */
export async function fleetPage(
  scene: PortalScene,
): Promise<Benchmark<PortalAnswer>> {
  const { portal, databases, tunnels } = scene;
  const indices = Array.from({ length: databases }, (_, index) => index);
  const filtered = indices.filter(index => index % 3 === 2);
  const counts = ({ bytes }: PortalAnswer) => ({ bytes });
  const gzip = true;
  return {
    id: `fleet page, ${databases} databases`,
    variants: [
      {
        name: 'ours, 50 of one environment, worst first',
        role: 'ours',
        run: () =>
          portal.ask(
            `/databases/databases?environment=prod&sort=worst&limit=${PAGE}`,
            { gzip },
          ),
        async check({ body }) {
          const { items, total, counts: found } = body;
          const all = filtered.length * tunnels.length;
          const well = filtered.filter(isWellAt).length * tunnels.length;
          expectSame(total, all);
          expectSame(items.length, Math.min(PAGE, all));
          expectSame(found.health.healthy, well);
          expectSame(items[0].lanes.health.state !== 'healthy', true);
        },
        counts,
      },
      {
        name: 'Kubernetes plugin, everything at once',
        role: 'peer',
        run: () =>
          portal.ask('/kubernetes/resources/custom/query', {
            body: { entityRef: EVERYTHING, auth: {}, customResources },
            gzip,
          }),
        async check({ body }) {
          const found = body.items
            .flatMap(({ resources }: any) => resources)
            .flatMap((group: any) => group.resources)
            .filter(({ kind }: any) => kind === 'Cluster');
          expectSame(found.length, databases * tunnels.length);
        },
        counts,
      },
      {
        name: 'nothing, authenticated',
        role: 'limit',
        run: () => portal.ask('/bench/empty', { gzip }),
        check: async () => {},
        counts,
      },
    ],
    end: () => {},
  };
}

function expectSame(found: unknown, wanted: unknown): void {
  if (found !== wanted) {
    throw new Error(`The page says ${found} where the truth is ${wanted}`);
  }
}
