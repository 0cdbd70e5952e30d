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

import { clusterObject, Patch } from '../../engines/cnpg/__testUtils__/objects';
import { SecretFileData, VaultEntryData, VaultKvEntry } from '../../kinds';
import { KubeObject } from '../../model';

export const NOW = '2026-11-21T12:00:00Z';
export const KUBERNETES_CLUSTER = 'prod';
export const REPOSITORY = 'git:git.example.com/platform/infra';
export const VAULT = 'vault:main';

/** The Secret that the database is made with. */
const SECRET = 'shop-initdb-secret';
/** An instant of that day. */
export function at(time: string): string {
  return `2026-11-21T${time}:00Z`;
}

/** A database that takes its password from `shop-initdb-secret`. */
export function cluster(patch: Patch = {}): KubeObject {
  return clusterObject({
    ...patch,
    status: {
      secretsResourceVersion: { applicationSecretVersion: '1001' },
      ...(patch.status as object),
    },
  });
}

/** The same without a Secret that is named: CloudNativePG makes it. */
export function generating(status: Patch = {}): KubeObject {
  return cluster({ spec: { bootstrap: { initdb: { secret: null } } }, status });
}

export function condition(
  type: string,
  lastTransitionTime: string,
  rest: Patch = {},
): object {
  return {
    type,
    status: 'True',
    reason: 'Ok',
    message: 'It is well',
    lastTransitionTime,
    ...rest,
  };
}

interface Parts {
  readonly name?: string;
  readonly namespace?: string;
  readonly spec?: Patch;
  readonly status?: Patch;
  readonly metadata?: Patch;
}

function object(
  apiVersion: string,
  kind: string,
  { name = 'shop-db', namespace = 'databases', spec, status, metadata }: Parts,
): KubeObject {
  return {
    apiVersion,
    kind,
    metadata: {
      name,
      namespace,
      uid: `${kind}-${namespace}-${name}`,
      generation: 2,
      creationTimestamp: '2026-10-01T08:00:00Z',
      ...metadata,
    },
    spec,
    ...(status && { status }),
  };
}

/** As version 1.3 of the operator leaves it. */
export function vaultStaticSecret(parts: Parts = {}): KubeObject {
  return object('secrets.hashicorp.com/v1beta1', 'VaultStaticSecret', {
    ...parts,
    spec: {
      mount: 'kv',
      path: 'apps/shop/database',
      type: 'kv-v2',
      vaultAuthRef: 'default',
      refreshAfter: '60s',
      destination: { name: SECRET },
      ...parts.spec,
    },
    status: {
      lastGeneration: 2,
      secretMAC: 'bWFj',
      conditions: [
        condition('SecretSynced', at('09:00')),
        condition('Healthy', at('11:59')),
        condition('Ready', at('11:59')),
      ],
      ...parts.status,
    },
  });
}

export function vaultDynamicSecret(parts: Parts = {}): KubeObject {
  return object('secrets.hashicorp.com/v1beta1', 'VaultDynamicSecret', {
    ...parts,
    spec: {
      mount: 'database',
      path: 'creds/shop',
      destination: { name: SECRET },
      ...parts.spec,
    },
    status: {
      lastGeneration: 2,
      lastRenewalTime: Date.parse(at('11:30')) / 1000,
      secretLease: {
        id: 'database/creds/shop/lease',
        duration: 3600,
        renewable: true,
        requestID: 'request',
      },
      conditions: [condition('SecretSynced', at('11:30'))],
      ...parts.status,
    },
  });
}

/** One whose password Vault changes every day. */
export function staticRoleSecret(rotatedAt: string, path = 'shop'): KubeObject {
  return vaultDynamicSecret({
    spec: { path: `static-creds/${path}` },
    status: {
      lastRenewalTime: 0,
      secretLease: { id: '', duration: 0, renewable: false, requestID: '' },
      staticCredsMetaData: {
        lastVaultRotation: Date.parse(rotatedAt) / 1000,
        rotationPeriod: 86_400,
        ttl: 3600,
      },
    },
  });
}

export function vaultAuth(status: Patch): KubeObject {
  return object('secrets.hashicorp.com/v1beta1', 'VaultAuth', {
    name: 'default',
    spec: { method: 'kubernetes', mount: 'kubernetes' },
    status,
  });
}

export function externalSecret(parts: Parts = {}): KubeObject {
  return object('external-secrets.io/v1', 'ExternalSecret', {
    ...parts,
    spec: {
      secretStoreRef: { kind: 'ClusterSecretStore', name: 'manager' },
      target: { name: SECRET },
      refreshInterval: '1h0m0s',
      data: [{ secretKey: 'password', remoteRef: { key: 'shop/database' } }],
      ...parts.spec,
    },
    status: {
      refreshTime: at('11:30'),
      syncedResourceVersion: '2-0f0f0f',
      conditions: [condition('Ready', '2026-10-01T08:00:05Z')],
      ...parts.status,
    },
  });
}

export function secretStore(ready: boolean, provider: object = { aws: {} }) {
  const { metadata, ...rest } = object(
    'external-secrets.io/v1',
    'ClusterSecretStore',
    {
      name: 'manager',
      spec: { provider },
      status: {
        conditions: [
          condition('Ready', at('07:00'), {
            status: ready ? 'True' : 'False',
            reason: ready ? 'Valid' : 'InvalidProviderConfig',
            message: 'the role may not be assumed',
          }),
        ],
      },
    },
  );
  return { ...rest, metadata: { ...metadata, namespace: undefined } };
}

export function pushSecret(parts: Parts = {}): KubeObject {
  return object('external-secrets.io/v1alpha1', 'PushSecret', {
    name: 'shop-push',
    ...parts,
    spec: {
      secretStoreRefs: [{ kind: 'ClusterSecretStore', name: 'manager' }],
      selector: { secret: { name: 'shop-cnpg-app' } },
      refreshInterval: '1h0m0s',
      data: [{ match: { remoteRef: { remoteKey: 'shop/database' } } }],
      ...parts.spec,
    },
    status: {
      refreshTime: at('11:40'),
      conditions: [condition('Ready', '2026-10-01T08:00:05Z')],
      ...parts.status,
    },
  });
}

export function sealedSecret(synced: Patch = {}): KubeObject {
  return object('bitnami.com/v1alpha1', 'SealedSecret', {
    name: SECRET,
    spec: { template: { metadata: { name: SECRET } } },
    status: {
      observedGeneration: 2,
      conditions: [condition('Synced', at('08:00'), synced)],
    },
  });
}

export function sopsSecret(message: string | undefined): KubeObject {
  return object('isindir.github.com/v1alpha3', 'SopsSecret', {
    spec: { secretTemplates: [{ name: SECRET }] },
    status: { message },
  });
}

/** The Application that brings `secrets/` to the database's Kubernetes cluster. */
export function application(patch: Patch = {}): KubeObject {
  return object('argoproj.io/v1alpha1', 'Application', {
    name: 'infra-secrets',
    namespace: 'argocd',
    spec: {
      destination: { name: KUBERNETES_CLUSTER, namespace: 'databases' },
      source: {
        repoURL: 'https://git.example.com/platform/infra.git',
        path: 'secrets',
        targetRevision: 'main',
      },
    },
    status: {
      sync: { status: 'Synced', revision: 'abc' },
      reconciledAt: at('11:58'),
      ...patch,
    },
  });
}

/**
 * The Secret that the database is made with, as CloudNativePG has read it.
 *
 * @param writtenAt - when a manager wrote values last
 */
export function secretObject(
  writtenAt: string,
  metadata: KubeObject['metadata'] | object = {},
): KubeObject {
  return object('v1', 'Secret', {
    name: SECRET,
    metadata: {
      resourceVersion: '1001',
      managedFields: [
        {
          manager: 'kubectl',
          operation: 'Update',
          time: writtenAt,
          fieldsType: 'FieldsV1',
          fieldsV1: { 'f:data': { 'f:password': {} } },
        },
      ],
      ...metadata,
    },
  });
}

/** A Deployment whose app reads a Secret. */
export function deployment(
  rolledOutAt: string,
  parts: Patch & { readonly secret?: string } = {},
): KubeObject {
  const { secret = SECRET, ...container } = parts;
  return object('apps/v1', 'Deployment', {
    name: 'web',
    spec: {
      replicas: 2,
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: {
          containers: [
            {
              name: 'web',
              image: 'web:1',
              envFrom: [{ secretRef: { name: secret } }],
            },
          ],
          ...container,
        },
      },
    },
    status: {
      conditions: [
        {
          type: 'Progressing',
          status: 'True',
          reason: 'NewReplicaSetAvailable',
          lastUpdateTime: rolledOutAt,
        },
      ],
    },
  });
}

export function warning(
  kind: string,
  reason: string,
  lastTimestamp: string,
): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: `shop-db.${reason}`, namespace: 'databases' },
    involvedObject: {
      kind,
      apiVersion: 'secrets.hashicorp.com/v1beta1',
      name: 'shop-db',
      namespace: 'databases',
    },
    type: 'Warning',
    reason,
    message: 'permission denied',
    lastTimestamp,
    count: 3,
  };
}

/** A SOPS file whose value was changed the day before the database was made. */
export function file(data: Partial<SecretFileData> = {}): SecretFileData {
  return {
    path: `secrets/databases/${SECRET}.yaml`,
    line: 1,
    commit: 'abc',
    format: 'sops',
    decryptedBy: 'argocd',
    namespace: 'databases',
    name: SECRET,
    keys: [
      { name: 'username', length: 4 },
      { name: 'password', length: 32 },
    ],
    recipients: ['age1example'],
    hasMac: true,
    valueChange: { commit: 'aaa', at: '2026-09-30T08:00:00Z' },
    reloads: true,
    problems: [],
    ...data,
  };
}

export function kvEntry(entry: Partial<VaultKvEntry> = {}): VaultEntryData {
  return {
    mount: 'kv',
    path: 'apps/shop/database',
    entry: {
      type: 'kv',
      version: 2,
      currentVersion: 7,
      updatedAt: at('08:59'),
      ...entry,
    },
  };
}

export function staticRole(username: string): VaultEntryData {
  return {
    mount: 'database',
    path: 'static-roles/shop',
    entry: {
      type: 'static-role',
      username,
      rotationPeriod: 86_400,
      lastRotation: at('03:00'),
    },
  };
}
