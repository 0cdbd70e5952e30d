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

import fc from 'fast-check';
import { AssessmentClock } from './AssessmentClock';
import { instantOf } from './instantOf';

const now = '2026-11-21T09:00:00Z';
const at = (time: string) => Date.parse(`2026-11-21T${time}Z`);

describe('AssessmentClock', () => {
  it('never changes its mind when nothing was compared, or all has come', () => {
    const clock = new AssessmentClock(now);
    expect(clock.hasCome(at('09:00:00'))).toBe(true);
    expect(clock.isOlder(at('08:00:00'), 3599)).toBe(true);
    expect(clock.nextChangeAt).toBeUndefined();
  });

  it('says the first instant at which an answer will be another', () => {
    const clock = new AssessmentClock(now);
    expect(clock.hasCome(at('12:00:00'))).toBe(false);
    expect(clock.isOlder(at('08:45:00'), 1800)).toBe(false);
    expect(clock.nextChangeAt).toBe('2026-11-21T09:15:00.001Z');
  });

  it('counts exactly the limit as not older', () => {
    expect(new AssessmentClock(now).isOlder(at('08:00:00'), 3600)).toBe(false);
  });

  it('refuses what is no instant', () => {
    expect(() => new AssessmentClock('now')).toThrow(
      '"now" is no instant; write it like 2026-11-21T02:00:00Z',
    );
  });

  it('has the other answer at the instant that it said, and not before', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000, max: 10_000 }),
        fc.integer({ min: 0, max: 10_000 }),
        (age, limit) => {
          const instant = at('09:00:00') + age * 1000;
          const clock = new AssessmentClock(now);
          fc.pre(!clock.isOlder(instant, limit));
          const next = Date.parse(clock.nextChangeAt!);
          const later = (instantThen: number) =>
            new AssessmentClock(new Date(instantThen).toISOString()).isOlder(
              instant,
              limit,
            );
          expect([later(next - 1), later(next)]).toEqual([false, true]);
        },
      ),
    );
  });
});

describe('instantOf', () => {
  it.each([
    ['2026-11-21T09:00:00Z', 0],
    ['2026-11-21T09:00:00.25Z', 250],
    ['2026-11-21T09:00:00.123456Z', 123],
    ['2026-11-21T10:00:00+01:00', 0],
    ['2026-11-21', undefined],
    ['2026-13-21T09:00:00Z', undefined],
    ['2026-11-21 09:00:00 +0000 UTC', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('reads %p', (text, after) => {
    expect(instantOf(text)).toBe(
      after === undefined ? undefined : at('09:00:00') + after,
    );
  });
});
