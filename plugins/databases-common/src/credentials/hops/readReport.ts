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

import { instantOf, parseDuration, sinceOf } from '../../assessment';
import { SecretCondition } from '../../kinds';
import { HopReport, HopScene } from '../TracedHop';

/** Beyond the polls that it may miss, for slow answers: seconds. */
const SLACK = 60;
/** How many polls it may miss. */
const MISSED = 3;

/**
 * What conditions say, when one of them does not hold. `Unknown` is said while
 * the operator is at work.
 */
export function failureOf(
  conditions: readonly SecretCondition[],
  types: readonly string[],
): Extract<HopReport, { says: 'failing' }> | undefined {
  const failed = conditions.find(
    ({ type, status }) => types.includes(type) && status === 'False',
  );
  return (
    failed && {
      says: 'failing',
      text:
        [failed.reason, failed.message].filter(Boolean).join(': ') ||
        failed.type,
      ...sinceOf(failed.at),
    }
  );
}

/** When the operator set one of these conditions last, and it held: UTC ISO. */
export function heldAt(
  conditions: readonly SecretCondition[],
  types: readonly string[],
): string | undefined {
  return conditions
    .filter(({ type, status }) => types.includes(type) && status === 'True')
    .flatMap(({ at }) => sinceOf(at).since ?? [])
    .sort()
    .at(-1);
}

/** Whether the operator has not come to the newest generation yet. */
export function isBehind(data: {
  readonly generation?: number;
  readonly observedGeneration?: number;
}): boolean {
  return (
    data.generation !== undefined &&
    data.observedGeneration !== undefined &&
    data.observedGeneration < data.generation
  );
}

/**
 * A poll that went well, unless the next ones should have come since. A time that
 * is to come was written by a clock that is wrong, and tells nothing.
 *
 * @param every - as it is declared: `60s`; none when it polls no more
 */
export function polled(
  at: string,
  every: string | undefined,
  scene: HopScene,
): HopReport {
  const { clock, settings } = scene;
  const seconds = parseDuration(every ?? '');
  const instant = instantOf(at);
  if (instant === undefined || isAhead(instant, scene)) {
    return { says: 'untimed' };
  }
  if (!seconds) {
    return { says: 'good', at, once: true };
  }
  return clock.isOlder(instant, MISSED * seconds + settings.clockSkew + SLACK)
    ? { says: 'silent', at, every: seconds }
    : { says: 'good', at };
}

/** Whether a time is further ahead than clocks may differ. */
export function isAhead(
  instant: number,
  { clock, settings }: Pick<HopScene, 'clock' | 'settings'>,
): boolean {
  return !clock.hasCome(instant - settings.clockSkew * 1000);
}
