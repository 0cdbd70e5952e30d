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

import { vaultAuth, vaultDynamicSecret, vaultEntry } from '../../kinds';
import { CredentialObservation } from '../CredentialObservation';
import { expiryOf, vaultDynamicSecretHop } from '../hops/vaultDynamicSecretHop';
import { vaultEntryHop } from '../hops/vaultEntryHop';
import { vaultLeaseHop } from '../hops/vaultLeaseHop';
import { vaultAccess } from './vaultAccess';

/** A user that Vault makes for a time, or one whose password it changes. */
export const vaultDynamicObservation: CredentialObservation = {
  id: 'vault-dynamic',
  observes: [vaultDynamicSecret, vaultAuth, vaultEntry],
  claims: (secret, scene) =>
    scene.facts
      .of(vaultDynamicSecret, `secret:${secret.namespace}/${secret.name}`)
      .map(fact => {
        const { mount, path, staticRole, leaseSeconds } = fact.data;
        const { vaultNamespace, hops } = vaultAccess(fact, scene);
        const { entry, ...origin } = vaultEntryHop(
          { vaultNamespace, mount, path },
          scene,
        );
        const role =
          entry?.data.entry.type === 'static-role'
            ? entry.data.entry
            : undefined;
        const rotationSeconds =
          staticRole?.periodSeconds ?? role?.rotationPeriod ?? leaseSeconds;
        const lease = vaultLeaseHop(fact, vaultNamespace, scene);
        const [expiresAt] = [expiryOf(fact), lease?.expiresAt]
          .flatMap(end => end ?? [])
          .sort();
        return {
          source: 'vault-dynamic',
          transport: 'Vault Secrets Operator',
          hops: [
            origin,
            ...(lease ? [lease] : []),
            ...hops,
            vaultDynamicSecretHop(fact, scene),
          ],
          ...(rotationSeconds && { rotationSeconds }),
          ...(expiresAt && { expiresAt }),
          ...(role?.username && { rotatesRole: role.username }),
        };
      }),
};
