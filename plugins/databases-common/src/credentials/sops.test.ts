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

import { DatabaseDraft, SecretOptions } from '../model';
import { standardSubject } from '../policy';
import { deleteGuard } from '../manifests';
import { SealedCredentials } from './CredentialSource';
import { sops } from './sops';

const { plan, context } = standardSubject();
const [dev, prod] = plan.databases;

function draft(
  database: DatabaseDraft = dev,
  options: Partial<SecretOptions> = {},
  poolerHost?: string,
) {
  return sops.draft!(
    database,
    {
      credentials: { source: 'sops' },
      secrets: { ...context.target.options.secrets, ...options },
    },
    { scheme: 'postgresql', port: 5432, ...(poolerHost && { poolerHost }) },
  ) as SealedCredentials;
}

const password = {
  from: 'generated',
  id: 'databases/shop-dev-initdb-secret/password',
  length: 32,
};
const uri = {
  from: 'connectionUri',
  scheme: 'postgresql',
  user: 'shop',
  password,
  host: 'shop-dev-cnpg-rw.databases.svc.cluster.local',
  port: 5432,
  database: 'shop',
  parameters: {},
};

describe('sops', () => {
  it('makes the bootstrap secret as CloudNativePG wants it', () => {
    expect(draft().bootstrap).toEqual({
      name: 'shop-dev-initdb-secret',
      namespace: 'databases',
      type: 'kubernetes.io/basic-auth',
      labels: { 'basewell.dev/app': 'shop', 'cnpg.io/reload': 'true' },
      // It stays as long as the cluster does, also when its file is reverted.
      annotations: { ...deleteGuard, 'argocd.argoproj.io/sync-wave': '-2' },
      values: { username: { from: 'literal', value: 'shop' }, password },
    });
  });

  it('makes the runtime secret with the same password', () => {
    expect(draft().runtime).toMatchObject({
      name: 'web-shop-dev-env',
      namespace: 'web-shop-dev',
      type: 'Opaque',
      labels: { 'basewell.dev/app': 'shop' },
      values: {
        DATABASE_URI: uri,
        PAYLOAD_SECRET: {
          from: 'generated',
          id: 'web-shop-dev/web-shop-dev-env/PAYLOAD_SECRET',
          length: 32,
        },
      },
    });
  });

  it.each<{
    reason: string;
    options?: Partial<SecretOptions>;
    poolerHost?: string;
    values: object;
  }>([
    {
      reason: 'another key, and nothing else',
      options: { uriKey: 'POSTGRES_URL', generatedKeys: [] },
      values: { POSTGRES_URL: uri },
    },
    {
      reason: 'the pooler beside the direct way, which migrations need',
      options: { generatedKeys: [] },
      poolerHost: 'pooler.databases.svc.cluster.local',
      values: {
        DATABASE_URI: uri,
        DATABASE_URI_POOLED: {
          ...uri,
          host: 'pooler.databases.svc.cluster.local',
        },
      },
    },
  ])('offers the app $reason', ({ options, poolerHost, values }) => {
    expect(draft(dev, options, poolerHost).runtime.values).toEqual(values);
  });

  it('keeps generated keys out of the second secret: the first has them', () => {
    expect(draft().extraRuntime).toMatchObject({
      name: 'web-shop-dev-db-env',
      namespace: 'web-shop-dev',
    });
    expect(draft().extraRuntime.values).toEqual({ DATABASE_URI: uri });
  });

  it('shares a password exactly where a bootstrap secret is shared', () => {
    const shared = { ...prod.names, bootstrapSecret: 'shop-initdb-secret' };
    const id = (database: DatabaseDraft) =>
      JSON.stringify(draft(database).bootstrap.values.password);
    expect(id(dev)).not.toBe(id(prod));
    expect(id({ ...dev, names: shared })).toBe(id({ ...prod, names: shared }));
  });

  it('makes no secret for backups that refer to one', () => {
    expect(draft(prod).backup).toBeUndefined();
    expect(draft(dev).backup).toBeUndefined();
  });

  it('seals the credentials for backups that a person gives', () => {
    const backup = prod.backup!;
    const credentials = { ...backup.credentials, provided: true };
    expect(
      draft({ ...prod, backup: { ...backup, credentials } }).backup,
    ).toMatchObject({
      name: 'backup-credentials',
      namespace: 'databases',
      labels: { 'cnpg.io/reload': 'true' },
      values: {
        accessKeyId: { from: 'provided', name: 'backupAccessKeyId' },
        secretAccessKey: { from: 'provided', name: 'backupSecretAccessKey' },
      },
    });
  });
});
