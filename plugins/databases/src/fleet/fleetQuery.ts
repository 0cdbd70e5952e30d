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

import { FleetQuery, fleetSorts } from '@basewell/plugin-databases-common';

/*
 * The fleet's page keeps its whole state in its address, in the names of
 * `GET /databases`:
 *
 *   ?search=shop&health=failed&health=unknown&owner=group:default/x&attention=true
 *    &sort=name&order=desc&offset=50
 */

/** How many databases a page shows. */
export const pageSize = 50;

/** Filters that take several values, which are alternatives. */
const choices = [
  'health',
  'credential',
  'backup',
  'delivery',
  'owner',
  'environment',
  'engine',
  'kubernetesCluster',
] as const;

/** Reads the address; what it does not understand it leaves out. */
export function fleetQueryOf(address: URLSearchParams): FleetQuery {
  const search = address.get('search') || undefined;
  const sort = fleetSorts.find(name => name === address.get('sort'));
  const offset = Number(address.get('offset') ?? 0);
  const chosen = choices
    .map(choice => [choice, address.getAll(choice)] as const)
    .filter(([, values]) => values.length > 0);
  return {
    ...(search !== undefined && { search }),
    ...Object.fromEntries(chosen),
    ...(address.get('attention') === 'true' && { attention: true }),
    ...(sort && { sort }),
    ...(address.get('order') === 'desc' && { order: 'desc' as const }),
    ...(Number.isSafeInteger(offset) && offset > 0 && { offset }),
  };
}

/** Writes the address. */
export function addressOf(query: FleetQuery): URLSearchParams {
  return new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined || value === false
        ? []
        : [value].flat().map((item): [string, string] => [name, String(item)]),
    ),
  );
}

/** Whether a query leaves anything out. */
export function isFiltered(query: FleetQuery): boolean {
  const { search, attention } = query;
  return (
    search !== undefined ||
    attention === true ||
    choices.some(choice => query[choice] !== undefined)
  );
}
