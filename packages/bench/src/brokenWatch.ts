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
import { clusterObject, referenceTo } from './observed/clusterObject';
import { KubernetesScene } from './observed/KubernetesScene';
import { Tunnel } from './observed/Tunnel';
import { kubeconfigTransport, readKubeconfig } from './reading/inside';
import { Reading, startReading } from './reading/startReading';
import type { Benchmark, Variant } from './runBenchmark';

/** Milliseconds until a reader that has not seen the change is given up. */
const PATIENCE = 60_000;

/** A reader behind a tunnel of its own. */
interface Behind {
  readonly tunnel: Tunnel;
  readonly reading: Reading;
}

/**
 * All connections to an API server break, as in its rolling restart, and a
 * status changes: when is that seen, and how much is read again for it? Who has
 * to list anew reads everything. The limit only opens a watch again where it was.
 *
 * @public
 */
export async function brokenWatch({
  api,
  databases,
}: KubernetesScene): Promise<Benchmark<number>> {
  const { object } = clusterObject(0);
  let count = 0;

  const change = () =>
    api.client.patchStatus(referenceTo(object), {
      phaseReason: `change ${count++}`,
    });
  const through = (tunnel: Tunnel) =>
    api.kubeconfig.replace(api.url, tunnel.url);

  async function start(reading: string): Promise<Behind> {
    const tunnel = await Tunnel.start(api.url);
    const kubeconfig = through(tunnel);
    return { tunnel, reading: await startReading(reading, { kubeconfig }) };
  }

  /** @returns bytes from the API server until the change was seen */
  async function breakOnce({ tunnel, reading }: Behind): Promise<number> {
    const { bytes } = tunnel;
    const { changes } = await reading.report();
    const began = performance.now();
    tunnel.cut();
    await change();
    while ((await reading.report()).changes === changes) {
      if (performance.now() - began > PATIENCE) {
        throw new Error('The change was never seen');
      }
      await sleep(10);
    }
    return tunnel.bytes - bytes;
  }

  async function watchAgain(): Promise<number> {
    const tunnel = await Tunnel.start(api.url);
    const abort = new AbortController();
    try {
      const { metadata } = await api.client.get(referenceTo(object));
      await change();
      const { body } = await kubeconfigTransport(
        readKubeconfig(through(tunnel), { folder: '.' }),
      ).request(
        `/apis/postgresql.cnpg.io/v1/clusters?watch=1&resourceVersion=${metadata.resourceVersion}`,
        { signal: abort.signal },
      );
      for await (const _ of body) {
        break;
      }
      return tunnel.bytes;
    } finally {
      abort.abort();
      tunnel.stop();
    }
  }

  const readers = {
    ours: await start('ours'),
    peer: await start('client-node'),
  };
  const variants: readonly (readonly [
    name: string,
    role: Variant<unknown>['role'],
    run: () => Promise<number>,
  ])[] = [
    ['ours', 'ours', () => breakOnce(readers.ours)],
    [
      'client-node ListWatch, started again',
      'peer',
      () => breakOnce(readers.peer),
    ],
    ['a watch, opened again', 'limit', watchAgain],
  ];
  return {
    id: `broken connections, ${databases} databases`,
    variants: variants.map(([name, role, run]) => ({
      name,
      role,
      run,
      async check(bytes) {
        if (bytes === 0) {
          throw new Error(`${name} has seen a change without reading`);
        }
      },
      counts: bytes => ({ bytes }),
    })),
    async end() {
      for (const { reading, tunnel } of Object.values(readers)) {
        await reading.stop();
        tunnel.stop();
      }
    },
  };
}
