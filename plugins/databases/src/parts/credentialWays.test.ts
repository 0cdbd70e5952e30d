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

import { chains } from '../__fixtures__';
import { credentialWays } from './credentialWays';

describe('credentialWays', () => {
  const { conflicting, sops } = chains;
  it.each([
    {
      reason: 'one thing claims the Secret',
      hops: sops.hops,
      claimed: [],
      common: ['origin', 'transport', 'secret', 'database'],
    },
    {
      reason: 'two things claim it',
      hops: conflicting.hops,
      claimed: [
        ['origin', 'transport'],
        ['origin', 'transport'],
      ],
      common: ['secret', 'database'],
    },
    {
      reason: 'nothing is known of the origin of one',
      hops: conflicting.hops.filter((_, index) => index !== 2),
      claimed: [['origin', 'transport'], ['transport']],
      common: ['secret', 'database'],
    },
    { reason: 'nothing is known', hops: [], claimed: [], common: [] },
  ])('parts the hops where $reason', ({ hops, claimed, common }) => {
    const ways = credentialWays(hops);
    expect({
      claimed: ways.claimed.map(way => way.map(({ role }) => role)),
      common: ways.common.map(({ role }) => role),
    }).toEqual({ claimed, common });
    expect([...ways.claimed.flat(), ...ways.common]).toEqual(hops);
  });
});
