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
  FleetResponse,
  LaneId,
  laneIds,
} from '@basewell/plugin-databases-common';
import { needsAttention } from '@basewell/plugin-databases-common/domain';
import { DatabaseRow } from '../store/DatabaseRow';
import { compareRows } from './compareRows';
import { firstOf } from './firstOf';
import { sumResources } from './sumResources';
import { ParsedFleetQuery } from './parseFleetQuery';

const facetNames = [
  'owner',
  'environment',
  'engine',
  'kubernetesCluster',
] as const;

/** What a row is filtered by and counted in. */
const dimensions = [...facetNames, ...laneIds] as const;

type Dimension = (typeof dimensions)[number];

interface Filter {
  readonly dimension: Dimension;
  readonly wanted: ReadonlySet<string>;
}

/** One page, before its rows are rendered. */
interface FleetPage extends Pick<
  FleetResponse,
  'total' | 'counts' | 'facets' | 'resources'
> {
  /** Those of the page. */
  readonly rows: readonly DatabaseRow[];
  /** All that the filters leave, in no order. */
  readonly found: readonly DatabaseRow[];
}

/**
 * Filters, counts, sorts and cuts in one pass over the rows that the caller may
 * see. Each owner, environment, state and so on is counted over what the *other*
 * filters leave, so that its neighbors stay to choose from.
 */
export function queryFleet(
  visible: readonly DatabaseRow[],
  query: ParsedFleetQuery,
): FleetPage {
  const filters = dimensions.flatMap((dimension): Filter[] => {
    const wanted = query[dimension];
    return wanted ? [{ dimension, wanted: new Set<string>(wanted) }] : [];
  });
  const passes = rowFilter(query);
  const found: DatabaseRow[] = [];
  const tallies = new Map(
    dimensions.map(dimension => [dimension, new Map<string, number>()]),
  );
  for (const row of visible) {
    if (!passes(row)) {
      continue;
    }
    const failed = filters.length ? failedBy(row, filters) : [];
    if (failed.length > 1) {
      continue;
    }
    for (const dimension of failed.length ? failed : dimensions) {
      const tally = tallies.get(dimension)!;
      if (dimension === 'owner') {
        row.owners.forEach(({ ref }) => add(tally, ref));
      } else {
        add(tally, valueOf(row, dimension));
      }
    }
    if (!failed.length) {
      found.push(row);
    }
  }
  const { offset, limit, sort, order } = query;
  return {
    rows: firstOf(found, offset + limit, compareRows(sort, order)).slice(
      offset,
    ),
    found,
    total: found.length,
    resources: sumResources(found),
    counts: Object.fromEntries(
      laneIds.flatMap(lane => {
        const tally = tallies.get(lane)!;
        return tally.size ? [[lane, Object.fromEntries(tally)]] : [];
      }),
    ),
    facets: Object.fromEntries(
      facetNames.map(name => [name, listed(tallies.get(name)!)]),
    ) as FleetPage['facets'],
  };
}

function failedBy(
  row: DatabaseRow,
  filters: readonly Filter[],
): readonly Dimension[] {
  return filters
    .filter(({ dimension, wanted }) =>
      dimension === 'owner'
        ? !row.owners.some(({ ref }) => wanted.has(ref))
        : !wanted.has(valueOf(row, dimension) ?? ''),
    )
    .map(({ dimension }) => dimension);
}

function add(tally: Map<string, number>, value: string | undefined): void {
  if (value !== undefined) {
    tally.set(value, (tally.get(value) ?? 0) + 1);
  }
}

/** Of owners there may be several. */
function valueOf(
  row: DatabaseRow,
  dimension: Exclude<Dimension, 'owner'>,
): string | undefined {
  return isLane(dimension) ? row.states[dimension] : row.identity[dimension];
}

function isLane(dimension: Dimension): dimension is LaneId {
  return (laneIds as readonly Dimension[]).includes(dimension);
}

/** Whether a row passes what is not counted by. */
function rowFilter(query: FleetQuery): (row: DatabaseRow) => boolean {
  const search = query.search?.trim().toLowerCase();
  return ({ identity, owners, worst }) =>
    (query.attention === undefined ||
      needsAttention(worst.lane, worst.state) === query.attention) &&
    (!search ||
      [
        identity.name,
        identity.database,
        identity.app,
        ...owners.map(({ ref }) => ref),
        ...identity.services,
      ].some(text => text?.toLowerCase().includes(search)));
}

function listed(
  values: ReadonlyMap<string, number>,
): readonly { readonly value: string; readonly count: number }[] {
  return [...values]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
