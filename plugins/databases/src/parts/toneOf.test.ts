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

import {
  backupStates,
  credentialStates,
  deliveryStates,
  healthStates,
} from '@basewell/plugin-databases-common';
import { toneOf } from './toneOf';

describe('toneOf', () => {
  it.each([
    { lane: 'health', states: healthStates, good: ['healthy'] },
    { lane: 'backup', states: backupStates, good: ['fresh'] },
    { lane: 'credential', states: credentialStates, good: ['in-sync'] },
    { lane: 'delivery', states: deliveryStates, good: ['synced'] },
  ] as const)(
    'takes only $good of $lane for good',
    ({ lane, states, good }) => {
      expect(states.filter(state => toneOf(lane, state) === 'good')).toEqual(
        good,
      );
      expect(states.filter(state => toneOf(lane, state) === 'unknown')).toEqual(
        ['unknown'],
      );
    },
  );

  it.each(['', 'toString', 'healthy ', 'excellent'])(
    'takes %j, which it does not know, for unknown',
    state => {
      expect(toneOf('health', state)).toBe('unknown');
    },
  );
});
