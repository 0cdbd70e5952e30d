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

import { Delivery } from '../delivery/Delivery';
import { servedResources } from '../kubernetes/servedResources';
import { startKubernetesServer } from '../kubernetes/startKubernetesServer';
import { VaultDocument } from '../vault/VaultDocument';
import { vaultListener } from '../vault/vaultListener';
import { DemoKubernetes } from './DemoKubernetes';
import { readEstate } from './readEstate';

/** A look takes some 10 ms of the process that also serves the portal. */
const TICK_MS = 2000;

/** @internal */
export interface StartDemoKubernetesOptions {
  /** `<folder>/<kubernetes cluster>/*.yaml`. */
  readonly folder: string;
  /** On the loopback interface; 0 takes a free one. */
  readonly port: number;
  readonly token: string;
  /** The Kubernetes cluster in which Argo CD runs. */
  readonly deliverTo?: string;
  readonly speed?: number;
  /** Served below `/vault`. */
  readonly vault?: {
    readonly documents: readonly VaultDocument[];
    readonly token: string;
  };
  readonly now: () => number;
  /** A look that failed; the next one follows. */
  readonly onError: (error: unknown) => void;
  readonly bookmarkEvery?: number;
}

/** @internal */
export interface RunningDemoKubernetes {
  /** `/<kubernetes cluster>` below it is an API server. */
  readonly url: string;
  /** What is merged until now. */
  deliver(deliveries: readonly Delivery[]): void;
  /** Looks at the clock now; otherwise it does every two seconds. */
  refresh(): void;
  stop(): Promise<void>;
}

/**
 * Serves the example estate, and lets time pass in it.
 *
 * @internal
 */
export async function startDemoKubernetes(
  options: StartDemoKubernetesOptions,
): Promise<RunningDemoKubernetes> {
  const { folder, port, token, deliverTo, speed, vault, now, bookmarkEvery } =
    options;
  const estate = await readEstate(folder);
  const start = now();
  const demo = new DemoKubernetes({ estate, start, deliverTo, speed });

  let deliveries: readonly Delivery[] = [];
  const refresh = () => demo.refresh(now(), deliveries);

  refresh();
  const server = await startKubernetesServer({
    port,
    kubernetesClusters: new Map(
      [...demo.logs].map(([name, log]) => [
        name,
        { log, token, resources: servedResources, bookmarkEvery },
      ]),
    ),
    others:
      vault &&
      new Map([
        [
          'vault',
          vaultListener({ ...vault, moment: () => ({ now: now(), start }) }),
        ],
      ]),
  });
  const timer = setInterval(() => {
    try {
      refresh();
    } catch (error) {
      options.onError(error);
    }
  }, TICK_MS);
  return {
    url: server.url,
    deliver(merged) {
      deliveries = merged;
      refresh();
    },
    refresh,
    async stop() {
      clearInterval(timer);
      await server.stop();
    },
  };
}
