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

import { appOf } from './observed/clusterObject';
import { PortalAnswer } from './portal/Portal';
import { customResources, PortalScene } from './portal/PortalScene';
import type { Benchmark } from './runBenchmark';

/** Milliseconds that a person waits for a page. */
const PATIENCE = 5_000;

/** Milliseconds, each way, of the one that is slow: two seconds to the first answer. */
const DELAY = 300;

/** An answer that came, or none. */
interface Attempted {
  readonly answer?: PortalAnswer;
}

/**
 * The page of a service while one of several Kubernetes clusters takes every
 * connection and never answers, and another takes two seconds. The Kubernetes plugin asks all of them before it
 * answers, so that its time is the patience of the reader. The limit is an
 * authenticated request that answers nothing.
 *
 * @public
 */
export async function failureIsolation(
  scene: PortalScene,
): Promise<Benchmark<Attempted>> {
  const { portal, tunnels } = scene;
  const kubernetesClusters = tunnels.length;
  const component = `component/default/${appOf(0)}`;
  const page = `/databases/entities/${component}/databases`;
  const dead = tunnels.at(-1)!;
  dead.dead = true;
  dead.cut();
  tunnels[1].delay = DELAY;
  const began = performance.now();
  await scene.until(
    page,
    ({ gaps, items }) =>
      gaps.length === 1 && items.some(({ staleSince }: any) => staleSince),
  );
  const noticed = Math.round(performance.now() - began);
  const counts = ({ answer }: Attempted) => ({ answered: answer ? 1 : 0 });
  return {
    id: `of ${kubernetesClusters} Kubernetes clusters one does not answer, one takes 2 s`,
    variants: [
      {
        name: 'ours',
        role: 'ours',
        run: async () => ({ answer: await portal.ask(page) }),
        async check({ answer }) {
          const { items, gaps } = answer!.body;
          const alive = items.filter(
            ({ staleSince, lanes }: any) =>
              !staleSince && lanes.health.state === 'healthy',
          );
          const [gap] = gaps;
          if (
            items.length !== kubernetesClusters ||
            alive.length !== kubernetesClusters - 1 ||
            gap.state !== 'unreachable'
          ) {
            throw new Error(
              `The page has ${items.length} databases, of which ${alive.length} are well: ${JSON.stringify({ gaps, items }).slice(0, 2000)}`,
            );
          }
        },
        counts: attempt => ({ ...counts(attempt), noticed }),
      },
      {
        name: `Kubernetes plugin, custom query, given up after ${PATIENCE} ms`,
        role: 'peer',
        async run() {
          try {
            const answer = await portal.ask(
              '/kubernetes/resources/custom/query',
              {
                body: {
                  entityRef: `component:default/${appOf(0)}`,
                  auth: {},
                  customResources,
                },
                within: PATIENCE,
              },
            );
            return { answer };
          } catch (error) {
            if ((error as Error).name !== 'AbortError') {
              throw error;
            }
            return {};
          }
        },
        async check({ answer }) {
          if (answer && answer.body.items.length !== kubernetesClusters) {
            throw new Error('It leaves Kubernetes clusters out');
          }
        },
        counts,
      },
      {
        name: 'nothing, authenticated',
        role: 'limit',
        run: async () => ({ answer: await portal.ask('/bench/empty') }),
        check: async () => {},
        counts,
      },
    ],
    end() {
      dead.dead = false;
      tunnels[1].delay = 0;
    },
  };
}
