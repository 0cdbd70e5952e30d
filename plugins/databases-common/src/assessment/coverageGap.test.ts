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

import { metricSample, secretFile, vaultEntry } from '../kinds';
import { Coverage } from '../model';
import { FactIndex, ObservedKind } from '../observation';
import { placeOf } from '../api/placeOf';
import { coverageGap } from './coverageGap';

describe('coverageGap of what is no Kubernetes cluster', () => {
  it.each<{
    place: string;
    state: Coverage['state'];
    message: string;
    params: object;
    object: string;
  }>([
    {
      place: 'vault:main',
      state: 'failing',
      message: 'coverage.vault',
      params: { vault: 'main' },
      object: 'Vault main',
    },
    {
      place: 'vault:main',
      state: 'syncing',
      message: 'coverage.vaultSyncing',
      params: { vault: 'main' },
      object: 'Vault main',
    },
    {
      place: 'prometheus:north',
      state: 'unreachable',
      message: 'coverage.metrics',
      params: { kubernetesCluster: 'north' },
      object: 'Prometheus of north',
    },
    {
      place: 'prometheus:north',
      state: 'syncing',
      message: 'coverage.metricsSyncing',
      params: { kubernetesCluster: 'north' },
      object: 'Prometheus of north',
    },
    {
      place: 'git:git.example.org/platform/infra',
      state: 'forbidden',
      message: 'coverage.repository',
      params: { repository: 'git.example.org/platform/infra' },
      object: 'Repository git.example.org/platform/infra',
    },
    {
      place: 'git:git.example.org/platform/infra',
      state: 'syncing',
      message: 'coverage.repositorySyncing',
      params: { repository: 'git.example.org/platform/infra' },
      object: 'Repository git.example.org/platform/infra',
    },
  ])('$place is $state', ({ place, state, message, params, object }) => {
    const kind = {
      git: secretFile,
      metrics: metricSample,
      vault: vaultEntry,
    }[placeOf(place).origin as 'git' | 'metrics' | 'vault'] as ObservedKind;
    const index = new FactIndex([kind]);
    index.cover({
      kubernetesCluster: place,
      kind: kind.id,
      state,
      since: '2026-11-21T00:00:00.000Z',
      message: 'The reason.',
      objects: 0,
    });
    expect(coverageGap(index.view('north'), kind, place)).toMatchObject({
      state: 'unknown',
      message,
      params,
      evidence: [{ object, field: kind.id, value: 'The reason.' }],
    });
  });
});
