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

import { AssessmentClock } from '../assessment';
import { nextFire } from '../schedules';
import { BackupPlan } from './BackupPlan';

const MINUTE = 60_000;
const HALF_HOUR = 30 * MINUTE;

/** What a schedule promised since the last good backup. */
export interface BackupPromise {
  readonly plan: BackupPlan;
  /** Milliseconds. */
  readonly interval: number;
  /** How long after its slot a backup may come: milliseconds. */
  readonly grace: number;
  /** Slots without a good backup, oldest first; at most two are counted. */
  readonly missed: readonly number[];
  /** The next slot from now on; left out for never. */
  readonly next?: number;
}

/**
 * @param options.since - the last good backup, or when it could begin:
 *   milliseconds since the epoch
 * @param options.first - whether there is no good one yet
 * @param options.duration - how long they take: milliseconds
 * @param options.graceUnknown - grace when nobody knows that: seconds
 */
export function judgePromise(
  plan: BackupPlan,
  clock: AssessmentClock,
  options: {
    readonly since: number;
    readonly first: boolean;
    readonly duration?: number;
    readonly graceUnknown: number;
  },
): BackupPromise | undefined {
  const { schedule, interval, zone, immediate } = plan;
  if (!schedule || interval === undefined) {
    return undefined;
  }
  const { since, first, duration, graceUnknown } = options;
  const wanted =
    duration === undefined
      ? graceUnknown * 1000
      : Math.max(HALF_HOUR, 2 * duration);
  const grace = Math.min(wanted, interval / 2);
  const missed: number[] = [];
  let slot: number | undefined =
    first && immediate ? since : nextFire(schedule, since, zone);
  while (
    slot !== undefined &&
    missed.length < 2 &&
    clock.hasCome(slot + grace)
  ) {
    missed.push(slot);
    slot = nextFire(schedule, slot, zone);
  }
  return {
    plan,
    interval,
    grace,
    missed,
    next: nextFire(schedule, clock.now, zone),
  };
}
