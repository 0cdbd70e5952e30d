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
import { ParsedFleetQuery } from './parseFleetQuery';

const facetNames = [
  'owner',
  'environment',
  'engine',
  'kubernetesCluster',
] as const;

type FacetName = (typeof facetNames)[number];

/** One page, before its rows are rendered. */
interface FleetPage extends Pick<FleetResponse, 'total' | 'counts' | 'facets'> {
  readonly rows: readonly DatabaseRow[];
}

/**
 * Filters, counts, sorts and cuts in one pass over the rows that the caller may
 * see. A facet counts what the *other* filters leave, so that its own values
 * stay to choose from.
 */
export function queryFleet(
  visible: readonly DatabaseRow[],
  query: ParsedFleetQuery,
): FleetPage {
  const facetFilters = new Map<FacetName, ReadonlySet<string>>(
    facetNames.flatMap(name => {
      const wanted = query[name];
      return wanted ? [[name, new Set(wanted)]] : [];
    }),
  );
  const passes = rowFilter(query);
  const found: DatabaseRow[] = [];
  const facets = new Map(
    facetNames.map(name => [name, new Map<string, number>()] as const),
  );
  const counts: { [lane in LaneId]?: { [state: string]: number } } = {};
  for (const row of visible) {
    if (!passes(row)) {
      continue;
    }
    const failed = facetNames.filter(
      name =>
        facetFilters.has(name) &&
        !facetFilters.get(name)!.has(row.identity[name] ?? ''),
    );
    if (failed.length > 1) {
      continue;
    }
    for (const name of failed.length ? failed : facetNames) {
      const value = row.identity[name];
      if (value !== undefined) {
        const values = facets.get(name)!;
        values.set(value, (values.get(value) ?? 0) + 1);
      }
    }
    if (!failed.length) {
      found.push(row);
      for (const lane of laneIds) {
        const state = row.states[lane];
        if (state) {
          const states = (counts[lane] ??= {});
          states[state] = (states[state] ?? 0) + 1;
        }
      }
    }
  }
  found.sort(compareRows(query.sort, query.order));
  return {
    rows: found.slice(query.offset, query.offset + query.limit),
    total: found.length,
    counts,
    facets: Object.fromEntries(
      [...facets].map(([name, values]) => [name, listed(values)]),
    ) as FleetPage['facets'],
  };
}

/** Whether a row passes the filters that are no facets. */
function rowFilter(query: FleetQuery): (row: DatabaseRow) => boolean {
  const search = query.search?.trim().toLowerCase();
  const laneFilters = laneIds.flatMap(lane => {
    const wanted = query[lane];
    return wanted ? [{ lane, wanted: new Set<string>(wanted) }] : [];
  });
  return ({ identity, states, worst }) =>
    laneFilters.every(({ lane, wanted }) => wanted.has(states[lane] ?? '')) &&
    (query.attention === undefined ||
      needsAttention(worst.lane, worst.state) === query.attention) &&
    (!search ||
      [identity.name, identity.app, identity.owner, ...identity.services].some(
        text => text?.toLowerCase().includes(search),
      ));
}

function listed(
  values: ReadonlyMap<string, number>,
): readonly { readonly value: string; readonly count: number }[] {
  return [...values]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
