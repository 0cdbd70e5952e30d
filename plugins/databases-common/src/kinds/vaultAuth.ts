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
import { redactedText } from './redactedText';
import { readSecretConditions, SecretCondition } from './SecretCondition';

/**
 * What is kept of the way in which the Vault Secrets Operator logs in.
 *
 * @public
 */
export interface VaultAuthData {
  /** Namespace of Vault. */
  readonly vaultNamespace?: string;
  /** Left out when it is the default: another object names the Vault. */
  readonly connection?: string;
  readonly valid?: boolean;
  readonly error?: string;
  readonly conditions: readonly SecretCondition[];
}

/** Found under `<namespace>/<name>`. @public */
export const vaultAuth: ObservedKind<VaultAuthData> = {
  id: 'vaultauths.secrets.hashicorp.com',
  group: 'secrets.hashicorp.com',
  versions: ['v1beta1'],
  resource: 'vaultauths',
  kind: 'VaultAuth',
  namespaced: true,
  elsewhere: true,
  feeds:
    'Whether the Vault Secrets Operator can log in, and into which namespace of Vault.',
  lane: 'credential',
  project(object) {
    const fields = Fields.of(object);
    return {
      vaultNamespace: fields.string('spec', 'namespace'),
      connection: fields.string('spec', 'vaultConnectionRef'),
      valid: fields.boolean('status', 'valid'),
      error: redactedText(fields.string('status', 'error') || undefined),
      conditions: readSecretConditions(fields),
    };
  },
  keys: ({ namespace, name }) => [`vault-auth:${namespace}/${name}`],
};
