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

import { brokenWatch } from './brokenWatch';
import { catalogIngestion } from './catalogIngestion';
import { changeLatency } from './changeLatency';
import { editValuesBenchmark } from './editValuesBenchmark';
import { entityPage } from './entityPage';
import { failureIsolation } from './failureIsolation';
import { firstSync } from './firstSync';
import { fleetPage } from './fleetPage';
import { frontendSize } from './frontendSize';
import { hostedPullRequests } from './hostedPullRequests';
import { inScene } from './inScene';
import { judging } from './judging';
import { KubernetesScene } from './observed/KubernetesScene';
import { planCommand } from './planCommand';
import { PortalScene, PortalSceneOptions } from './portal/PortalScene';
import { publishingHosts } from './publishing/publishingHosts';
import { pullRequests } from './pullRequests';
import { Benchmark, runBenchmark } from './runBenchmark';
import { sealing } from './sealing';
import { steadyWatch } from './steadyWatch';

const benchmarks: Benchmarks = {
  'edit-values': async () => editValuesBenchmark({ lines: 2_000 }),
  'plan-command': async () => planCommand(),
  'frontend-size': async () => frontendSize(),
  sealing: async () => sealing({ files: 12 }),
  'pull-requests-100': () => pullRequests({ files: 100, delay: 50 }),
  'pull-requests-10000': () => pullRequests({ files: 10_000, delay: 50 }),
  ...Object.fromEntries(
    publishingHosts.flatMap(({ host: { id: host } }) => [
      ...[0, 50, 150].map(delay => [
        `pull-requests-${host}-${delay}`,
        () => hostedPullRequests({ host, files: 100, delay }),
      ]),
      ...[100, 10_000, 50_000].map(files => [
        `pull-requests-${host}-apart-${files}`,
        () => hostedPullRequests({ host, files, delay: 0, apart: true }),
      ]),
    ]),
  ),
  ...eachOf([1, 8], kubernetesClusters =>
    eachOf([1, 20, 50], viewers =>
      eachOf([0, 50], delay => ({
        [`entity-page-${kubernetesClusters}-${viewers}-${delay}`]: () =>
          withPortal({ databases: 250, kubernetesClusters }, scene =>
            entityPage(scene, { viewers, delay }),
          ),
      })),
    ),
  ),
  ...eachOf([200, 2_000, 10_000], databases => ({
    [`catalog-ingestion-${databases}`]: () =>
      catalogIngestion({ databases, postgres: process.env.BENCH_POSTGRES }),
    [`fleet-page-${databases}`]: () => withPortal({ databases }, fleetPage),
    [`judging-${databases}`]: async () => judging({ databases }),
    [`first-sync-${databases}`]: () => withPortal({ databases }, firstSync),
    [`broken-watch-${databases}`]: () => withKubernetes(databases, brokenWatch),
    [`change-latency-${databases}`]: () =>
      withPortal({ databases }, changeLatency),
    ...eachOf([0, 10, 100], rate =>
      eachOf([20, 600], seconds => ({
        [`steady-watch-${databases}-${rate}-${seconds}`]: () =>
          withKubernetes(databases, scene =>
            steadyWatch(scene, { rate, duration: seconds * 1000 }),
          ),
      })),
    ),
  })),
  'failure-isolation': () =>
    withPortal({ databases: 250, kubernetesClusters: 8 }, failureIsolation),
};

function withPortal<Output>(
  options: Partial<PortalSceneOptions> & Pick<PortalSceneOptions, 'databases'>,
  benchmarkOf: (scene: PortalScene) => Promise<Benchmark<Output>>,
): Promise<Benchmark<Output>> {
  return inScene(
    PortalScene.start({ kubernetesClusters: 1, ...options }),
    benchmarkOf,
  );
}

function withKubernetes<Output>(
  databases: number,
  benchmarkOf: (scene: KubernetesScene) => Promise<Benchmark<Output>>,
): Promise<Benchmark<Output>> {
  return inScene(KubernetesScene.start(databases), benchmarkOf);
}

type Benchmarks = Readonly<Record<string, () => Promise<Benchmark<any>>>>;

function eachOf(
  values: readonly number[],
  benchmarksOf: (value: number) => Benchmarks,
): Benchmarks {
  return Object.assign({}, ...values.map(benchmarksOf));
}

/**
 * `yarn bench <name> [rounds] [role]`: prints one JSON line for each variant, of
 * that role only. What a release measured is kept in `baseline.md`.
 */
async function main(name: string, rounds: number, role?: string) {
  if (!Object.hasOwn(benchmarks, name)) {
    throw new Error(
      `Say which one: ${Object.keys(benchmarks).join(', ')}; there is no ${name}`,
    );
  }
  const benchmark = await benchmarks[name]();
  try {
    const variants = benchmark.variants.filter(
      variant => role === undefined || variant.role === role,
    );
    const wanted = { ...benchmark, variants };
    for (const result of await runBenchmark(wanted, rounds)) {
      process.stdout.write(
        `${JSON.stringify({ ...result, node: process.version })}\n`,
      );
    }
  } finally {
    await benchmark.end();
  }
}

const [name = 'sealing', rounds = 15, role] = process.argv.slice(2);
main(name, Number(rounds), role).catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
