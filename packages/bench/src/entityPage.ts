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

import { appOf, isWellAt } from './observed/clusterObject';
import { countLists } from './observed/countLists';
import { PortalAnswer } from './portal/Portal';
import { customResources, PortalScene } from './portal/PortalScene';
import type { Benchmark, Variant } from './runBenchmark';

/**
 * What the page of a service asks for, by so many viewers at once, each about a
 * service of its own. The peers are what the Kubernetes plugin offers and the
 * bare lists; the limit is an authenticated request that answers nothing. Our
 * portal has seen everything before: the peers keep no state, use the viewer's
 * own rights and are never behind.
 *
 * @param options - `delay` of the way to each API server, in milliseconds
 *
 * @public
 */
export async function entityPage(
  scene: PortalScene,
  options: { readonly viewers: number; readonly delay: number },
): Promise<Benchmark<readonly PortalAnswer[]>> {
  const { viewers, delay } = options;
  const { portal, api, tunnels, databases } = scene;
  const kubernetesClusters = tunnels.length;
  tunnels.forEach(tunnel => {
    tunnel.delay = delay;
  });
  const shared = Math.min(databases, 200);
  const indices = Array.from(
    { length: viewers },
    (_, viewer) => viewer % shared,
  );
  let lists = await countLists(api.client);
  let asked = 0;

  function variant(
    name: string,
    role: Variant<unknown>['role'],
    ask: (index: number) => Promise<PortalAnswer>,
    check: (body: any, index: number) => boolean,
  ): Variant<readonly PortalAnswer[]> {
    return {
      name,
      role,
      run: () => Promise.all(indices.map(ask)),
      async check(answers) {
        for (const [viewer, index] of indices.entries()) {
          if (!check(answers[viewer].body, index)) {
            throw new Error(
              `${name} is wrong: ${JSON.stringify(answers[viewer].body).slice(0, 500)}`,
            );
          }
        }
        const before = lists;
        lists = await countLists(api.client);
        asked = lists - before;
      },
      counts: answers => ({
        lists: asked,
        bytes: answers.reduce((sum, { bytes }) => sum + bytes, 0),
      }),
    };
  }

  return {
    id: `entity page, ${kubernetesClusters} × ${databases}, ${viewers} viewers, ${delay} ms`,
    variants: [
      variant(
        'ours',
        'ours',
        index =>
          portal.ask(
            `/databases/entities/component/default/${appOf(index)}/databases`,
          ),
        ({ items }, index) =>
          items.length === kubernetesClusters &&
          items.every(
            ({ lanes }: any) =>
              (lanes.health.state === 'healthy') === isWellAt(index),
          ),
      ),
      variant(
        'Kubernetes plugin, /services/:id',
        'peer',
        index =>
          portal.ask(`/kubernetes/services/${appOf(index)}`, {
            body: { entity: componentOf(index), auth: {} },
          }),
        (body, index) => hasClusters(body, index, kubernetesClusters),
      ),
      variant(
        'Kubernetes plugin, custom query',
        'peer',
        index =>
          portal.ask('/kubernetes/resources/custom/query', {
            body: {
              entityRef: `component:default/${appOf(index)}`,
              auth: {},
              customResources,
            },
          }),
        (body, index) => hasClusters(body, index, kubernetesClusters),
      ),
      variant(
        'nothing, authenticated',
        'limit',
        () => portal.ask('/bench/empty'),
        () => true,
      ),
    ],
    end() {
      tunnels.forEach(tunnel => {
        tunnel.delay = 0;
      });
    },
  };
}

function componentOf(index: number) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: appOf(index),
      namespace: 'default',
      annotations: {
        'backstage.io/kubernetes-label-selector': `basewell.dev/app=${appOf(index)}`,
      },
    },
  };
}

/** Each Kubernetes cluster has one of that name. */
function hasClusters(
  { items }: any,
  index: number,
  kubernetesClusters: number,
): boolean {
  const found = items
    .flatMap(({ resources }: any) => resources)
    .flatMap(({ resources }: any) => resources)
    .filter(({ kind }: any) => kind === 'Cluster');
  return (
    found.length === kubernetesClusters &&
    found.every(({ metadata }: any) => metadata.name === `${appOf(index)}-cnpg`)
  );
}
