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
import { changeLatency } from './changeLatency';
import { entityPage } from './entityPage';
import { failureIsolation } from './failureIsolation';
import { firstSync } from './firstSync';
import { fleetPage } from './fleetPage';
import { PortalScene } from './portal/PortalScene';
import type { Benchmark } from './runBenchmark';
import { steadyWatch } from './steadyWatch';

jest.setTimeout(600_000);

interface Counted {
  readonly name: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** Times are those of a busy machine; what is counted is the same everywhere. */
const cases: readonly {
  readonly benchmark: (scene: PortalScene) => Promise<Benchmark<any>>;
  readonly counted: string;
  readonly expected: (results: readonly Counted[]) => void;
}[] = [
  {
    benchmark: scene => entityPage(scene, { viewers: 5, delay: 0 }),
    counted: 'no lists for a page of ours, 3 for each viewer and cluster else',
    expected: results =>
      expect(results.map(({ counts }) => counts.lists)).toEqual([
        0,
        5 * 3 * 3,
        5 * 3 * 3,
        0,
      ]),
  },
  {
    benchmark: fleetPage,
    counted: 'a page of 50 has at most 15 kB, zipped',
    expected: ([ours, peer]) => {
      expect(ours.counts.bytes).toBeLessThan(15_000);
      expect(peer.counts.bytes).toBeGreaterThan(ours.counts.bytes);
    },
  },
  {
    benchmark: firstSync,
    counted: 'everybody reads everything, once',
    expected: results =>
      results.forEach(({ name, counts }) => {
        expect({ name, ...counts }).toMatchObject({
          ...{ name, objects: 200, changes: 200 },
        });
      }),
  },
  {
    benchmark: ({ kubernetes }) =>
      steadyWatch(kubernetes, { rate: 10, duration: 2_000 }),
    counted: 'each change is seen once',
    expected: results =>
      results.forEach(({ counts }) => {
        expect(counts.changes).toBe(counts.written);
        expect(counts.written).toBeGreaterThan(0);
      }),
  },
  {
    benchmark: changeLatency,
    counted: 'a change reaches everybody',
    expected: results =>
      expect(results.map(({ counts }) => counts.questions > 0)).toEqual([
        true,
        true,
        true,
      ]),
  },
  {
    benchmark: failureIsolation,
    counted: 'our page comes while one of three is dead, the other does not',
    expected: results =>
      expect(results.map(({ counts }) => counts.answered)).toEqual([1, 0, 1]),
  },
];

describeWithServers('kubernetes')('the benchmarks of what is observed', () => {
  let scene: PortalScene;

  beforeAll(async () => {
    scene = await PortalScene.start({ databases: 200, kubernetesClusters: 3 });
  });

  afterAll(() => scene?.stop());

  it.each(cases)('$counted', async ({ benchmark, expected }) => {
    const running = await benchmark(scene);
    try {
      expected(await countOnce(running));
    } finally {
      await running.end();
    }
  });
});

/** Every variant once, its answer checked. */
async function countOnce({
  variants,
}: Benchmark<any>): Promise<readonly Counted[]> {
  const results: Counted[] = [];
  for (const { name, run, check, counts } of variants) {
    const output = await run();
    await check(output);
    results.push({ name, counts: counts?.(output) ?? {} });
  }
  return results;
}
