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

import { scheduleWords } from './scheduleWords';

describe('scheduleWords', () => {
  it.each([
    { schedule: '0 0 2 * * *', expected: { every: 'day', time: '02:00' } },
    { schedule: '0 30 14 * * *', expected: { every: 'day', time: '14:30' } },
    {
      schedule: '0 5 3 * * 1',
      expected: { every: 'week', day: 1, time: '03:05' },
    },
    { schedule: '@daily', expected: { every: 'day', time: '00:00' } },
    { schedule: '@hourly', expected: { every: 'hour' } },
    { schedule: '0 0 */6 * * *', expected: { every: 'other' } },
    { schedule: '0 2 * * *', expected: { every: 'other' } },
    { schedule: 'toString', expected: { every: 'other' } },
  ])('reads $schedule', ({ schedule, expected }) => {
    expect(scheduleWords(schedule)).toEqual(expected);
  });
});
