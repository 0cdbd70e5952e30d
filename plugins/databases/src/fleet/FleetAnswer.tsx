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

import { TablePagination, useBreakpoint } from '@backstage/ui';
import { FleetQuery, FleetResponse } from '@basewell/plugin-databases-common';
import { useWords } from '../words';
import { FleetFilters } from './FleetFilters';
import { FleetList } from './FleetList';
import { isFiltered, pageSize } from './fleetQuery';
import { FleetTable } from './FleetTable';
import { FleetTotals } from './FleetTotals';
import { StateCounts } from './StateCounts';

/** One page of the fleet: counts, filters, rows. */
export function FleetAnswer(props: {
  readonly answer: FleetResponse;
  /** Whether the answer to a newer query is on its way. */
  readonly pending: boolean;
  readonly query: FleetQuery;
  readonly onChange: (changes: Partial<FleetQuery>) => void;
  readonly onReset: () => void;
  readonly pageOf: (id: string) => string;
}) {
  const { answer, pending, query, onChange, onReset, pageOf } = props;
  const { counts, facets, gaps, items, resources, services, total } = answer;
  const { offset = 0 } = query;
  const t = useWords();
  const { up } = useBreakpoint();
  return (
    <>
      <StateCounts counts={counts} query={query} onChange={onChange} />
      <FleetFilters
        facets={facets}
        query={query}
        onChange={onChange}
        onReset={onReset}
      />
      <FleetTotals resources={resources} services={services} total={total} />
      {items.length === 0 && <p>{emptyWords()}</p>}
      {items.length > 0 &&
        (up('xs') ? (
          <FleetTable
            items={items}
            query={query}
            pending={pending}
            onChange={onChange}
            pageOf={pageOf}
          />
        ) : (
          <FleetList items={items} pageOf={pageOf} />
        ))}
      {total > pageSize && (
        <TablePagination
          pageSize={pageSize}
          pageSizeOptions={[]}
          offset={offset}
          totalCount={total}
          hasPreviousPage={offset > 0}
          hasNextPage={offset + pageSize < total}
          onPreviousPage={() =>
            onChange({ offset: Math.max(0, offset - pageSize) || undefined })
          }
          onNextPage={() => onChange({ offset: offset + pageSize })}
          getLabel={() =>
            t('fleet.range', {
              from: String(offset + 1),
              to: String(Math.min(offset + pageSize, total)),
              total: String(total),
            })
          }
        />
      )}
    </>
  );

  /** Where something cannot be seen, nothing is claimed about it. */
  function emptyWords(): string {
    if (isFiltered(query)) {
      return t('fleet.emptyFiltered');
    }
    return gaps.length ? t('fleet.empty') : t('fleet.emptyUnfiltered');
  }
}
