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

import { setTimeout as sleep } from 'node:timers/promises';
import { request } from 'node:https';
import { once } from 'node:events';
import { IncomingMessage } from 'node:http';
import { KubernetesApi } from '@basewell/testkit';
import { appOf, clusterObject, referenceTo } from './observed/clusterObject';
import { PortalScene } from './portal/PortalScene';
import type { Benchmark } from './runBenchmark';

/** Milliseconds between two questions. */
const POLL = 5;
const GIVE_UP = 30_000;

/**
 * From the change of a status to the answer that says so. The page comes after
 * that: at once where signals are installed, by its next question else. The peer
 * is the Kubernetes plugin asked without pause; its page asks every ten seconds.
 * The limit is the change itself and a bare watch that sees it.
 *
 * @public
 */
export async function changeLatency(
  scene: PortalScene,
): Promise<Benchmark<string>> {
  const { api, portal, databases } = scene;
  const watch = await watchClusters(api);
  const { object, status } = clusterObject(0);
  const component = `component/default/${appOf(0)}`;
  let broken = false;
  let questions = 0;

  /** The other of two phases. */
  async function change(): Promise<string> {
    broken = !broken;
    const phase = broken
      ? 'Cluster has incomplete or invalid image catalog'
      : String(status.phase);
    await api.client.patchStatus(referenceTo(object), { phase });
    return phase;
  }

  async function until(isSeen: () => Promise<boolean>): Promise<void> {
    const began = performance.now();
    for (questions = 1; !(await isSeen()); questions += 1) {
      if (performance.now() - began > GIVE_UP) {
        throw new Error('The change is not seen');
      }
      await sleep(POLL);
    }
  }

  const check = async (phase: string) => {
    const found: any = await api.client.get(referenceTo(object));
    if (found.status.phase !== phase) {
      throw new Error('What is seen is not what was written');
    }
    // Nothing of this round is left over for the next one.
    const wanted = broken ? 'failed' : 'healthy';
    await scene.until(
      `/databases/entities/${component}/databases`,
      ({ items }) => areAll(items, wanted),
    );
  };
  const counts = () => ({ questions });
  return {
    id: `from a change to the answer, ${databases} databases`,
    variants: [
      {
        name: 'ours, asked every 5 ms',
        role: 'ours',
        async run() {
          const phase = await change();
          const wanted = broken ? 'failed' : 'healthy';
          await until(async () => {
            const { body } = await portal.ask(
              `/databases/entities/${component}/databases`,
            );
            return areAll(body.items, wanted);
          });
          return phase;
        },
        check,
        counts,
      },
      {
        name: 'Kubernetes plugin, asked every 5 ms; its page waits 0 to 10 s more',
        role: 'peer',
        async run() {
          const phase = await change();
          await until(async () => {
            const { body } = await portal.ask(
              '/kubernetes/resources/custom/query',
              {
                body: {
                  entityRef: `component:default/${appOf(0)}`,
                  auth: {},
                  customResources: [
                    {
                      group: 'postgresql.cnpg.io',
                      apiVersion: 'v1',
                      plural: 'clusters',
                    },
                  ],
                },
              },
            );
            return body.items.every(({ resources }: any) =>
              resources.some((group: any) =>
                group.resources.some(
                  (found: any) => found.status.phase === phase,
                ),
              ),
            );
          });
          return phase;
        },
        check,
        counts,
      },
      {
        name: 'a bare watch',
        role: 'limit',
        async run() {
          const phase = await change();
          await until(async () => watch.phase() === phase);
          return phase;
        },
        check,
        counts,
      },
    ],
    async end() {
      watch.stop();
      if (broken) {
        await check(await change());
      }
    },
  };
}

/** The same database, as seen through each tunnel. */
function areAll(items: readonly any[], wanted: string): boolean {
  return items.every(({ lanes }) => lanes.health.state === wanted);
}

/** The last phase that a watch told. */
async function watchClusters({ url, ca, token }: KubernetesApi) {
  const { object } = clusterObject(0);
  const outgoing = request(
    `${url}/apis/postgresql.cnpg.io/v1/clusters?watch=1&fieldSelector=metadata.name%3D${object.metadata.name}`,
    { ca, headers: { authorization: `Bearer ${token}` } },
  );
  outgoing.end();
  const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
  let rest = '';
  let phase: string | undefined;
  incoming.on('error', () => {});
  incoming.on('data', data => {
    const lines = `${rest}${data}`.split('\n');
    rest = lines.pop()!;
    lines.forEach(line => {
      phase = JSON.parse(line).object.status?.phase;
    });
  });
  outgoing.on('error', () => {});
  return { phase: () => phase, stop: () => outgoing.destroy() };
}
