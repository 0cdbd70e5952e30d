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

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SecretShapeId } from '@basewell/plugin-databases-common';
import { sealedHouse } from '@basewell/testkit';
import { PlannedChange } from '../planning';
import { keepSecrets } from './keepSecrets';

const path = 'secrets/databases/shop-sealed.yaml';
const sealed = readFileSync(
  join(sealedHouse, 'secrets/databases/catalog-initdb-secret-sealed.yaml'),
  'utf8',
);
const secret = { name: 'catalog-initdb-secret', namespace: 'databases' };
const plannedAs = (shape: SecretShapeId) => ({
  plan: {
    branch: 'databases/shop/create',
    files: [
      {
        kind: 'secret',
        repository: 'platform',
        path,
        change: 'create',
        secret,
        shape,
      },
    ],
  },
});

const keep = (
  text: string | undefined,
  shape: SecretShapeId = 'sealedSecret',
) =>
  keepSecrets(plannedAs(shape) as unknown as PlannedChange, {
    files: new Map([[path, text]]),
  });

const enc = (value: string) =>
  `ENC[AES256_GCM,data:${value},iv:AA==,tag:AA==,type:str]`;
const sops = (
  head: string,
  values = `stringData: { password: "${enc('AA==')}" }`,
) =>
  [
    head,
    values,
    'sops:',
    '  age:',
    '    - recipient: age1example',
    '      enc: x',
    `  mac: "${enc('AA==')}"`,
    '  lastmodified: "2026-01-01T00:00:00Z"',
    '  encrypted_regex: ^(data|stringData)$',
    '  version: 3.9.0',
    '',
  ].join('\n');
const plainSops = (metadata: string) =>
  sops(`apiVersion: v1\nkind: Secret\nmetadata: { ${metadata} }`);
const sopsSecret = (metadata: string, template: string) =>
  sops(
    `apiVersion: isindir.github.com/v1alpha3\nkind: SopsSecret\nmetadata: { ${metadata} }`,
    `spec: { secretTemplates: [{ name: "${template}", stringData: { password: "${enc('AA==')}" } }] }`,
  );

describe('keepSecrets', () => {
  it('keeps a SealedSecret of the branch, so that it is never sealed again', async () => {
    expect(await keep(sealed)).toEqual(new Set([path]));
    expect(await keep(undefined)).toEqual(new Set());
  });

  it.each([
    {
      reason: 'a SealedSecret with a value in clear',
      text: sealed.replace(/password: .*/, 'password: hunter2'),
      says: 'it has something that is not sealed',
    },
    {
      reason: 'a Secret in clear',
      text: 'kind: Secret\nstringData:\n  password: hunter2\n',
      says: 'is not encrypted',
    },
  ])('keeps nothing that can be read: $reason', async ({ text, says }) => {
    const error = await keep(text).catch(caught => caught);
    expect(error.name).toBe('ConflictError');
    expect(error.message).toContain(says);
    expect(error.message).not.toContain('hunter2');
  });

  it.each<{
    reason: string;
    text: string;
    shape?: SecretShapeId;
    says: string;
  }>([
    {
      reason: 'the SealedSecret of another Secret',
      text: sealed.replaceAll('catalog-initdb-secret', 'shop-initdb-secret'),
      says: 'is of the Secret databases/shop-initdb-secret, not databases/catalog-initdb-secret; nothing would find it',
    },
    {
      reason: 'the SealedSecret of another namespace',
      text: sealed.replaceAll('namespace: databases', 'namespace: elsewhere'),
      says: 'is of the Secret elsewhere/catalog-initdb-secret, not',
    },
    {
      reason: 'a file of SOPS where a SealedSecret is planned',
      text: plainSops('name: catalog-initdb-secret, namespace: databases'),
      says: 'is not a SealedSecret, as planned; nothing would open it',
    },
    {
      reason: 'a SealedSecret where a file of SOPS is planned',
      text: sealed,
      shape: 'plainSops',
      says: 'is a SealedSecret, and a file of SOPS is planned; nothing would open it',
    },
    {
      reason: 'the file of SOPS of another Secret',
      text: plainSops('name: shop-initdb-secret, namespace: databases'),
      shape: 'plainSops',
      says: 'is of the Secret databases/shop-initdb-secret, not',
    },
    {
      reason: 'the file of SOPS of another namespace',
      text: plainSops('name: catalog-initdb-secret, namespace: elsewhere'),
      shape: 'ksops',
      says: 'is of the Secret elsewhere/catalog-initdb-secret, not',
    },
    {
      reason: 'the SopsSecret of another Secret',
      text: sopsSecret(
        'name: catalog-initdb-secret, namespace: databases',
        'shop-initdb-secret',
      ),
      shape: 'sopsSecret',
      says: 'is of the Secret databases/shop-initdb-secret, not',
    },
    {
      reason: 'a SopsSecret that only its object names, after another',
      text: sopsSecret(
        'name: shop-initdb-secret, namespace: databases',
        enc('AA=='),
      ),
      shape: 'sopsSecret',
      says: 'is of the Secret databases/shop-initdb-secret, not',
    },
  ])('keeps nothing else than planned: $reason', async row => {
    const error = await keep(row.text, row.shape).catch(caught => caught);
    expect(error.name).toBe('ConflictError');
    expect(error.message).toContain(
      `${path} on the branch databases/shop/create ${row.says}`,
    );
    expect(error.message).toContain(
      'Remove it and its siblings of the same password from the branch, and run again',
    );
  });

  it.each<{ reason: string; text: string; shape: SecretShapeId }>([
    {
      reason: 'in clear',
      text: plainSops('name: catalog-initdb-secret, namespace: databases'),
      shape: 'plainSops',
    },
    {
      reason: 'in clear, without the namespace that Kustomize gives',
      text: plainSops('name: catalog-initdb-secret'),
      shape: 'plainSops',
    },
    {
      reason: 'encrypted',
      text: sops(
        `kind: "${enc('AA==')}"\nmetadata: { name: "${enc('AA==')}" }`,
      ),
      shape: 'ksops',
    },
    {
      reason: 'encrypted in a template',
      text: sopsSecret(
        'name: catalog-initdb-secret, namespace: databases',
        enc('AA=='),
      ),
      shape: 'sopsSecret',
    },
  ])('keeps a file of SOPS whose name is $reason', async ({ text, shape }) => {
    expect(await keep(text, shape)).toEqual(new Set([path]));
  });
});
