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

import { rateLimitReset } from './rateLimitReset';

const now = Date.parse('2026-11-21T10:00:00Z');
const later = now + 30_000;

describe('rateLimitReset', () => {
  it.each([
    { headers: {}, at: undefined, reason: 'nothing is limited' },
    { headers: { 'retry-after': '30' }, at: later, reason: 'seconds' },
    { headers: { 'retry-after': '-5' }, at: now, reason: 'never in the past' },
    {
      headers: { 'retry-after': 'Sat, 21 Nov 2026 10:00:30 GMT' },
      at: later,
      reason: 'a date',
    },
    { headers: { 'retry-after': 'soon' }, at: undefined, reason: 'nonsense' },
    {
      headers: {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(later / 1000),
      },
      at: later,
      reason: 'nothing remains on GitHub',
    },
    {
      headers: {
        'ratelimit-remaining': '0',
        'ratelimit-reset': String(later / 1000),
      },
      at: later,
      reason: 'nothing remains on GitLab',
    },
    {
      headers: {
        'x-ratelimit-remaining': '1',
        'x-ratelimit-reset': String(later / 1000),
      },
      at: undefined,
      reason: 'something remains',
    },
  ])('$reason', ({ headers, at }) => {
    const given = new Headers(headers as Record<string, string>);
    expect(rateLimitReset(given, now)).toBe(at);
  });
});
