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
  vaultAuth,
  vaultEntry,
  vaultPathKey,
  vaultStaticSecret,
} from '../../kinds';
import { CredentialObservation } from '../CredentialObservation';
import { vaultEntryHop } from '../hops/vaultEntryHop';
import { vaultStaticSecretHop } from '../hops/vaultStaticSecretHop';
import { vaultAccess } from './vaultAccess';

/** An entry of Vault's KV that the Vault Secrets Operator copies. */
export const vaultStaticObservation: CredentialObservation = {
  id: 'vault-static',
  observes: [vaultStaticSecret, vaultAuth, vaultEntry],
  claims(secret, scene) {
    const { facts } = scene;
    return facts
      .of(vaultStaticSecret, `secret:${secret.namespace}/${secret.name}`)
      .map(fact => {
        const { mount, path } = fact.data;
        const { vaultNamespace, hops } = vaultAccess(fact, scene);
        return {
          source: 'vault-static',
          transport: 'Vault Secrets Operator',
          hops: [
            vaultEntryHop({ vaultNamespace, mount, path }, scene),
            ...hops,
            vaultStaticSecretHop(fact, scene),
          ],
          siblings: facts
            .of(vaultStaticSecret, vaultPathKey(fact.data))
            .map(({ namespace = '', data }) => ({
              namespace,
              name: data.secret,
            })),
        };
      });
  },
};
