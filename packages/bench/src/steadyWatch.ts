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

import { setTimeout as sleep } from 'node:timers/promises';
import { rounded } from './firstSync';
import { clusterObject, referenceTo } from './observed/clusterObject';
import { KubernetesScene } from './observed/KubernetesScene';
import { ReadingReport } from './reading/ReadingReport';
import { startReading } from './reading/startReading';
import type { Benchmark, Variant } from './runBenchmark';

/** What a process did while it watched. */
interface Watched extends ReadingReport {
  /** Changes of status that were written while it watched. */
  readonly written: number;
}

/**
 * Watching for some time while statuses change, so many a second: what the
 * counts say is the result, not the time. The writer is another process than
 * the reader. The limit reads bytes and keeps nothing.
 *
 * @param options - `rate` in changes a second, `duration` in milliseconds
 *
 * @public
 */
export async function steadyWatch(
  { api, databases }: KubernetesScene,
  options: { readonly rate: number; readonly duration: number },
): Promise<Benchmark<Watched>> {
  const { rate, duration } = options;
  let count = 0;

  async function change(): Promise<void> {
    const { object } = clusterObject(count++ % databases);
    // Every change is one, whatever was there before.
    const phaseReason = `change ${count}`;
    await api.client.patchStatus(referenceTo(object), { phaseReason });
  }

  async function watch(reading: string): Promise<Watched> {
    const { first, report, stop } = await startReading(reading, api);
    const writes: Promise<void>[] = [];
    const end = performance.now() + duration;
    let last: ReadingReport;
    try {
      for (let due = performance.now(); performance.now() < end;) {
        if (rate) {
          writes.push(change());
        }
        due += 1000 / (rate || 1);
        await sleep(Math.max(0, due - performance.now()));
      }
      await Promise.all(writes);
      // An event comes about when its write is answered.
      await sleep(500);
      last = await report();
    } finally {
      await stop();
    }
    return {
      ...last,
      cpuMilliseconds: last.cpuMilliseconds - first.cpuMilliseconds,
      written: writes.length,
    };
  }

  const variants: readonly (readonly [
    reading: string,
    name: string,
    role: Variant<unknown>['role'],
  ])[] = [
    ['ours', 'ours', 'ours'],
    ['client-node', 'client-node ListWatch', 'peer'],
    ['bytes', 'bytes, nothing parsed', 'limit'],
  ];
  return {
    id: `watching ${databases} databases, ${rate} changes/s for ${duration / 1000} s`,
    variants: variants.map(([reading, name, role]) => ({
      name,
      role,
      run: () => watch(reading),
      async check({ changes, written }) {
        if (changes !== written) {
          throw new Error(`${name} saw ${changes} of ${written} changes`);
        }
      },
      counts: rounded,
    })),
    end: () => {},
  };
}
