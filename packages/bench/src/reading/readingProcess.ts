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

/*
 * Reads all CNPG clusters in one of several ways, in a process of its own. It is
 * forked with the name of the way and a `ReadingAccess`, answers each message with a
 * `ReadingReport`, the first when everything is read, and ends with its parent.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { readings } from './readings';
import type { ReadingReport } from './ReadingReport';

const [name, access] = process.argv.slice(2);
const collect = (globalThis as { gc?: () => void }).gc!;

async function main(): Promise<void> {
  collect();
  const heapBefore = process.memoryUsage().heapUsed;
  const began = performance.now();
  const read = await readings[name]();
  const loading = performance.now() - began;
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  let firstRow: number | undefined;
  let synced: number | undefined;
  let objects = 0;
  let changes = 0;
  const report = (): ReadingReport => {
    const stall = delay.max / 1e6;
    collect();
    delay.reset();
    const { heapUsed, rss } = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    return {
      firstRow: firstRow!,
      synced: synced!,
      loading,
      stall,
      objects,
      changes,
      heapBytes: heapUsed - heapBefore,
      residentBytes: rss,
      cpuMilliseconds: (user + system) / 1000,
    };
  };
  await new Promise<void>((resolve, reject) => {
    read(JSON.parse(access), {
      seen() {
        firstRow ??= performance.now() - start;
        changes += 1;
      },
      synced(count) {
        objects = count;
        if (synced === undefined) {
          synced = performance.now() - start;
          resolve();
        }
      },
    }).catch(reject);
  });
  // The turn in which the last object came has to end to be measured.
  await new Promise(resolve => {
    setTimeout(resolve, 20);
  });
  process.send!(report());
  changes = 0;
  process.on('message', () => process.send!(report()));
}

process.on('disconnect', () => process.exit());
main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
