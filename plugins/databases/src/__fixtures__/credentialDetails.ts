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

import { CredentialChain, DatabaseDetail } from '@basewell/plugin-databases-common';
import { chain } from './chain';
import { chains } from './chains';
import { description } from './descriptions';
import { detail } from './detail';
import { found, verdict } from './verdict';

/** A database that is well but for where its passwords come from. */
export function credentialDetail(
  app: string,
  ...shown: readonly CredentialChain[]
): DatabaseDetail {
  const [{ hops, source, state }] = shown;
  const summary = (hops.find(({ decides }) => decides) ?? hops[0]).summary;
  return detail(app, {
    lanes: {
      credential:
        state === 'in-sync'
          ? verdict(state, summary, { source })
          : found(
              state,
              {
                rule: `credential/${state}`,
                severity: ['failing', 'expired'].includes(state)
                  ? 'error'
                  : 'warning',
                summary,
                remedy: 'Look at the hop that is marked.',
              },
              { source },
            ),
    },
    description: description(app, { credentials: { chains: shown } }),
  });
}

/** One database for each chain, by what is to be seen. */
export const credentialDetails = {
  inSync: credentialDetail('shop', chains.sops),
  weak: credentialDetail('wiki', chains.sopsWeak),
  drifted: credentialDetail(
    'billing',
    chains.vaultStaticDrifted,
    chain('billing', {
      id: 'databases/billing-superuser',
      purpose: 'superuser',
      role: 'postgres',
    }),
  ),
  expired: credentialDetail('reports', chains.vaultDynamicExpired),
  failing: credentialDetail('orders', chains.externalSecretFailing),
  pending: credentialDetail('reviews', chains.sealedSecretPending),
  operator: credentialDetail('carts', chains.operatorGenerated),
  plain: credentialDetail('catalog', chains.plainSecret),
  conflicting: credentialDetail('inventory', chains.conflicting),
  unknown: credentialDetail('ledger', chains.unknown),
  longNames: credentialDetail('feature-flags', chains.threeNamespaces),
} satisfies { readonly [name: string]: DatabaseDetail };
