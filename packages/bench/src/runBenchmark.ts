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

/**
 * One way to do the work of a benchmark.
 *
 * @public
 */
export interface Variant<Output> {
  readonly name: string;
  /** `limit` is the least that any implementation has to do. */
  readonly role: 'ours' | 'peer' | 'limit';
  /** What has to be there before. */
  prepare?(): Promise<void>;
  /** Only this is timed. */
  run(): Promise<Output>;
  /** Throws if the answer is wrong: a fast wrong answer is no result. */
  check(output: Output): Promise<void>;
  /** What else it cost: requests, bytes. Of the last round. */
  counts?(output: Output): Readonly<Record<string, number>>;
}

/**
 * The same work done by us, by peers, and as little of it as possible.
 *
 * @public
 */
export interface Benchmark<Output> {
  readonly id: string;
  readonly variants: readonly Variant<Output>[];
  /** Removes what the benchmark put down. */
  end(): void | Promise<void>;
}

/**
 * One line of output: milliseconds over all rounds of a variant.
 *
 * @public
 */
export interface Result {
  readonly benchmark: string;
  readonly variant: string;
  readonly role: Variant<unknown>['role'];
  readonly rounds: number;
  readonly minimum: number;
  readonly median: number;
  /** 95 of 100 rounds take no longer. */
  readonly p95: number;
  readonly maximum: number;
  readonly counts?: Readonly<Record<string, number>>;
}

/**
 * Runs every variant in turn, A B C A B C …, after one round to warm up, and
 * drops no round. Every answer is checked outside the time.
 *
 * @public
 */
export async function runBenchmark<Output>(
  { id, variants }: Benchmark<Output>,
  rounds: number,
): Promise<readonly Result[]> {
  const times = variants.map((): number[] => []);
  const counts = variants.map(
    (): Readonly<Record<string, number>> | undefined => undefined,
  );
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, variant] of variants.entries()) {
      await variant.prepare?.();
      const start = performance.now();
      const output = await variant.run();
      const time = performance.now() - start;
      await variant.check(output);
      counts[index] = variant.counts?.(output);
      if (round > 0) times[index].push(time);
    }
  }
  return variants.map(({ name, role }, index) => {
    const sorted = times[index].toSorted((left, right) => left - right);
    const at = (share: number) =>
      Number(sorted[Math.floor(share * (rounds - 1))].toFixed(1));
    return {
      benchmark: id,
      variant: name,
      role,
      rounds,
      minimum: at(0),
      median: at(0.5),
      p95: at(0.95),
      maximum: at(1),
      ...(counts[index] && { counts: counts[index] }),
    };
  });
}
