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

import { editValuesBenchmark } from './editValuesBenchmark';
import { planCommand } from './planCommand';
import { pullRequests } from './pullRequests';
import { Benchmark, runBenchmark } from './runBenchmark';
import { sealing } from './sealing';

const benchmarks: Readonly<Record<string, () => Promise<Benchmark<any>>>> = {
  'edit-values': async () => editValuesBenchmark({ lines: 2_000 }),
  'plan-command': async () => planCommand(),
  sealing: async () => sealing({ files: 12 }),
  'pull-requests-100': () => pullRequests({ files: 100, delay: 50 }),
  'pull-requests-10000': () => pullRequests({ files: 10_000, delay: 50 }),
};

/**
 * `yarn bench <name> [rounds]`: prints one JSON line for each variant. What a
 * release measured is kept in `baseline.md`.
 */
async function main(name: string, rounds: number) {
  if (!Object.hasOwn(benchmarks, name)) {
    throw new Error(
      `Say which one: ${Object.keys(benchmarks).join(', ')}; there is no ${name}`,
    );
  }
  const benchmark = await benchmarks[name]();
  try {
    for (const result of await runBenchmark(benchmark, rounds)) {
      process.stdout.write(
        `${JSON.stringify({ ...result, node: process.version })}\n`,
      );
    }
  } finally {
    await benchmark.end();
  }
}

main(process.argv[2] ?? 'sealing', Number(process.argv[3] ?? 15)).catch(
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exitCode = 1;
  },
);
