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
  Coverage,
  CoverageResponse,
  databasesReadPermission,
  Place,
  PlaceCoverage,
  placeOf,
} from '@basewell/plugin-databases-common';
import { ObservedKind } from '@basewell/plugin-databases-common/domain';
import { Router } from 'express';
import { comparePlaces } from '../answers/comparePlaces';
import { sendDated } from '../answers/sendDated';
import { RouteContext } from '../router';
import { audited } from './audited';
import { authorize } from './authorize';

/** `GET /coverage`: how well each Kubernetes cluster, repository and Vault can be seen. */
export function coverageRoute(router: Router, context: RouteContext) {
  const { auditor, httpAuth, permissions, observatory } = context;
  router.get('/coverage', async (request, response) => {
    await audited(
      auditor,
      request,
      { eventId: 'coverage-fetch', queryType: 'all' },
      async () => {
        const credentials = await httpAuth.credentials(request, {
          allow: ['user', 'service'],
        });
        await authorize(permissions, databasesReadPermission, credentials);
      },
    );
    const { kinds } = observatory.store;
    const coverages = new Map<string, Coverage[]>();
    for (const coverage of observatory.store.coverages()) {
      const { kubernetesCluster } = coverage;
      const known = coverages.get(kubernetesCluster) ?? [];
      coverages.set(kubernetesCluster, [...known, coverage]);
    }
    const places = [...coverages.keys()]
      .map(kubernetesCluster => ({ kubernetesCluster }))
      .sort(comparePlaces)
      .map(({ kubernetesCluster: place }) =>
        describe(place, coverages.get(place)!, kinds),
      );
    sendDated<Omit<CoverageResponse, 'now' | 'validUntil'>>(
      response,
      observatory.now(),
      {
        kubernetesClusters: places.flatMap(({ origin, ...place }) =>
          origin === 'kubernetes' ? place : [],
        ),
        sources: places.filter(({ origin }) => origin !== 'kubernetes'),
      },
    );
  });
}

function describe(
  kubernetesCluster: string,
  coverages: readonly Coverage[],
  kinds: readonly ObservedKind[],
): PlaceCoverage & Place {
  return {
    ...placeOf(kubernetesCluster),
    state: stateOf(coverages.map(({ state }) => state)),
    kinds: kinds.flatMap(({ id, kind, feeds }) =>
      coverages
        .filter(coverage => coverage.kind === id)
        .map(coverage => ({ ...coverage, title: kind, feeds })),
    ),
  };
}

function stateOf(states: readonly Coverage['state'][]) {
  if (states.every(state => state === 'unreachable')) {
    return 'unreachable';
  }
  if (states.every(state => state === 'synced' || state === 'absent')) {
    return 'ok';
  }
  return states.includes('syncing') &&
    states.every(state => ['syncing', 'synced', 'absent'].includes(state))
    ? 'syncing'
    : 'partial';
}
