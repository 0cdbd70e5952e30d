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
  FleetServices,
  FleetServiceTotals,
} from '@basewell/plugin-databases-common';
import { DatabaseRow } from '../store/DatabaseRow';
import { sumResources } from './sumResources';

/** A page shows no more; who looks for another one filters by it. */
const MOST_SERVICES = 20;

/**
 * What the databases of each service ask for, those with the most storage first.
 * A database that several services use is the whole of it with each of them.
 */
export function sumByService(
  rows: readonly DatabaseRow[],
  servicesOf: (row: DatabaseRow) => readonly { readonly ref: string }[],
): FleetServices {
  const byService = new Map<string, DatabaseRow[]>();
  for (const row of rows) {
    for (const { ref } of servicesOf(row)) {
      const own = byService.get(ref);
      if (own) {
        own.push(row);
      } else {
        byService.set(ref, [row]);
      }
    }
  }
  const items = [...byService].map(([ref, own]): FleetServiceTotals => ({
    ref,
    databases: own.length,
    ...sumResources(own),
  }));
  return {
    items: items.sort(byStorage).slice(0, MOST_SERVICES),
    total: items.length,
  };
}

function byStorage(a: FleetServiceTotals, b: FleetServiceTotals): number {
  return b.storageBytes - a.storageBytes || (a.ref < b.ref ? -1 : 1);
}
