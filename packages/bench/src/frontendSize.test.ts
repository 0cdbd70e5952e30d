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

import { frontendSize } from './frontendSize';
import { runBenchmark } from './runBenchmark';

/** Bytes, zipped, over what each portal has. */
const budgets = [
  { part: 'entry', budget: 8_000 },
  { part: 'cards/index.ts', budget: 25_000 },
  { part: 'tab/index.ts', budget: 40_000 },
  { part: 'fleet/index.ts', budget: 40_000 },
];

describe('the size of the frontend', () => {
  it('stays within its budgets', async () => {
    const { variants, ...benchmark } = frontendSize();
    const [{ counts }] = await runBenchmark(
      { ...benchmark, variants: variants.slice(0, 1) },
      1,
    );
    for (const { part, budget } of budgets) {
      expect({ part, bytes: counts?.[part] }).toEqual({
        part,
        bytes: expect.any(Number),
      });
      expect(counts![part]).toBeLessThan(budget);
    }
  }, 60_000);
});
