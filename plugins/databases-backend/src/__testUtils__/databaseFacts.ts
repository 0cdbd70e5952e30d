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
  cnpgCluster,
  Coverage,
  Fact,
  kubernetesKinds,
  pod,
  toFact,
} from '@basewell/plugin-databases-common/domain';
import { Observatory } from '../observatory/Observatory';

/** What is kept of a CNPG cluster that serves, and of its pod. */
export function databaseFacts(
  name: string,
  options: {
    readonly owner?: string;
    readonly environment?: string;
    readonly app?: string;
    /** Entity references, comma-separated. */
    readonly services?: string;
    readonly phase?: string;
    readonly kubernetesCluster?: string;
    readonly resourceVersion?: string;
  } = {},
): readonly Fact[] {
  const { owner, environment, app, kubernetesCluster = 'north' } = options;
  const {
    services,
    phase = 'Cluster in healthy state',
    resourceVersion,
  } = options;
  const seen = { kubernetesCluster, observedAt: '2026-11-21T00:00:00.000Z' };
  const cluster = toFact(
    cnpgCluster,
    {
      apiVersion: 'postgresql.cnpg.io/v1',
      kind: 'Cluster',
      metadata: {
        name,
        namespace: 'databases',
        resourceVersion,
        creationTimestamp: '2026-11-01T00:00:00Z',
        labels: {
          ...(app && { 'basewell.dev/app': app }),
          ...(environment && { 'basewell.dev/environment': environment }),
        },
        annotations: {
          ...(owner && { 'basewell.dev/owner': owner }),
          ...(services && { 'basewell.dev/service': services }),
        },
      },
      spec: {
        instances: 1,
        imageName: 'ghcr.io/cloudnative-pg/postgresql:17.6',
      },
      status: {
        phase,
        instances: 1,
        readyInstances: 1,
        currentPrimary: `${name}-1`,
        targetPrimary: `${name}-1`,
        timelineID: 1,
        instancesStatus: { healthy: [`${name}-1`] },
        conditions: [
          {
            type: 'Ready',
            status: 'True',
            lastTransitionTime: '2026-11-01T00:05:00Z',
          },
        ],
      },
    },
    seen,
  )!;
  const instance = toFact(
    pod,
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: `${name}-1`,
        namespace: 'databases',
        labels: {
          'cnpg.io/cluster': name,
          'cnpg.io/podRole': 'instance',
          'cnpg.io/instanceRole': 'primary',
        },
      },
      status: {
        phase: 'Running',
        conditions: [{ type: 'Ready', status: 'True' }],
      },
    },
    seen,
  )!;
  return [cluster, instance];
}

/** Delivers facts as the reader would after it has seen everything. */
export async function deliver(
  observatory: Observatory,
  facts: readonly Fact[],
  coverage: Partial<Coverage> = {},
): Promise<void> {
  const { store } = observatory;
  facts.forEach(fact => store.put(fact));
  for (const { id } of kubernetesKinds(store.kinds)) {
    store.cover({
      kubernetesCluster: 'north',
      kind: id,
      state: 'synced',
      since: '2026-11-21T00:00:00.000Z',
      objects: 1,
      ...coverage,
    });
  }
  await observatory.settle();
}
