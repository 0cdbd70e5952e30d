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

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  cnpgCron,
  describeSchedule,
  kubernetesCron,
  namedZone,
  nextFire,
  parseSchedule,
  slotsBetween,
  suggestSixFields,
  utc,
} from '.';

interface Vector {
  readonly dialect: 'cnpg' | 'kubernetes';
  readonly expression: string;
  readonly after: string;
  readonly zone: string;
  readonly next: readonly string[];
  readonly error?: true;
}

const dialects = { cnpg: cnpgCron, kubernetes: kubernetesCron };

/** Made by robfigCron.go, with the real libraries. */
const vectors: readonly Vector[] = readFileSync(
  join(__dirname, '__fixtures__', 'robfigCron.jsonl'),
  'utf8',
)
  .trim()
  .split('\n')
  .map(line => JSON.parse(line));

it('compares with enough of what robfig/cron does', () => {
  expect(new Set(vectors.map(row => row.expression)).size).toBeGreaterThan(100);
});

describe('nextFire', () => {
  it.each(vectors)(
    'reads "$expression" like $dialect, in $zone after $after',
    ({ dialect, expression, after, zone, next, error }) => {
      const schedule = parseSchedule(expression, dialects[dialect]);
      expect(schedule === undefined).toBe(error === true);
      const fires: string[] = [];
      let instant: number | undefined = Date.parse(after);
      while (schedule && fires.length < 5) {
        instant = nextFire(schedule, instant, namedZone(zone)!);
        if (instant === undefined) {
          break;
        }
        fires.push(new Date(instant).toISOString().replace('.000', ''));
      }
      expect(fires).toEqual(next);
    },
  );

  it('goes on by whole seconds, past nothing', () => {
    const item = fc.constantFrom('*', '0', '1', '5', '*/7', '2-4', '1,3');
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 6, maxLength: 6 }),
        fc.integer({ min: 0, max: 4e12 }),
        (fields, after) => {
          const expression = fields
            .map((field, at) => (field === '0' && at > 2 ? '1' : field))
            .join(' ');
          const schedule = parseSchedule(expression, cnpgCron)!;
          const fire = nextFire(schedule, after, utc);
          // Such as a first of January that is a Monday.
          fc.pre(fire !== undefined);
          expect(fire).toBeGreaterThan(after);
          expect(fire % 1000).toBe(0);
          // Nothing fires in between.
          expect(nextFire(schedule, fire - 1000, utc)).toBe(fire);
        },
      ),
    );
  });
});

describe('slotsBetween', () => {
  const daily = parseSchedule('0 0 2 * * *', cnpgCron)!;
  const at = (text: string) => Date.parse(text);

  it.each([
    {
      reason: 'the start does not count, the end does',
      from: '2026-11-20T02:00:00Z',
      to: '2026-11-21T02:00:00Z',
      slots: ['2026-11-21T02:00:00.000Z'],
    },
    {
      reason: 'nothing between',
      from: '2026-11-20T02:00:00Z',
      to: '2026-11-21T01:59:59Z',
      slots: [],
    },
    {
      reason: 'at most the limit',
      from: '2026-01-01T00:00:00Z',
      to: '2026-11-21T00:00:00Z',
      slots: ['2026-01-01T02:00:00.000Z', '2026-01-02T02:00:00.000Z'],
    },
    {
      reason: 'the wrong way round',
      from: '2026-11-21T00:00:00Z',
      to: '2026-11-20T00:00:00Z',
      slots: [],
    },
  ])('$reason', ({ from, to, slots }) => {
    expect(
      slotsBetween(daily, at(from), at(to), 2).map(slot =>
        new Date(slot).toISOString(),
      ),
    ).toEqual(slots);
  });
});

describe('namedZone', () => {
  it('knows only zones that there are', () => {
    expect(namedZone('Europe/Nowhere')).toBeUndefined();
  });
});

describe('describeSchedule', () => {
  it.each([
    {
      expression: '0 0 2 * * *',
      en: 'every day at 02:00',
      ru: 'каждый день в 02:00',
    },
    {
      expression: '0 2 * * *',
      en: 'every hour at minute 2',
      ru: 'каждый час (минута 2)',
    },
    {
      expression: '30 2 * * *',
      en: 'every hour at minute 2, at second 30',
      ru: 'каждый час (минута 2), секунда 30',
    },
    { expression: '* * * * *', en: 'every second', ru: 'каждую секунду' },
    { expression: '0 * * * * *', en: 'every minute', ru: 'каждую минуту' },
    { expression: '0 0/6 * * *', en: 'every 6 minutes', ru: 'каждые 6 мин' },
    {
      expression: '0 0 */6 * * *',
      en: 'every 6 hours at minute 0',
      ru: 'каждые 6 ч (минута 0)',
    },
    {
      expression: '0 30 1,13 * * *',
      en: 'every day at 01:30 and 13:30',
      ru: 'каждый день в 01:30 и 13:30',
    },
    {
      expression: '0 0 2 * * SUN',
      en: 'on Sunday at 02:00',
      ru: 'по воскресеньям в 02:00',
    },
    {
      expression: '0 0 * * * 6',
      en: 'every hour at minute 0, on Saturday',
      ru: 'каждый час (минута 0), по субботам',
    },
    {
      expression: '0 0 2 1 * 1',
      en: 'on day 1 of the month and on Monday at 02:00',
      ru: '1 числа и по понедельникам в 02:00',
    },
    {
      expression: '0 0 2 */15 * 1',
      en: 'on day 1, 16 and 31 of the month, if it is also a Monday, at 02:00',
      ru: '1, 16 и 31 числа, если это понедельник, в 02:00',
    },
    {
      expression: '0 0 2 1 1,7 *',
      en: 'on day 1 of the month in January and July at 02:00',
      ru: '1 числа в январе и июле в 02:00',
    },
    {
      expression: '0 */5 1-5 * * *',
      en: 'every day at minute 0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50 and 55 of hour 1–5',
      ru: 'каждый день (минута 0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50 и 55, час 1–5)',
    },
    { expression: '@every 90m', en: 'every 90 min', ru: 'каждые 90 мин' },
    { expression: '@every 24h', en: 'every 24 h', ru: 'каждые 24 ч' },
    {
      expression: '@weekly',
      en: 'on Sunday at 00:00',
      ru: 'по воскресеньям в 00:00',
    },
    { expression: '0 0 24 * * *', en: 'never', ru: 'никогда' },
  ])('says of $expression: $en', ({ expression, en, ru }) => {
    expect(describeSchedule(expression)).toBe(en);
    expect(describeSchedule(expression, { language: 'ru' })).toBe(ru);
  });

  it('reads as the dialect does', () => {
    expect(describeSchedule('0 5 * * 0', { dialect: kubernetesCron })).toBe(
      'on Sunday at 05:00',
    );
  });
});

describe('suggestSixFields', () => {
  it.each([
    ['0 2 * * *', '0 0 2 * * *'],
    [' 30 4 * *  MON ', '0 30 4 * * MON'],
    ['0 0 2 * * *', undefined],
    ['@daily', undefined],
    ['0 25 * * *', undefined],
  ])('of %p: %p', (expression, meant) => {
    expect(suggestSixFields(expression)).toBe(meant);
  });
});
