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
 * What is kept of credentials that Vault makes for a time.
 *
 * @public
 */
export interface VaultDynamicSecretData extends VaultPath {
  /** The Secret that it writes. */
  readonly secret: string;
  readonly auth?: string;
  readonly restarts: boolean;
  readonly generation?: number;
  readonly observedGeneration?: number;
  /** RFC 3339. */
  readonly renewedAt?: string;
  /** How long the lease lasts from there: seconds. */
  readonly leaseSeconds?: number;
  /**
   * Id of the lease, by which Vault can be asked about it. No secret, but with it
   * and the right to do so the lease can be revoked: nothing shows it.
   */
  readonly lease?: string;
  /** Of a static role: when its password was changed, and how often that is promised. */
  readonly staticRole?: {
    readonly rotatedAt?: string;
    readonly periodSeconds?: number;
  };
  readonly conditions: readonly SecretCondition[];
}

/** Found under `secret:<namespace>/<Secret>`, and by what it reads. @public */
export const vaultDynamicSecret: ObservedKind<VaultDynamicSecretData> = {
  id: 'vaultdynamicsecrets.secrets.hashicorp.com',
  group: 'secrets.hashicorp.com',
  versions: ['v1beta1'],
  resource: 'vaultdynamicsecrets',
  kind: 'VaultDynamicSecret',
  namespaced: true,
  elsewhere: true,
  feeds: 'Until when credentials that Vault made are valid.',
  lane: 'credential',
  project(object) {
    const fields = Fields.of(object);
    const status = fields.at('status');
    const secret = fields.string('spec', 'destination', 'name');
    const role = status.at('staticCredsMetaData');
    const rotatedAt = fromUnix(role.number('lastVaultRotation'));
    const path = readVaultPath(fields.at('spec'));
    return secret
      ? {
          ...path,
          secret,
          auth: fields.string('spec', 'vaultAuthRef') || undefined,
          restarts: fields.list('spec', 'rolloutRestartTargets').length > 0,
          generation: fields.number('metadata', 'generation'),
          observedGeneration: status.number('lastGeneration'),
          renewedAt: fromUnix(status.number('lastRenewalTime')),
          leaseSeconds: status.number('secretLease', 'duration') || undefined,
          lease: leaseOf(path, status.string('secretLease', 'id')),
          staticRole: rotatedAt
            ? {
                rotatedAt,
                periodSeconds: role.number('rotationPeriod') || undefined,
              }
            : undefined,
          conditions: readSecretConditions(fields),
        }
      : undefined;
  },
  keys: ({ namespace, data }) => [
    `secret:${namespace}/${data.secret}`,
    vaultPathKey(data),
  ],
};

/** `<mount>/<path>/<random>`, as Vault makes it of what was read. */
function leaseOf(
  { mount, path }: VaultPath,
  id: string | undefined,
): string | undefined {
  const begin = `${mount}/${path}/`;
  return id?.startsWith(begin) && /^[\w.-]{1,100}$/.test(id.slice(begin.length))
    ? id
    : undefined;
}

/** Zero stands for never; what no calendar has is as good as absent. */
function fromUnix(seconds: number | undefined): string | undefined {
  return seconds && seconds > 0 && seconds < 253_402_300_800
    ? new Date(seconds * 1000).toISOString()
    : undefined;
}
