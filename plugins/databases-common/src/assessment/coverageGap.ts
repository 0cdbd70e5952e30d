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

import { Place, placeOf } from '../api/placeOf';
import { observation } from '../messages';
import { Coverage, Observation } from '../model';
import { FactView, ObservedKind } from '../observation';

/**
 * What to say when a kind of object, without which a lane cannot decide, is not
 * seen completely.
 *
 * @param kubernetesCluster - or a repository, a Vault or a Prometheus, see
 *   `placeOf`; left out: the database's own
 * @returns `undefined` when all of them are known
 * @public
 */
export function coverageGap(
  facts: FactView,
  kind: ObservedKind,
  kubernetesCluster: string = facts.kubernetesCluster,
): Observation<'unknown'> | undefined {
  const coverage = facts.coverage(kind, kubernetesCluster);
  if (coverage.state === 'synced') {
    return undefined;
  }
  const params = { kind: kind.id, kubernetesCluster };
  const seen = {
    state: 'unknown' as const,
    severity: 'warning' as const,
    evidence: evidence(coverage),
    ...(coverage.lastSyncedAt && { since: coverage.lastSyncedAt }),
  };
  const { origin, name } = placeOf(kubernetesCluster);
  const isFirst = coverage.state === 'syncing';
  if (origin === 'vault') {
    const key = isFirst ? 'coverage.vaultSyncing' : 'coverage.vault';
    return observation(key, { vault: name }, seen);
  }
  if (origin === 'git') {
    const key = isFirst ? 'coverage.repositorySyncing' : 'coverage.repository';
    return observation(key, { repository: name }, seen);
  }
  if (origin === 'metrics') {
    const key = isFirst ? 'coverage.metricsSyncing' : 'coverage.metrics';
    return observation(key, { kubernetesCluster: name }, seen);
  }
  switch (coverage.state) {
    case 'syncing':
      return observation('coverage.syncing', params, {
        ...seen,
        severity: 'info',
      });
    case 'absent':
      return observation('coverage.absent', params, seen);
    case 'forbidden':
      return coverage.tokenProvider
        ? observation('coverage.forbiddenToYou', params, seen)
        : observation('coverage.forbidden', params, seen);
    case 'unauthorized':
      return coverage.tokenProvider
        ? observation('coverage.tokenRefused', params, seen)
        : observation('coverage.unauthorized', params, seen);
    case 'unreachable':
      return observation('coverage.unreachable', params, seen);
    case 'omitted':
      return observation('coverage.omitted', params, {
        ...seen,
        severity: 'info',
      });
    case 'on-demand':
      return observation('coverage.onDemand', params, {
        ...seen,
        severity: 'info',
      });
    default:
      return observation('coverage.failing', params, seen);
  }
}

const titles: Readonly<Record<Place['origin'], string>> = {
  kubernetes: 'Kubernetes cluster',
  git: 'Repository',
  vault: 'Vault',
  metrics: 'Prometheus of',
};

function evidence(coverage: Coverage): Observation<'unknown'>['evidence'] {
  const { origin, name } = placeOf(coverage.kubernetesCluster);
  return [
    {
      object: `${titles[origin]} ${name}`,
      field: coverage.kind,
      value: coverage.message ?? coverage.state,
      observedAt: coverage.since,
    },
  ];
}
