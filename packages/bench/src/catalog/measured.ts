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

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { CatalogScene } from './CatalogScene';

/** What a piece of work cost besides its time. */
export interface IngestionCost {
  readonly statements: number;
  readonly writes: number;
  readonly requests: number;
  /** The longest time in which the process did nothing else. */
  readonly stallMilliseconds: number;
  /** The most that was in use, over what was before. */
  readonly heapMegabytes: number;
}

const LOOK_EACH_MS = 5;
const BYTES_PER_MEGABYTE = 2 ** 20;

/** Does it, and says what it cost. */
export async function measured(
  scene: CatalogScene,
  work: () => Promise<unknown>,
): Promise<IngestionCost> {
  const { all, writes } = scene.statements;
  const { requests } = scene;
  const before = heapUsed();
  let most = before;
  const look = setInterval(() => {
    most = Math.max(most, heapUsed());
  }, LOOK_EACH_MS);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  try {
    // The first look has nothing to compare with.
    await setTimeout(LOOK_EACH_MS);
    await work();
    // What was in the way of the last look counts, too.
    await setTimeout(LOOK_EACH_MS);
    most = Math.max(most, heapUsed());
  } finally {
    clearInterval(look);
    delay.disable();
  }
  return {
    statements: scene.statements.all - all,
    writes: scene.statements.writes - writes,
    requests: scene.requests - requests,
    stallMilliseconds: Math.round(delay.max / 1e6),
    heapMegabytes: Math.round((most - before) / BYTES_PER_MEGABYTE),
  };
}

function heapUsed(): number {
  return process.memoryUsage().heapUsed;
}
