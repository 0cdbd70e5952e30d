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
  LaneId,
  LaneState,
} from '../model';
import {
  attentionLevels,
  attentionOf,
  needsAttention,
  worstLane,
} from './attention';

const lanes: { readonly [lane in LaneId]: readonly LaneState[] } = {
  health: healthStates,
  credential: credentialStates,
  backup: backupStates,
  delivery: deliveryStates,
};

describe('attentionOf', () => {
  it.each(Object.entries(lanes))(
    'knows every state of %s and follows its order',
    (lane, states) => {
      const levels = states.map(state =>
        attentionLevels.indexOf(attentionOf(lane as LaneId, state)),
      );
      expect(levels).toEqual([...levels].sort());
      expect(levels.filter(level => level === 2)).toHaveLength(1);
    },
  );

  it('takes a word that it does not know for unknown', () => {
    const word = 'splendid' as LaneState;
    expect(attentionOf('health', word)).toBe('unknown');
    expect(needsAttention('health', word)).toBe(true);
  });
});

describe('worstLane', () => {
  it.each([
    {
      states: { health: 'healthy', backup: 'failing', delivery: 'out-of-sync' },
      worst: { lane: 'backup', state: 'failing' },
      reason: 'a failing backup is worse than what was not delivered',
    },
    {
      states: { delivery: 'failed', backup: 'failing', health: 'failed' },
      worst: { lane: 'health', state: 'failed' },
      reason: 'of equals the one that is shown first',
    },
    {
      states: { health: 'healthy', backup: 'unknown', delivery: 'progressing' },
      worst: { lane: 'backup', state: 'unknown' },
      reason: 'what is unknown may be bad',
    },
    {
      states: {},
      worst: { lane: 'health', state: 'unknown' },
      reason: 'nothing was judged',
    },
  ] as const)('is $worst.lane: $reason', ({ states, worst }) => {
    expect(worstLane(states)).toEqual(worst);
  });
});
