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

import { JsonValue } from '@backstage/types';
import { scanForSecret } from './secrets/scanForSecret';

/**
 * Where a task dies: at its nth checkpoint (from 0), after the work is done,
 * before or after its result is kept.
 *
 * @public
 */
export interface CrashPoint {
  readonly checkpoint: number;
  readonly result: 'lost' | 'kept';
}

/**
 * Thrown in place of a process that dies.
 *
 * @public
 */
export class SimulatedCrash extends Error {
  readonly name = 'SimulatedCrash';
}

/**
 * The checkpoints of one scaffolder task, over all of its runs.
 *
 * @public
 */
export interface ReplayingCheckpoint {
  /** As in an action's context. */
  checkpoint<T extends JsonValue | void>(options: {
    readonly key: string;
    readonly fn: () => Promise<T> | T;
  }): Promise<T>;
  /** The next run dies there; without a point none dies. */
  crashAt(point: CrashPoint | undefined): void;
  /** Every place where the runs so far could have died. */
  crashPoints(): readonly CrashPoint[];
  /** What the task's row in the database would hold, as JSON. */
  readonly stored: ReadonlyMap<string, string>;
}

/**
 * A checkpoint as the scaffolder has it: a result that was kept is given back
 * as parsed JSON and the work is not done again; work whose result was lost is.
 * Each result is searched for secrets when it is kept.
 *
 * @param options - `secrets`: label to value, asked at each checkpoint, as a
 *   secret may have been generated in between
 *
 * @example
 * ```ts
 * const task = replayingCheckpoint({ secrets: () => ({ password }) });
 * task.crashAt({ checkpoint: 1, result: 'lost' });
 * await expect(run(task.checkpoint)).rejects.toThrow(SimulatedCrash);
 * task.crashAt(undefined);
 * await run(task.checkpoint);
 * ```
 *
 * @public
 */
export function replayingCheckpoint(
  options: {
    readonly secrets?: () => Readonly<Record<string, string>>;
  } = {},
): ReplayingCheckpoint {
  const { secrets = () => ({}) } = options;
  const stored = new Map<string, string>();
  let crash: CrashPoint | undefined;

  function crashIf(checkpoint: number, result: CrashPoint['result']): void {
    if (crash?.checkpoint === checkpoint && crash.result === result) {
      throw new SimulatedCrash(
        `the task died at checkpoint ${checkpoint}, its result ${result}`,
      );
    }
  }

  return {
    stored,
    async checkpoint({ key, fn }) {
      const kept = stored.get(key);
      if (kept !== undefined) {
        return JSON.parse(kept).value;
      }
      const position = stored.size;
      const value = await fn();
      crashIf(position, 'lost');
      const row = JSON.stringify({ value });
      const [sighting] = scanForSecret(
        secrets(),
        `${key} ${row}`,
        `the checkpoint ${key}`,
      );
      if (sighting) {
        throw new Error(
          `${sighting.where} holds the secret "${sighting.secret}" (${sighting.form}); a checkpoint is stored in clear`,
        );
      }
      stored.set(key, row);
      crashIf(position, 'kept');
      return JSON.parse(row).value;
    },
    crashAt(point) {
      crash = point;
    },
    crashPoints() {
      return [...stored.keys()].flatMap((_key, checkpoint) => [
        { checkpoint, result: 'lost' } as const,
        { checkpoint, result: 'kept' } as const,
      ]);
    },
  };
}
