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

import { Fields, ObservedKind } from '../observation';
import { readSecretConditions, SecretCondition } from './SecretCondition';

/**
 * What is kept of the way to a Vault.
 *
 * @public
 */
export interface VaultConnectionData {
  /** Of the Vault, as seen from the Kubernetes cluster. */
  readonly address?: string;
  /** Whoever stands between can read and change everything. */
  readonly skipsTlsVerify: boolean;
  readonly valid?: boolean;
  readonly conditions: readonly SecretCondition[];
}

/** Found under `vault-connection:<namespace>/<name>`. @public */
export const vaultConnection: ObservedKind<VaultConnectionData> = {
  id: 'vaultconnections.secrets.hashicorp.com',
  group: 'secrets.hashicorp.com',
  versions: ['v1beta1'],
  resource: 'vaultconnections',
  kind: 'VaultConnection',
  namespaced: true,
  elsewhere: true,
  feeds:
    'Whether the Vault Secrets Operator reaches its Vault, and how safely.',
  lane: 'credential',
  project(object) {
    const fields = Fields.of(object);
    return {
      address: fields.string('spec', 'address'),
      skipsTlsVerify: fields.boolean('spec', 'skipTLSVerify') === true,
      valid: fields.boolean('status', 'valid'),
      conditions: readSecretConditions(fields),
    };
  },
  keys: ({ namespace, name }) => [`vault-connection:${namespace}/${name}`],
};
