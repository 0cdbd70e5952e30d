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

import { runBenchmark } from './runBenchmark';
import { sealing } from './sealing';

/**
 * `yarn bench [rounds]`: prints one JSON line for each variant. What a release
 * measured is kept in `baseline.md`.
 */
async function main(rounds: number) {
  const benchmark = sealing({ files: 12 });
  try {
    for (const result of await runBenchmark(benchmark, rounds)) {
      process.stdout.write(
        `${JSON.stringify({ ...result, node: process.version })}\n`,
      );
    }
  } finally {
    benchmark.end();
  }
}

main(Number(process.argv[2] ?? 15)).catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
