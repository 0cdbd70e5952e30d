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
import { ObservedKind, toFact } from '../observation';
import { redactedText } from './redactedText';
import { repositoryOf } from './applicationSource';
import {
  clusterExternalSecret,
  deployment,
  event,
  externalSecret,
  pushSecret,
  sealedSecret,
  sopsSecret,
  vaultDynamicSecret,
  vaultStaticSecret,
} from '.';

const long = 'word '.repeat(1000);
const conditions = Array.from({ length: 20 }, (_, index) => ({
  type: `Condition${index}`,
  status: 'False',
  reason: 'SecretSyncedError',
  message: long,
  lastTransitionTime: '2026-11-21T08:00:00Z',
}));

function factOf<Data>(kind: ObservedKind<Data>, object: object) {
  return toFact(
    kind,
    {
      apiVersion: `${kind.group}/v1`,
      kind: kind.kind,
      metadata: { name: 'db', namespace: 'web-shop', generation: 2 },
      ...object,
    } as KubeObject,
    { kubernetesCluster: 'prod', observedAt: '2026-11-21T12:00:00Z' },
  );
}

describe('what is kept of the objects of credentials', () => {
  it.each([
    {
      kind: vaultStaticSecret,
      object: {
        spec: { mount: '/kv/', path: 'a/b', destination: { name: 's' } },
        status: { conditions },
      },
      keys: ['secret:web-shop/s', 'vault-path:kv/a/b'],
    },
    {
      kind: vaultDynamicSecret,
      object: {
        spec: { mount: 'db', path: 'creds/a', destination: { name: 's' } },
        status: { conditions, lastRenewalTime: 1e18 },
      },
      keys: ['secret:web-shop/s', 'vault-path:db/creds/a'],
    },
    {
      kind: externalSecret,
      object: {
        spec: {
          secretStoreRef: { name: 'vault' },
          data: Array.from({ length: 3 }, (_, index) => ({
            remoteRef: { key: `entry-${index}` },
          })),
        },
        status: { conditions },
      },
      keys: [
        'secret:web-shop/db',
        ...[0, 1, 2].map(
          index => `remote:store:SecretStore/web-shop/vault/entry-${index}`,
        ),
      ],
    },
    {
      kind: pushSecret,
      object: {
        spec: {
          selector: { secret: { name: 's' } },
          secretStoreRefs: [{ kind: 'ClusterSecretStore', name: 'vault' }],
          data: [{ match: { remoteRef: { remoteKey: 'entry' } } }],
        },
        status: { conditions },
      },
      keys: [
        'secret:web-shop/s',
        'remote:store:ClusterSecretStore/vault/entry',
      ],
    },
    {
      kind: sealedSecret,
      object: { status: { conditions } },
      keys: ['secret:web-shop/db'],
    },
    {
      kind: sopsSecret,
      object: {
        spec: { secretTemplates: [{ name: 'a' }, { name: 'b' }] },
        status: { message: long },
      },
      keys: ['secret:web-shop/a', 'secret:web-shop/b'],
    },
    {
      kind: clusterExternalSecret,
      object: {
        status: {
          failedNamespaces: Array.from({ length: 100 }, () => ({
            namespace: 'web-shop',
            reason: long,
          })),
        },
      },
      keys: ['cluster-external-secret:db'],
    },
  ] as const)('is at most 2 kB of a $kind.kind', ({ kind, object, keys }) => {
    const fact = factOf(kind as ObservedKind, object)!;
    expect(JSON.stringify(fact).length).toBeLessThan(2048);
    expect(kind.keys(fact as never)).toEqual(keys);
  });

  it('is at most 2 kB of a workload with many Secrets', () => {
    const fact = factOf(deployment, {
      spec: {
        template: {
          spec: {
            containers: [
              {
                envFrom: Array.from({ length: 200 }, (_, index) => ({
                  secretRef: { name: `secret-${index}` },
                })),
              },
            ],
          },
        },
      },
    })!;
    expect(JSON.stringify(fact).length).toBeLessThan(2048);
    expect(fact.data.secrets.length + fact.data.secretsCut!).toBe(200);
  });

  it('is nothing of a workload that reads no Secret', () => {
    const spec = { template: { spec: { containers: [{ env: [{}] }] } } };
    expect(factOf(deployment, { spec })).toBeUndefined();
  });

  it('is nothing of the values in a workload', () => {
    const fact = factOf(deployment, {
      spec: {
        template: {
          spec: {
            containers: [
              {
                env: [
                  { name: 'PASSWORD', value: 'canary' },
                  { valueFrom: { secretKeyRef: { name: 's', key: 'canary' } } },
                ],
              },
            ],
          },
        },
      },
    });
    expect(fact?.data.secrets).toEqual([{ name: 's', reads: 'environment' }]);
    expect(JSON.stringify(fact)).not.toContain('canary');
  });

  it('is a message of Vault without what is secret in it', () => {
    const fact = factOf(event, {
      involvedObject: {
        kind: 'VaultDynamicSecret',
        name: 'db',
        apiVersion: 'secrets.hashicorp.com/v1beta1',
      },
      type: 'Warning',
      reason: 'SecretLeaseRenewalError',
      message: 'lease database/creds/app/2f6a614cABCDabcd12345678 not found',
    });
    expect(fact?.data.message).toBe('lease database/creds/app/… not found');
  });
});

describe('redactedText', () => {
  it.each([
    { text: 'permission denied', kept: 'permission denied' },
    {
      text: 'Put "https://vault.example.com:8200/v1/auth/kubernetes/login": EOF',
      kept: 'Put "…": EOF',
    },
    {
      text: 'dial postgres://shop:hunter2@db:5432/shop refused',
      kept: 'dial … refused',
    },
    { text: 'token hvs.CAESIJ-x_y.z expired', kept: 'token … expired' },
    {
      text: 'database/creds/app/h7jQ2kLm9PzXcVbN3wErTy12 is gone',
      kept: 'database/creds/app/… is gone',
    },
    { text: 'password: "abc" is wrong', kept: 'password: "…" is wrong' },
    {
      text: 'vaultstaticsecrets.secrets.hashicorp.com "web-shop-database"',
      kept: 'vaultstaticsecrets.secrets.hashicorp.com "web-shop-database"',
    },
  ])('keeps "$kept"', ({ text, kept }) => {
    expect(redactedText(text)).toBe(kept);
  });
});

describe('repositoryOf', () => {
  it.each([
    {
      url: 'https://git.example.com/platform/infra.git',
      repository: 'git:git.example.com/platform/infra',
    },
    {
      url: 'https://x:y@git.example.com:3000/platform/infra/',
      repository: 'git:git.example.com:3000/platform/infra',
    },
    {
      url: 'git@git.example.com:group/sub/infra.git',
      repository: 'git:git.example.com/group/sub/infra',
    },
    {
      url: 'ssh://git@git.example.com/platform/infra.git',
      repository: 'git:git.example.com/platform/infra',
    },
    { url: 'https://charts.example.com', repository: undefined },
    { url: undefined, repository: undefined },
  ])('of $url is $repository', ({ url, repository }) => {
    expect(repositoryOf(url)).toBe(repository);
  });
});
