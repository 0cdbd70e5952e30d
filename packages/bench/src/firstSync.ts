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

import { PortalScene } from './portal/PortalScene';
import { ReadingAccess } from './reading/ClusterReading';
import { ReadingReport } from './reading/ReadingReport';
import { startReading } from './reading/startReading';
import type { Benchmark, Variant } from './runBenchmark';

/** By name of the reading: how it is called, and what it stands for. */
const variants: readonly (readonly [
  reading: string,
  name: string,
  role: Variant<unknown>['role'],
  proxied?: boolean,
])[] = [
  ['ours', 'ours, streamed', 'ours'],
  ['ours', "ours, through the Kubernetes plugin's proxy", 'ours', true],
  ['pages-50', 'pages of 50', 'peer'],
  ['pages-100', 'pages of 100, what ours falls back to', 'peer'],
  ['pages-250', 'pages of 250', 'peer'],
  ['pages-500', 'pages of 500', 'peer'],
  ['client-node', 'client-node ListWatch', 'peer'],
  ['bytes', 'all bytes, nothing parsed', 'limit'],
];

/**
 * Reading all CNPG clusters for the first time, each time in a new process. The
 * time has the start of the process in it, and the same for everybody; `synced`
 * and `firstRow` have not. The limit is the API server's own work.
 *
 * @public
 */
export async function firstSync(
  scene: PortalScene,
): Promise<Benchmark<ReadingReport>> {
  const { databases } = scene;
  const { kubeconfig } = scene.api;
  const portal = { url: scene.portal.url, token: scene.portal.token };
  return {
    id: `first sync, ${databases} databases`,
    variants: variants.map(([reading, name, role, proxied]) => ({
      name,
      role,
      run: () => readOnce(reading, { kubeconfig, ...(proxied && { portal }) }),
      async check({ objects }) {
        if (objects !== databases) {
          throw new Error(`${name} has read ${objects} of ${databases}`);
        }
      },
      counts: rounded,
    })),
    end: () => {},
  };
}

async function readOnce(
  reading: string,
  access: ReadingAccess,
): Promise<ReadingReport> {
  const { first, stop } = await startReading(reading, access);
  await stop();
  return first;
}

/** For one line of output. */
export function rounded(report: ReadingReport): Record<string, number> {
  return Object.fromEntries(
    Object.entries(report).map(([name, value]) => [name, Math.round(value)]),
  );
}
