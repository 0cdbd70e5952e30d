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

import { Coverage, CoverageState } from '@basewell/plugin-databases-common';
import { coverageGaps } from './coverageGaps';

function of(
  kubernetesCluster: string,
  states: { readonly [kind: string]: CoverageState },
): readonly Coverage[] {
  return Object.entries(states).map(([kind, state]) => ({
    kubernetesCluster,
    kind,
    state,
    since: '2026-11-21T02:00:00Z',
    objects: 0,
  }));
}

describe('coverageGaps', () => {
  it.each<{
    reason: string;
    states: { [kind: string]: CoverageState };
    kinds?: string[];
  }>([
    { reason: 'all is seen', states: { pods: 'synced' } },
    {
      reason: 'what is not served is no gap',
      states: { pods: 'synced', poolers: 'absent' },
    },
    {
      reason: 'one kind is forbidden',
      states: { pods: 'synced', backups: 'forbidden' },
      kinds: ['backups'],
    },
    {
      reason: 'nothing is seen: no list of everything',
      states: { pods: 'unreachable', backups: 'unreachable' },
      kinds: [],
    },
  ])('$reason', ({ states, kinds }) => {
    expect(coverageGaps(of('prod', states)).map(gap => gap.kinds)).toEqual(
      kinds ? [kinds] : [],
    );
  });

  it('lists repositories and Vaults after all Kubernetes clusters', () => {
    const gaps = coverageGaps([
      ...of('vault:main', { 'entries.vault': 'failing' }),
      ...of('git:git.example.org/a/b', { 'secret-files.git': 'unreachable' }),
      ...of('west', { pods: 'unreachable' }),
      ...of('east', { pods: 'unreachable' }),
    ]);
    expect(gaps.map(gap => gap.kubernetesCluster)).toEqual([
      'east',
      'west',
      'git:git.example.org/a/b',
      'vault:main',
    ]);
  });

  it('keeps Kubernetes clusters apart', () => {
    const gaps = coverageGaps([
      ...of('prod', { pods: 'synced', backups: 'forbidden' }),
      ...of('legacy', { pods: 'unreachable', backups: 'unreachable' }),
    ]);
    expect(
      gaps.map(({ kubernetesCluster, state }) => [kubernetesCluster, state]),
    ).toEqual([
      ['legacy', 'unreachable'],
      ['prod', 'forbidden'],
    ]);
  });
});
