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

import { KubeObject } from '../model';
import { Fields, ObservedKind } from '../observation';
import { readSecretConditions, SecretCondition } from './SecretCondition';

/**
 * What is kept of a place that the External Secrets Operator reads from.
 *
 * @public
 */
export interface SecretStoreData {
  /** `vault`, `aws`, `kubernetes`. */
  readonly provider?: string;
  /** Of a Vault: where it is, and where its entries begin. */
  readonly vault?: {
    readonly server?: string;
    readonly namespace?: string;
    readonly mount?: string;
  };
  readonly conditions: readonly SecretCondition[];
}

const common = {
  group: 'external-secrets.io',
  versions: ['v1', 'v1beta1'],
  elsewhere: true,
  feeds: 'Whether the External Secrets Operator can use its stores.',
  lane: 'credential',
  project: projectStore,
} as const;

/** Found under `store:SecretStore/<namespace>/<name>`. @public */
export const secretStore: ObservedKind<SecretStoreData> = {
  ...common,
  id: 'secretstores.external-secrets.io',
  resource: 'secretstores',
  kind: 'SecretStore',
  namespaced: true,
  keys: ({ namespace, name }) => [`store:SecretStore/${namespace}/${name}`],
};

/** Found under `store:ClusterSecretStore/<name>`. @public */
export const clusterSecretStore: ObservedKind<SecretStoreData> = {
  ...common,
  id: 'clustersecretstores.external-secrets.io',
  resource: 'clustersecretstores',
  kind: 'ClusterSecretStore',
  namespaced: false,
  keys: ({ name }) => [`store:ClusterSecretStore/${name}`],
};

function projectStore(object: KubeObject): SecretStoreData {
  const fields = Fields.of(object);
  const vault = fields.at('spec', 'provider', 'vault');
  return {
    provider: fields.entries('spec', 'provider')[0]?.[0],
    vault: vault.present
      ? {
          server: vault.string('server'),
          namespace: vault.string('namespace'),
          mount: vault.string('path')?.replace(/^\/+|\/+$/g, ''),
        }
      : undefined,
    conditions: readSecretConditions(fields),
  };
}
