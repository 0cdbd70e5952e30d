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

import { describeWithServers } from '@basewell/testkit';
import { runBenchmark } from './runBenchmark';
import { sealing } from './sealing';

describeWithServers('sops')('the sealing benchmark', () => {
  it('gets right answers from everybody, and a time', async () => {
    const benchmark = sealing({ files: 2 });
    const results = await runBenchmark(benchmark, 1);
    benchmark.end();
    expect(results.map(({ role }) => role)).toEqual([
      'ours',
      'ours',
      'peer',
      'limit',
    ]);
    for (const { minimum, median, maximum } of results) {
      expect(minimum).toBeGreaterThan(0);
      expect(median).toBeGreaterThanOrEqual(minimum);
      expect(maximum).toBeGreaterThanOrEqual(median);
    }
  });
});
