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

import { fleetSorts, LaneState } from '@basewell/plugin-databases-common';
import { worstLane } from '@basewell/plugin-databases-common/domain';
import fc from 'fast-check';
import { DatabaseRow, LaneStates, rankOf } from '../store/DatabaseRow';
import { parseFleetQuery } from './parseFleetQuery';
import { queryFleet } from './queryFleet';

function row(
  name: string,
  states: LaneStates,
  more: Partial<DatabaseRow['identity']> = {},
  owners: readonly string[] = [],
): DatabaseRow {
  return {
    identity: {
      id: `cnpg.databases.${name}@north`,
      engine: 'cnpg',
      kubernetesCluster: 'north',
      namespace: 'databases',
      name,
      services: [],
      ...more,
    },
    owners: owners.map(owner => ({ ref: `group:default/${owner}` })),
    states,
    worst: worstLane(states),
    rank: rankOf(states),
  };
}

const names = (rows: readonly DatabaseRow[], query: object) =>
  queryFleet(rows, parseFleetQuery(query)).rows.map(
    ({ identity }) => identity.name,
  );

describe('queryFleet', () => {
  const rows = [
    row('a-fine', { health: 'healthy', backup: 'fresh' }),
    row('b-unseen', { health: 'unknown', backup: 'unknown' }),
    row('c-down', { health: 'failed', backup: 'fresh' }),
    row('d-down-twice', { health: 'failed', backup: 'failing' }),
    row('e-unsaved', { health: 'healthy', backup: 'failing' }),
    row('f-old', { health: 'healthy', backup: 'stale' }),
    row('g-coming', { health: 'progressing', backup: 'running' }),
    row('h-one-lane', { health: 'healthy' }),
  ];

  it('begins with the worst: two troubles before one, health before backups', () => {
    expect(names(rows, {})).toEqual([
      'd-down-twice',
      'c-down',
      'e-unsaved',
      'f-old',
      'b-unseen',
      'g-coming',
      'a-fine',
      'h-one-lane',
    ]);
  });

  it.each([
    {
      query: { attention: 'true', sort: 'name' },
      found: ['b-unseen', 'c-down', 'd-down-twice', 'e-unsaved', 'f-old'],
    },
    {
      query: { backup: ['stale', 'failing'], health: 'healthy', sort: 'name' },
      found: ['e-unsaved', 'f-old'],
    },
    { query: { search: ' DOWN-t ' }, found: ['d-down-twice'] },
    { query: { owner: 'group:default/nobody' }, found: [] },
  ])('finds $found by $query', ({ query, found }) => {
    expect(names(rows, query)).toEqual(found);
  });

  it('counts a database of several owners with each of them', () => {
    const fleet = [
      ...rows,
      row('both', {}, {}, ['shop', 'data']),
      row('one', {}, {}, ['data']),
    ];
    expect(names(fleet, { owner: 'group:default/shop' })).toEqual(['both']);
    expect(names(fleet, { search: 'default/data', sort: 'name' })).toEqual([
      'both',
      'one',
    ]);
    expect(queryFleet(fleet, parseFleetQuery({})).facets.owner).toEqual([
      { value: 'group:default/data', count: 2 },
      { value: 'group:default/shop', count: 1 },
    ]);
  });

  it('counts the states that a filter of another lane leaves', () => {
    const { counts, total } = queryFleet(
      rows,
      parseFleetQuery({ health: 'failed', backup: 'failing' }),
    );
    expect(total).toBe(1);
    expect(counts.health).toEqual({ failed: 1, healthy: 1 });
    expect(counts.backup?.failing).toBe(1);
  });

  it('sorts what has no such lane or word last', () => {
    expect(names(rows, { sort: 'backup' }).at(-1)).toBe('h-one-lane');
    const owned = row('z-owned', {}, {}, ['z']);
    expect(names([rows[0], owned], { sort: 'owner' })).toEqual([
      'z-owned',
      'a-fine',
    ]);
  });

  it('has each database on exactly one page, however it is sorted', () => {
    const anyRow = fc.record({
      health: fc.constantFrom<LaneState>('failed', 'unknown', 'healthy'),
      backup: fc.constantFrom<LaneState>('none', 'late', 'fresh'),
    });
    fc.assert(
      fc.property(
        fc.array(anyRow, { maxLength: 40 }),
        fc.constantFrom(...fleetSorts),
        fc.constantFrom('asc', 'desc'),
        fc.integer({ min: 1, max: 7 }),
        (states, sort, order, limit) => {
          const fleet = states.map((lanes, n) =>
            row(`same-${n % 3}`, lanes, { id: `id-${n}` }),
          );
          const seen: string[] = [];
          for (let offset = 0; offset < fleet.length; offset += limit) {
            const page = queryFleet(
              fleet,
              parseFleetQuery({
                sort,
                order,
                offset: String(offset),
                limit: String(limit),
              }),
            );
            expect(page.total).toBe(fleet.length);
            seen.push(...page.rows.map(({ identity }) => identity.id));
          }
          expect([...seen].sort()).toEqual(
            fleet.map(({ identity }) => identity.id).sort(),
          );
        },
      ),
    );
  });
});
