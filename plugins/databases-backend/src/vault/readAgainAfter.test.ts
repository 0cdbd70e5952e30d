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

import { VaultEntryData } from '@basewell/plugin-databases-common/domain';
import { readAgainAfter } from './readAgainAfter';

const now = Date.parse('2026-11-21T12:00:00Z');
const MINUTE = 60_000;

describe('readAgainAfter', () => {
  it.each<{
    reason: string;
    entry: VaultEntryData['entry'];
    minutes: number;
  }>([
    {
      reason: 'an entry',
      entry: { type: 'kv', version: 1 },
      minutes: 5,
    },
    {
      reason: 'a lease of a day, which may be revoked',
      entry: { type: 'lease', expireTime: '2026-11-22T12:00:00Z' },
      minutes: 15,
    },
    {
      reason: 'a lease that does not end',
      entry: { type: 'lease' },
      minutes: 15,
    },
    {
      reason: 'a lease that has to be renewed',
      entry: { type: 'lease', expireTime: '2026-11-21T12:20:00Z' },
      minutes: 10,
    },
    {
      reason: 'a lease that is about to end',
      entry: { type: 'lease', expireTime: '2026-11-21T12:00:10Z' },
      minutes: 1,
    },
    {
      reason: 'a lease that should have ended',
      entry: { type: 'lease', expireTime: '2026-11-21T11:00:00Z' },
      minutes: 1,
    },
    {
      reason: 'a lease that is gone: never',
      entry: { type: 'lease', missing: true },
      minutes: Infinity,
    },
  ])('$minutes minutes: $reason', ({ entry, minutes }) => {
    expect(readAgainAfter(entry, now)).toBe(minutes * MINUTE);
  });
});
