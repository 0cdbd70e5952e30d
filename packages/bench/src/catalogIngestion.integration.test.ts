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

import { catalogIngestion } from './catalogIngestion';
import { runBenchmark } from './runBenchmark';

jest.setTimeout(120_000);

// Times are those of a busy machine; what is counted is the same everywhere.
test('an unchanged catalog takes one request and no write, and a change a few', async () => {
  const benchmark = await catalogIngestion({ databases: 60 });
  const results = await runBenchmark(benchmark, 1);
  await benchmark.end();
  const [first, unchanged, changed] = results.map(({ counts = {} }) => counts);
  expect(first).toMatchObject({ requests: 1 });
  expect(unchanged).toMatchObject({ requests: 1, writes: 0 });
  expect(changed).toMatchObject({ requests: 1 });
  expect(unchanged.statements).toBeLessThan(10);
  expect(changed.statements).toBeLessThan(10);
});
