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
import { readVaultPath, VaultPath, vaultPathKey } from './vaultPath';

/**
 * What is kept of a copy of a Vault KV entry. Conditions exist from version 1.0
 * of the operator on.
 *
 * @public
 */
export interface VaultStaticSecretData extends VaultPath {
  /** The Secret that it writes. */
  readonly secret: string;
  /** Name of the VaultAuth, or `<namespace>/<name>`. */
  readonly auth?: string;
  /** How often it looks: `60s`. Without, it looks when something changes. */
  readonly refreshAfter?: string;
  /** Whether workloads are restarted when the value changes. */
  readonly restarts: boolean;
  readonly generation?: number;
  readonly observedGeneration?: number;
  readonly conditions: readonly SecretCondition[];
}

/** Found under `secret:<namespace>/<Secret>`, and by what it reads. @public */
export const vaultStaticSecret: ObservedKind<VaultStaticSecretData> = {
  id: 'vaultstaticsecrets.secrets.hashicorp.com',
  group: 'secrets.hashicorp.com',
  versions: ['v1beta1'],
  resource: 'vaultstaticsecrets',
  kind: 'VaultStaticSecret',
  namespaced: true,
  elsewhere: true,
  feeds: 'Which Vault entry a Secret is copied from, and whether that works.',
  lane: 'credential',
  project(object) {
    const fields = Fields.of(object);
    const secret = fields.string('spec', 'destination', 'name');
    return secret
      ? {
          ...readVaultPath(fields.at('spec')),
          secret,
          auth: fields.string('spec', 'vaultAuthRef') || undefined,
          refreshAfter: fields.string('spec', 'refreshAfter'),
          restarts: fields.list('spec', 'rolloutRestartTargets').length > 0,
          generation: fields.number('metadata', 'generation'),
          observedGeneration: fields.number('status', 'lastGeneration'),
          conditions: readSecretConditions(fields),
        }
      : undefined;
  },
  keys: ({ namespace, data }) => [
    `secret:${namespace}/${data.secret}`,
    vaultPathKey(data),
  ],
};
