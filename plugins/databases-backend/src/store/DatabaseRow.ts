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
  attentionLevels,
  attentionOf,
  DatabaseVerdicts,
  laneStates,
  worstLane,
} from '@basewell/plugin-databases-common/domain';
import {
  DatabaseIdentity,
  DatabaseOwner,
  DatabaseResources,
  LaneId,
  laneIds,
  LaneState,
} from '@basewell/plugin-databases-common';

/** The states of a database's lanes. */
export type LaneStates = { readonly [lane in LaneId]?: LaneState };

/**
 * What is kept of a judgement: enough to count, filter and sort ten thousand.
 * Sentences and evidence are made again when somebody looks.
 */
export interface DatabaseRow {
  readonly identity: DatabaseIdentity;
  readonly owners: readonly DatabaseOwner[];
  readonly states: LaneStates;
  readonly worst: { readonly lane: LaneId; readonly state: LaneState };
  /** The larger, the later in a list that begins with the worst. */
  readonly rank: number;
  /** Milliseconds since the epoch; left out when only a new fact can change it. */
  readonly nextChangeAt?: number;
  /** What it asks for, as declared; left out when nobody knows. */
  readonly resources?: DatabaseResources;
  /** UTC ISO instant of the last complete knowledge, when it is not current. */
  readonly staleSince?: string;
}

export function statesOf(verdicts: DatabaseVerdicts): LaneStates {
  return Object.fromEntries(
    laneIds.flatMap(lane => {
      const verdict = verdicts[lane];
      return verdict ? [[lane, verdict.state]] : [];
    }),
  );
}

const standings = new Map<
  string,
  Pick<DatabaseRow, 'states' | 'worst' | 'rank'>
>();

/**
 * What follows from the states. There are some hundred combinations of them, and
 * thousands of databases.
 */
export function standingOf(
  states: LaneStates,
): Pick<DatabaseRow, 'states' | 'worst' | 'rank'> {
  const key = laneIds.map(lane => states[lane]).join();
  const known = standings.get(key);
  if (known) {
    return known;
  }
  const standing = { states, worst: worstLane(states), rank: rankOf(states) };
  standings.set(key, standing);
  return standing;
}

/**
 * The worst lane decides, by its level, its place on the page and its state; then
 * the others: a database with two troubles comes before one that has the first of
 * them alone.
 */
export function rankOf(states: LaneStates): number {
  const { lane, state } = worstLane(states);
  const levels = laneIds
    .map(id => levelOf(id, states[id]))
    .sort((a, b) => a - b);
  const words: readonly string[] = laneStates[lane];
  return [
    levelOf(lane, state),
    laneIds.indexOf(lane),
    words.indexOf(state),
    ...levels,
  ].reduce((rank, digit) => rank * 16 + digit);
}

function levelOf(lane: LaneId, state: LaneState | undefined): number {
  return state === undefined
    ? attentionLevels.length
    : attentionLevels.indexOf(attentionOf(lane, state));
}
