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

import { NameOverrides } from '@basewell/plugin-databases-common';
import { overrideName } from './overrideName';

describe('overrideName', () => {
  it.each<{
    readonly reason: string;
    readonly names: NameOverrides;
    readonly value: string;
    readonly expected: NameOverrides;
  }>([
    {
      reason: 'a first change',
      names: {},
      value: 'other',
      expected: { cluster: { dev: 'other' } },
    },
    {
      reason: 'a change beside others',
      names: { owner: 'x', cluster: { prod: 'p' } },
      value: 'other',
      expected: { owner: 'x', cluster: { prod: 'p', dev: 'other' } },
    },
    {
      reason: 'a change of one that was for all',
      names: { cluster: 'all' },
      value: 'other',
      expected: { cluster: { dev: 'other', prod: 'all' } },
    },
    {
      reason: 'taking it back',
      names: { cluster: { dev: 'other' } },
      value: '',
      expected: {},
    },
    {
      reason: 'taking one of two back',
      names: { cluster: { dev: 'other', prod: 'p' } },
      value: '',
      expected: { cluster: { prod: 'p' } },
    },
  ])('knows $reason', ({ names, value, expected }) => {
    expect(
      overrideName(names, 'cluster', 'dev', value, ['dev', 'prod']),
    ).toEqual(expected);
  });
});
