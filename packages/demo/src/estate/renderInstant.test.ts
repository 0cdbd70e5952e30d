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

import { renderInstant } from './renderInstant';

const moment = {
  now: Date.parse('2026-11-21T12:07:30Z'),
  start: Date.parse('2026-11-21T12:00:00Z'),
};

it.each([
  ['start', '2026-11-21T12:00:00Z'],
  ['start -26h', '2026-11-20T10:00:00Z'],
  ['last 02:00', '2026-11-21T02:00:00Z'],
  ['last 02:00:38 -38s -1d', '2026-11-20T02:00:00Z'],
  ['last 12:07:30', '2026-11-21T12:07:30Z'],
  ['last 12:07:31', '2026-11-20T12:07:31Z'],
  ['next 02:00', '2026-11-22T02:00:00Z'],
  ['next 12:07:30', '2026-11-22T12:07:30Z'],
  ['last 6m into 10m', '2026-11-21T12:06:00Z'],
  ['last 8m into 10m', '2026-11-21T11:58:00Z'],
  ['next 8m into 10m', '2026-11-21T12:08:00Z'],
  ['last 02:00 as stamp', '20261121020000'],
  ['last 02:00 +3d as go', '2026-11-24 02:00:00 +0000 UTC'],
  ['start as unix', '1795262400'],
  ['start as micro', '2026-11-21T12:00:00.000000Z'],
])('%s is %s', (expression, text) => {
  expect(renderInstant(expression, moment)).toBe(text);
});

it.each(['now', 'last', 'start 02:00', '-26h', 'last 2:00', 'start as date'])(
  'refuses %s',
  expression => {
    expect(() => renderInstant(expression, moment)).toThrow('is no time');
  },
);
