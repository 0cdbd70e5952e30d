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

import { instantOf, sinceOf } from '../../assessment';
import { event } from '../../kinds';
import { observation } from '../../messages';
import { evidenceOf } from '../../observation';
import { CredentialRule } from '../CredentialScene';
import { nameOf } from '../nameOf';

/** As long as an API server keeps them by default: seconds. */
const KEPT = 3600;

/** Of these nothing is written to a status: the last good word is of before. */
const failures: ReadonlySet<string> = new Set([
  'SecretSyncError',
  'VaultClientConfigError',
  'VaultClientError',
  'SecretLeaseRenewalError',
  'TransformationError',
]);

/** @internal */
export const credentialEvents: CredentialRule = {
  id: 'credential-events',
  title: 'The Vault Secrets Operator warned of nothing within the hour.',
  check: ({ chain, facts, clock }) =>
    chain.hops.flatMap(hop => {
      const [kind, name] = hop.object.split(' ');
      if (!['VaultStaticSecret', 'VaultDynamicSecret'].includes(kind)) {
        return [];
      }
      const good = hop.report.says === 'good' ? hop.report.at : undefined;
      return facts.of(event, `${kind}/${name}`).flatMap(fact => {
        const { type, reason, message, firstSeen, lastSeen } = fact.data;
        const seen = instantOf(lastSeen);
        if (
          type !== 'Warning' ||
          seen === undefined ||
          clock.isOlder(seen, KEPT) ||
          seen <= (instantOf(good) ?? -Infinity)
        ) {
          return [];
        }
        return [
          observation(
            'credentialEvents.warning',
            {
              object: hop.object,
              secret: nameOf(chain.secret),
              text: [reason, message].filter(Boolean).join(': '),
            },
            {
              ...(failures.has(reason) && { state: 'failing' as const }),
              severity: 'error',
              ...sinceOf(firstSeen ?? lastSeen),
              evidence: [
                ...hop.evidence.slice(0, 1),
                evidenceOf(event, fact, 'message', message),
              ],
            },
          ),
        ];
      });
    }),
};
