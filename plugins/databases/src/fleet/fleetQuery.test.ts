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

import { FleetQuery } from '@basewell/plugin-databases-common';
import { addressOf, fleetQueryOf, isFiltered } from './fleetQuery';

describe('fleetQuery', () => {
  it.each<{ address: string; query: FleetQuery; reason: string }>([
    { address: '', query: {}, reason: 'nothing asked' },
    {
      address: 'search=shop+%26+co&health=failed&health=unknown',
      query: { search: 'shop & co', health: ['failed', 'unknown'] },
      reason: 'alternatives of one filter',
    },
    {
      address: 'owner=group%3Adefault%2Fx&attention=true',
      query: { owner: ['group:default/x'], attention: true },
      reason: 'filters that add up',
    },
    {
      address: 'sort=backup&order=desc&offset=50',
      query: { sort: 'backup', order: 'desc', offset: 50 },
      reason: 'a later page in another order',
    },
  ])('reads and writes $address: $reason', ({ address, query }) => {
    expect(fleetQueryOf(new URLSearchParams(address))).toEqual(query);
    expect(addressOf(query).toString()).toBe(address);
  });

  it.each([
    'search=',
    'sort=price',
    'order=asc',
    'offset=-50',
    'offset=1.5',
    'offset=many',
    'attention=perhaps',
    'color=red',
  ])('leaves %s out', address => {
    const query = fleetQueryOf(new URLSearchParams(address));
    expect(query).toEqual({});
    expect(isFiltered(query)).toBe(false);
  });

  it('knows what narrows the fleet down', () => {
    expect(isFiltered({ sort: 'name', offset: 50 })).toBe(false);
    expect(isFiltered({ backup: ['stale'] })).toBe(true);
  });
});
