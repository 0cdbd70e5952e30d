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

import { checkRetention, checkSchedule } from '.';

describe('checkSchedule', () => {
  it.each([
    ['0 0 2 * * *'],
    ['0 0/6 * * * *'],
    ['0 0 2 ? * MON-FRI'],
    ['0 30 1,13 1-15/2 jan sun'],
    ['0 0 2 1 * 1'],
    ['@daily'],
    ['@every 24h'],
    ['@every 1h30m'],
  ])('accepts %p', schedule => {
    expect(checkSchedule(schedule)).toBeUndefined();
  });

  it.each([
    {
      reason: 'five fields run hourly',
      schedule: '0 2 * * *',
      says: /five fields.*write six, seconds first: 0 0 2 \* \* \*$/,
    },
    { reason: 'four fields', schedule: '0 2 * *', says: /has 4 fields/ },
    { reason: 'seven fields', schedule: '0 0 2 * * * *', says: /has 7 fields/ },
    {
      reason: 'Sunday is 0',
      schedule: '0 0 0 * * 7',
      says: /"7" as its day of the week; write 0 \(Sunday\)/,
    },
    {
      reason: 'there is no hour 24',
      schedule: '0 0 24 * * *',
      says: /"24" as its hour/,
    },
    {
      reason: 'no last day',
      schedule: '0 0 2 L * *',
      says: /day of the month/,
    },
    {
      reason: 'no nth weekday',
      schedule: '0 0 2 * * MON#1',
      says: /day of the week/,
    },
    {
      reason: 'no time zone',
      schedule: 'TZ=UTC 0 0 2 * * *',
      says: /7 fields/,
    },
    { reason: 'no reboot', schedule: '@reboot', says: /has 1 field,/ },
    { reason: 'a step of zero', schedule: '0 */0 * * * *', says: /minute/ },
    { reason: 'a word', schedule: 'daily', says: /write 0 0 2 \* \* \*/ },
  ])('refuses $schedule: $reason', ({ schedule, says }) => {
    expect(checkSchedule(schedule)).toMatch(says);
  });
});

describe('checkRetention', () => {
  it.each([['30d'], ['1w'], ['12m']])('accepts %p', retention => {
    expect(checkRetention(retention)).toBeUndefined();
  });

  it.each([
    ['30', '30d'],
    ['30 days', '30d'],
    ['4W', '4w'],
    ['0d', '30d'],
    ['2 years', '24m'],
    ['forever', '30d'],
  ])('refuses %p and suggests %p', (retention, suggestion) => {
    expect(checkRetention(retention)).toMatch(
      new RegExp(`such as ${suggestion}$`),
    );
  });
});
