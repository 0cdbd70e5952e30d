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

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CredentialCase } from '../credentials/__testUtils__/CredentialCase';
import {
  application,
  at,
  cluster,
  deployment,
  externalSecret,
  generating,
  pushSecret,
  sealedSecret,
  secretObject,
  secretStore,
  sopsSecret,
  staticRoleSecret,
  vaultAuth,
  vaultDynamicSecret,
  vaultStaticSecret,
  warning,
} from '../credentials/__testUtils__/credentialObjects';
import { KubeObject } from '../model';
import { keptOf } from './__testUtils__/keptOf';

const golden = join(__dirname, '__fixtures__/credentialKinds.kept.txt');

/** Everything that may hold a value, and much beside. */
const objects: readonly KubeObject[] = [
  cluster({
    spec: {
      enableSuperuserAccess: true,
      superuserSecret: { name: 'postgres' },
      managed: {
        roles: [{ name: 'reader', passwordSecret: { name: 'reader' } }],
      },
    },
    status: {
      secretsResourceVersion: {
        superuserSecretVersion: '1',
        managedRoleSecretVersion: { reader: '2' },
        caSecretVersion: '3',
      },
      managedRolesStatus: {
        passwordStatus: { reader: { resourceVersion: '2', transactionID: 7 } },
      },
    },
  }),
  generating(),
  vaultStaticSecret({
    spec: {
      destination: {
        name: 'db',
        transformation: { templates: { uri: { text: 'text' } } },
      },
      rolloutRestartTargets: [{ kind: 'Deployment', name: 'web' }],
    },
  }),
  vaultDynamicSecret(),
  staticRoleSecret(at('03:00')),
  vaultAuth({ valid: false, error: 'error' }),
  externalSecret({
    spec: {
      target: { name: 'db', template: { data: { password: 'open' } } },
      refreshPolicy: 'Periodic',
    },
  }),
  pushSecret(),
  secretStore(false),
  sealedSecret({ message: 'message' }),
  {
    ...sopsSecret('Healthy'),
    sops: { mac: 'mac', age: [{ recipient: 'age1', enc: 'enc' }] },
    spec: {
      secretTemplates: [{ name: 'db', stringData: { password: 'ENC[a]' } }],
    },
  },
  application(),
  deployment(at('10:00'), {
    containers: [
      {
        env: [
          { name: 'PASSWORD', value: 'open' },
          {
            name: 'URI',
            valueFrom: { secretKeyRef: { name: 'db', key: 'uri' } },
          },
        ],
        envFrom: [
          { secretRef: { name: 'db' }, prefix: 'P' },
          { configMapRef: { name: 'settings' } },
        ],
        command: ['psql', 'postgres://shop:open@db'],
      },
    ],
    volumes: [
      { secret: { secretName: 'files' } },
      { projected: { sources: [{ secret: { name: 'more' } }] } },
    ],
  }),
  warning('VaultStaticSecret', 'SecretSyncError', at('11:00')),
  {
    ...secretObject(at('10:00'), {
      labels: { app: 'shop', 'cnpg.io/reload': 'true' },
      annotations: {
        'argocd.argoproj.io/tracking-id': 'infra:/Secret:databases/db',
        'kubectl.kubernetes.io/last-applied-configuration': '{}',
        'reconcile.external-secrets.io/data-hash': 'hash',
        note: 'note',
      },
      ownerReferences: [
        { apiVersion: 'v1', kind: 'Owner', name: 'db', uid: 'u' },
      ],
    }),
    type: 'Opaque',
    data: { password: 'b3Blbg==' },
    stringData: { password: 'open' },
  },
];

/** Every field that is kept is on this list, so that no value slips in. */
it('keeps of an object what its kind declares, and nothing else', () => {
  const keep = (object: KubeObject) =>
    JSON.stringify(
      new CredentialCase({ objects: [object], secretMetadata: true }).facts,
    );
  const lines = `${[...new Set(objects.flatMap(object => keptOf(object, keep)))].sort().join('\n')}\n`;
  if (process.env.UPDATE_GOLDENS) {
    writeFileSync(golden, lines);
  }
  expect(lines).toBe(readFileSync(golden, 'utf8'));
});
