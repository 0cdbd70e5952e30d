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

import { LaneId, laneIds, LaneState } from '../model';

/**
 * How much a state asks for a person, over all lanes, so that a database's lanes
 * can be compared. Within a lane it follows the lane's own order.
 *
 * - `urgent`: data or service is lost, or will be
 * - `impaired`: not as declared
 * - `unknown`: nobody can tell
 * - `waiting`: on its way, or put to rest
 * - `fine`
 *
 * @public
 */
export const attentionLevels = [
  'urgent',
  'impaired',
  'unknown',
  'waiting',
  'fine',
] as const;

/** @public */
export type Attention = (typeof attentionLevels)[number];

const levels: {
  readonly [lane in LaneId]: { readonly [state: string]: Attention };
} = {
  health: {
    failed: 'urgent',
    degraded: 'impaired',
    unknown: 'unknown',
    progressing: 'waiting',
    hibernated: 'waiting',
    healthy: 'fine',
  },
  credential: {
    failing: 'urgent',
    expired: 'urgent',
    drifted: 'impaired',
    weak: 'impaired',
    unknown: 'unknown',
    pending: 'waiting',
    'in-sync': 'fine',
  },
  backup: {
    failing: 'urgent',
    blocked: 'urgent',
    stuck: 'urgent',
    never: 'urgent',
    stale: 'urgent',
    none: 'impaired',
    suspended: 'impaired',
    late: 'impaired',
    unknown: 'unknown',
    unverified: 'waiting',
    running: 'waiting',
    fresh: 'fine',
  },
  delivery: {
    failed: 'urgent',
    'out-of-sync': 'impaired',
    unknown: 'unknown',
    progressing: 'waiting',
    suspended: 'waiting',
    synced: 'fine',
  },
};

/** @public */
export function attentionOf(lane: LaneId, state: LaneState): Attention {
  return levels[lane][state] ?? 'unknown';
}

/** Whether a person should look: what is unknown may be anything. @public */
export function needsAttention(lane: LaneId, state: LaneState): boolean {
  return ['urgent', 'impaired', 'unknown'].includes(attentionOf(lane, state));
}

/**
 * The lane to look at first. Of equals it is the one that a page shows first.
 *
 * @public
 */
export function worstLane(states: {
  readonly [lane in LaneId]?: LaneState;
}): { readonly lane: LaneId; readonly state: LaneState } {
  const ranked = laneIds
    .flatMap(lane => {
      const state = states[lane];
      return state ? [{ lane, state }] : [];
    })
    .sort(
      (a, b) =>
        attentionLevels.indexOf(attentionOf(a.lane, a.state)) -
        attentionLevels.indexOf(attentionOf(b.lane, b.state)),
    );
  return ranked[0] ?? { lane: 'health', state: 'unknown' };
}
