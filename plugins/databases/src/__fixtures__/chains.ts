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

import { CredentialChain } from '@basewell/plugin-databases-common';
import { chain, consumer, hop, lastHops } from './chain';
import { hoursAgo, minutesAgo } from './instants';

/** One chain of each source, between them in every state. */
export const chains = {
  sops: chain('shop'),

  sopsWeak: chain('wiki', {
    state: 'weak',
    hops: [
      hop(
        'origin',
        'SOPS file',
        'file secrets/databases/wiki-db.yaml',
        'The password has 8 characters; 16 are asked for.',
        { state: 'weak', decides: true },
      ),
      ...lastHops('wiki'),
    ],
  }),

  vaultStaticDrifted: chain('billing', {
    source: 'vault-static',
    transport: 'Vault Secrets Operator',
    state: 'drifted',
    changedAt: hoursAgo(3),
    rotationSeconds: 30 * 86_400,
    hops: [
      hop(
        'origin',
        'Vault KV entry',
        'kv/apps/billing/database in the namespace storefront',
        'Version 7 was written 3 hours ago.',
        { changedAt: hoursAgo(3) },
      ),
      hop(
        'transport',
        'VaultStaticSecret',
        'VaultStaticSecret databases/billing-db',
        'It wrote the Secret 2 hours ago.',
        { changedAt: hoursAgo(2) },
      ),
      ...lastHops('billing').slice(0, 1),
      hop(
        'database',
        'Role in PostgreSQL',
        'Cluster databases/billing-cnpg',
        'PostgreSQL has the password of 3 days ago: the Secret changed since, and CloudNativePG did not apply it.',
        { state: 'drifted', decides: true },
      ),
    ],
    consumers: [
      consumer('Deployment web-billing/web', { startedAt: hoursAgo(1) }),
      consumer('Deployment web-billing/worker', {
        startedAt: hoursAgo(200),
        startedBeforeChange: true,
      }),
      consumer('CronJob web-billing/report', {
        reads: 'volume',
        startedAt: hoursAgo(100),
        startedBeforeChange: true,
      }),
      consumer('Pod web-billing/debug', {
        startedAt: undefined,
        startedBeforeChange: undefined,
      }),
    ],
  }),

  vaultDynamicExpired: chain('reports', {
    source: 'vault-dynamic',
    transport: 'Vault Secrets Operator',
    state: 'expired',
    changedAt: hoursAgo(30),
    rotationSeconds: 86_400,
    expiresAt: hoursAgo(6),
    hops: [
      hop(
        'origin',
        'Vault database role',
        'database/roles/reports-readonly',
        'It makes a user for 24 hours.',
        { changedAt: undefined },
      ),
      hop(
        'transport',
        'VaultDynamicSecret',
        'VaultDynamicSecret web-reports/db',
        'The lease ended 6 hours ago, and was not renewed.',
        { state: 'expired', decides: true, changedAt: hoursAgo(30) },
      ),
      hop(
        'secret',
        'Secret',
        'Secret web-reports/db',
        'It holds the user of the lease that ended.',
        { state: 'expired', changedAt: hoursAgo(30) },
      ),
    ],
  }),

  externalSecretFailing: chain('orders', {
    source: 'external-secret',
    transport: 'External Secrets Operator',
    state: 'failing',
    hops: [
      hop(
        'origin',
        'Secret store',
        'ClusterSecretStore secrets-manager',
        'The store does not accept its credentials, for 5 hours.',
        { state: 'failing', decides: true, changedAt: undefined },
      ),
      hop(
        'transport',
        'ExternalSecret',
        'ExternalSecret databases/orders-db',
        'It cannot be refreshed: could not get secret data from provider.',
        { state: 'failing' },
      ),
      ...lastHops('orders'),
    ],
  }),

  sealedSecretPending: chain('reviews', {
    source: 'sealed-secret',
    transport: 'Sealed Secrets',
    state: 'pending',
    hops: [
      hop(
        'origin',
        'SealedSecret in git',
        'file secrets/databases/reviews-db.yaml',
        'It changed 4 minutes ago.',
        { changedAt: minutesAgo(4) },
      ),
      hop(
        'transport',
        'SealedSecret',
        'SealedSecret databases/reviews-db',
        'The controller has not unsealed the newest generation yet.',
        { state: 'pending', decides: true },
      ),
      ...lastHops('reviews'),
    ],
  }),

  operatorGenerated: chain('carts', {
    id: 'databases/carts-cnpg-app',
    source: 'operator-generated',
    transport: undefined,
    hops: [
      hop(
        'origin',
        'CloudNativePG',
        'Cluster databases/carts-cnpg',
        'It made the password when the cluster was created.',
      ),
      ...lastHops('carts'),
    ],
    consumers: [],
  }),

  plainSecret: chain('catalog', {
    source: 'plain-secret',
    transport: 'Argo CD',
    state: 'weak',
    hops: [
      hop(
        'origin',
        'Manifest in git',
        'file deploy/catalog/secret.yaml',
        'The password stands in git for everybody to read.',
        { state: 'weak', decides: true },
      ),
      ...lastHops('catalog'),
    ],
  }),

  conflicting: chain('inventory', {
    source: 'conflicting',
    claims: ['sops', 'external-secret'],
    transport: undefined,
    state: 'drifted',
    hops: [
      hop(
        'origin',
        'SOPS file',
        'file secrets/databases/inventory-db.yaml',
        'It changed 3 days ago.',
        { claim: 0, state: 'drifted', decides: true },
      ),
      hop(
        'transport',
        'Argo CD with KSOPS',
        'Application argocd/infra-secrets',
        'It writes the Secret with every sync.',
        { claim: 0 },
      ),
      hop(
        'origin',
        'Secret store',
        'SecretStore databases/aws',
        'It is valid.',
        { claim: 1, changedAt: undefined },
      ),
      hop(
        'transport',
        'ExternalSecret',
        'ExternalSecret databases/inventory-db',
        'It writes the same Secret every hour.',
        { claim: 1, state: 'drifted' },
      ),
      ...lastHops('inventory'),
    ],
  }),

  unknown: chain('ledger', {
    source: 'unknown',
    transport: undefined,
    state: 'unknown',
    role: undefined,
    changedAt: undefined,
    hops: [
      hop(
        'origin',
        'Source',
        'git:forge.example.test/finance/gitops',
        'Nobody knows what writes it: the repository cannot be read.',
        {
          state: 'unknown',
          decides: true,
          changedAt: undefined,
          evidence: [],
        },
      ),
      ...lastHops('ledger').slice(0, 1),
    ],
  }),

  threeNamespaces: chain('feature-flags', {
    source: 'vault-static',
    transport: 'Vault Secrets Operator',
    purpose: 'role',
    role: 'a_role_whose_name_is_as_long_as_postgresql_lets_a_name_become_63',
    id: 'a-namespace-as-long-as-namespaces-may-ever-become-63-characters/feature-flags-of-the-storefront-database-credentials',
    hops: [
      hop(
        'origin',
        'Vault KV entry',
        'kv-of-the-platform-team/teams/storefront/environments/production/applications/feature-flags/database/postgresql in the namespace company/emea/platform-of-the-storefront',
        'Version 214 was written 3 days ago.',
      ),
      ...lastHops('feature-flags'),
    ],
    consumers: Array.from({ length: 40 }, (_, index) =>
      consumer(`Deployment web-feature-flags/worker-${index + 1}`, {
        startedAt: hoursAgo(10 * (index + 1)),
        startedBeforeChange: index >= 32,
      }),
    ),
  }),
} satisfies { readonly [name: string]: CredentialChain };
