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

import { Cell, CellText, ColumnConfig, Table } from '@backstage/ui';
import {
  DatabaseSummary,
  FleetQuery,
  fleetSorts,
  LaneId,
  laneIds,
} from '@basewell/plugin-databases-common';
import { databaseName, engineName, LaneState, StaleScope } from '../parts';
import { useWords } from '../words';
import { ownerName } from './ownerName';

/** A row of the table: its id is the database's. */
type FleetRow = DatabaseSummary & { readonly id: string };

/** The fleet where there is room for a table. */
export function FleetTable(props: {
  readonly items: readonly DatabaseSummary[];
  readonly query: FleetQuery;
  readonly pending: boolean;
  readonly onChange: (changes: Partial<FleetQuery>) => void;
  readonly pageOf: (id: string) => string;
}) {
  const { items, query, pending, onChange, pageOf } = props;
  const t = useWords();
  const lanes = laneIds.filter(lane => items.some(item => item.lanes[lane]));
  const columns: ColumnConfig<FleetRow>[] = [
    {
      id: 'name',
      label: t('fleet.column.name'),
      isRowHeader: true,
      isSortable: true,
      width: '2fr',
      minWidth: 200,
      cell: row => (
        <CellText
          title={databaseName(row.database)}
          description={engineName(row)}
        />
      ),
    },
    ...lanes.map(laneColumn),
    {
      id: 'environment',
      label: t('fleet.column.environment'),
      isSortable: true,
      minWidth: 130,
      cell: ({ database }) => <CellText title={database.environment ?? '—'} />,
    },
    {
      id: 'kubernetesCluster',
      label: t('fleet.column.kubernetesCluster'),
      isSortable: true,
      minWidth: 110,
      cell: ({ database }) => (
        <CellText
          title={database.kubernetesCluster}
          description={[database.namespace, database.instance && database.name]
            .filter(Boolean)
            .join(' / ')}
        />
      ),
    },
    {
      id: 'owner',
      label: t('fleet.column.owner'),
      isSortable: true,
      minWidth: 110,
      cell: ({ owners }) => (
        <CellText
          title={
            owners.map(({ ref }) => ownerName(ref)).join(', ') ||
            t('fleet.noOwner')
          }
        />
      ),
    },
  ];
  return (
    <Table
      columnConfig={columns}
      data={items.map(item => ({ ...item, id: item.database.id }))}
      isStale={pending}
      pagination={{ type: 'none' }}
      sort={{
        descriptor: {
          column: query.sort ?? 'worst',
          direction: query.order === 'desc' ? 'descending' : 'ascending',
        },
        onSortChange: ({ column, direction }) =>
          onChange({
            sort: fleetSorts.find(name => name === column),
            order: direction === 'descending' ? 'desc' : undefined,
          }),
      }}
      rowConfig={{ getHref: ({ id }) => pageOf(id) }}
    />
  );

  function laneColumn(lane: LaneId): ColumnConfig<FleetRow> {
    return {
      id: lane,
      label: t(`lane.${lane}`),
      isSortable: fleetSorts.some(name => name === lane),
      width: lane === 'credential' ? 136 : 118,
      cell: ({ lanes: states, staleSince }) => {
        const verdict = states[lane];
        return (
          <Cell>
            {verdict && (
              <StaleScope staleSince={staleSince}>
                <LaneState lane={lane} verdict={verdict} />
              </StaleScope>
            )}
          </Cell>
        );
      },
    };
  }
}
