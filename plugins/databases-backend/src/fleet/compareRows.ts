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
  FleetQuery,
  LaneId,
  laneStates,
} from '@basewell/plugin-databases-common';
import { DatabaseRow } from '../store/DatabaseRow';

const stateOrder: { readonly [lane in LaneId]: readonly string[] } = laneStates;

type Compare = (a: DatabaseRow, b: DatabaseRow) => number;

/**
 * How rows are ordered: lanes by their worst state first, words by their
 * letters, what is not known last. Equals are ordered by name and id, whatever
 * the direction, so that pages do not overlap.
 */
export function compareRows(
  sort: NonNullable<FleetQuery['sort']>,
  order: NonNullable<FleetQuery['order']>,
): Compare {
  const compare = comparisonOf(sort);
  const sign = order === 'asc' ? 1 : -1;
  return (a, b) =>
    sign * compare(a, b) ||
    compareText(a.identity.name, b.identity.name) ||
    compareText(a.identity.id, b.identity.id);
}

function comparisonOf(sort: NonNullable<FleetQuery['sort']>): Compare {
  switch (sort) {
    case 'worst':
      return (a, b) => a.rank - b.rank;
    case 'health':
    case 'credential':
    case 'backup':
    case 'delivery':
      return (a, b) => stateIndex(a, sort) - stateIndex(b, sort);
    case 'owner':
      return (a, b) => compareText(a.owners[0]?.ref, b.owners[0]?.ref);
    default:
      return (a, b) => compareText(a.identity[sort], b.identity[sort]);
  }
}

function stateIndex({ states }: DatabaseRow, lane: LaneId): number {
  const state = states[lane];
  return state ? stateOrder[lane].indexOf(state) : stateOrder[lane].length;
}

function compareText(a = '\uffff', b = '\uffff'): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
