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
  CoverageGap,
  DatabaseDetail,
  EntityDatabasesResponse,
} from '@basewell/plugin-databases-common';
import { hoursAgo, minutesAgo, now, validUntil } from './instants';

/** What the backend says of a service with these databases. */
export function entityDatabases(
  items: readonly DatabaseDetail[],
  more: Partial<EntityDatabasesResponse> = {},
): EntityDatabasesResponse {
  return {
    now,
    validUntil,
    items,
    ambiguous: [],
    searched: {
      app: 'shop',
      annotations: ['basewell.dev/databases'],
      kubernetesClusters: ['production', 'staging'],
    },
    gaps: [],
    ...more,
  };
}

/** Two Kubernetes clusters and a Vault that cannot be seen as they should. */
export const gaps: readonly CoverageGap[] = [
  {
    kubernetesCluster: 'finance',
    state: 'forbidden',
    since: hoursAgo(20),
    message: 'The portal may not list them (403). Apply its ClusterRole there.',
    kinds: ['Cluster', 'Backup'],
  },
  {
    kubernetesCluster: 'edge',
    state: 'unreachable',
    since: minutesAgo(18),
    message: 'Its API server does not answer. Look at it from your machine.',
    kinds: [],
    lastSyncedAt: minutesAgo(18),
  },
  {
    kubernetesCluster: 'vault:main',
    state: 'failing',
    since: minutesAgo(7),
    message: 'Vault main is sealed. Unseal it.',
    kinds: [],
    lastSyncedAt: minutesAgo(8),
  },
];

/** One that is read with the reader's own token. */
export const onDemand: CoverageGap = {
  kubernetesCluster: 'finance',
  state: 'on-demand',
  since: hoursAgo(20),
  message:
    'It is read with your own token alone, and the request had none of oidc-okta. Sign in to see its databases.',
  kinds: [],
  tokenProvider: 'oidc-okta',
};

/** A database that could belong to two services. */
export const ambiguous: EntityDatabasesResponse['ambiguous'] = [
  {
    reason:
      'Two databases bear the label basewell.dev/app: shop in dev. Annotate the one that is meant with basewell.dev/service.',
    candidates: [
      'cnpg.databases.shop-a@staging',
      'cnpg.databases.shop-b@staging',
    ],
  },
];
