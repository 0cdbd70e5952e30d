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

import { Fields } from '@basewell/plugin-databases-common/domain';
import { kvEntryOf } from './kvEntryOf';

const now = Date.parse('2026-11-21T12:00:00Z');

describe('kvEntryOf', () => {
  it.each([
    {
      reason: 'the current version tells, not the last change of metadata',
      data: {
        current_version: 2,
        updated_time: '2026-11-21T09:00:00Z',
        versions: {
          1: { created_time: '2026-01-01T00:00:00Z' },
          2: { created_time: '2026-11-01T00:00:00.25Z', deletion_time: '' },
        },
        custom_metadata: { password: 'hunter2hunter2' },
      },
      entry: { currentVersion: 2, updatedAt: '2026-11-01T00:00:00.250Z' },
    },
    {
      reason: 'a deleted version',
      data: {
        current_version: 1,
        versions: {
          1: {
            created_time: '2026-01-01T00:00:00Z',
            deletion_time: '2026-02-01T00:00:00Z',
            destroyed: false,
          },
        },
      },
      entry: {
        currentVersion: 1,
        updatedAt: '2026-01-01T00:00:00.000Z',
        deleted: '2026-02-01T00:00:00.000Z',
      },
    },
    {
      reason: 'one that is going to be deleted is there',
      data: {
        current_version: 1,
        versions: { 1: { deletion_time: '2027-02-01T00:00:00Z' } },
      },
      entry: { currentVersion: 1 },
    },
    {
      reason: 'a destroyed version',
      data: { current_version: 3, versions: { 3: { destroyed: true } } },
      entry: { currentVersion: 3, deleted: 'destroyed' },
    },
    {
      reason: 'metadata without a value',
      data: { current_version: 0, updated_time: '2026-01-01T00:00:00Z' },
      entry: { currentVersion: 0, missing: true },
    },
  ])('$reason', ({ data, entry }) => {
    const read = kvEntryOf(Fields.of(data), now);
    expect(read).toEqual({ type: 'kv', version: 2, ...entry });
    expect(JSON.stringify(read)).not.toContain('hunter2');
  });

  it.each([
    { reason: 'a value of version 1', data: { password: 'hunter2hunter2' } },
    { reason: 'a page', data: '<html>' },
    { reason: 'nothing', data: undefined },
  ])('$reason is none', ({ data }) => {
    expect(kvEntryOf(Fields.of(data), now)).toBeUndefined();
  });
});
