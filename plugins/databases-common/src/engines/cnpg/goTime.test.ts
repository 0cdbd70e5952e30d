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

import { goTime } from './goTime';

describe('goTime', () => {
  it.each([
    {
      text: '2026-02-19 12:34:56 +0000 UTC',
      instant: '2026-02-19T12:34:56.000Z',
    },
    {
      text: '2026-02-19 12:34:56 +0100 CET',
      instant: '2026-02-19T11:34:56.000Z',
    },
    {
      text: '2026-02-19 12:34:56.789012345 +0000 UTC',
      instant: '2026-02-19T12:34:56.789Z',
    },
    {
      text: '2026-02-19 12:34:56 -0330 -0330',
      instant: '2026-02-19T16:04:56.000Z',
    },
    {
      text: '2026-02-19 12:34:56 +0000 UTC m=+0.000123',
      instant: '2026-02-19T12:34:56.000Z',
    },
    { text: '2026-02-19 12:34:56 +0000', instant: '2026-02-19T12:34:56.000Z' },
  ])('reads $text', ({ text, instant }) => {
    expect(new Date(goTime(text)!).toISOString()).toBe(instant);
  });

  it.each([
    '',
    '2026-02-19T12:34:56Z',
    '2026-13-19 12:34:56 +0000 UTC',
    '2026-02-19 12:34:56',
    'never',
  ])('does not guess at %p', text => {
    expect(goTime(text)).toBeUndefined();
  });
});
