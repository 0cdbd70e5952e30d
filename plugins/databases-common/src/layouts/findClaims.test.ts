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

import {
  canonTarget,
  canonTrees,
  planOver,
  requestFor,
} from '../__testUtils__/canon';

const vault = canonTarget({ credentials: { source: 'vault-static' } });

const at = (folder: string, file: string) => `secrets/${folder}/${file}`;
const declared = (
  kind: string,
  name: string,
  spec: string,
  namespace = 'databases',
) =>
  `kind: ${kind}\nmetadata:\n  name: ${name}\n  namespace: ${namespace}\nspec: ${spec}\n`;

/** Files that stand in the way of a new database of the app `shop` in dev. */
async function claims(
  files: { readonly [path: string]: string },
  target = canonTarget(),
) {
  const trees = canonTrees();
  const { plan } = await planOver(
    { ...trees, platform: { ...trees.platform, ...files } },
    requestFor('shop', {}),
    target,
  );
  return plan.findings
    .filter(({ rule }) => rule === 'one-credential-source')
    .flatMap(({ evidence }) => evidence.map(({ object }) => object));
}

describe('findClaims', () => {
  it.each([
    {
      reason: 'an ExternalSecret by its target',
      path: at('databases', 'shop-dev-external.yaml'),
      text: declared(
        'ExternalSecret',
        'x',
        '{target: {name: shop-dev-initdb-secret}}',
      ),
    },
    {
      reason: 'an ExternalSecret by its own name',
      path: at('databases', 'shop.yaml'),
      text: declared('ExternalSecret', 'shop-dev-initdb-secret', '{}'),
    },
    {
      reason: 'a VaultStaticSecret by its destination',
      path: at('databases', 'shop-dev-initdb-secret-vault.yaml'),
      text: declared(
        'VaultStaticSecret',
        'x',
        '{destination: {name: shop-dev-initdb-secret}}',
      ),
    },
    {
      reason: 'a SealedSecret',
      path: at('databases', 'sealed-shop.yaml'),
      text: declared('SealedSecret', 'shop-dev-initdb-secret', '{}'),
    },
    {
      reason: 'one of the templates of a SopsSecret',
      path: at('databases', 'shop-all.yaml'),
      text: declared(
        'SopsSecret',
        'x',
        '{secretTemplates: [{name: y}, {name: shop-dev-initdb-secret}]}',
      ),
    },
    {
      reason: 'a SopsSecret by its own name, where the template is ciphertext',
      path: at('databases', 'shop-all.yaml'),
      text: declared(
        'SopsSecret',
        'shop-dev-initdb-secret',
        '{secretTemplates: [{name: "ENC[AES256_GCM,data:AA==,type:str]"}]}',
      ),
    },
    {
      reason: "what the app's own folder holds, whatever its name",
      path: at('web-shop-dev', 'x.yaml'),
      text: declared(
        'ExternalSecret',
        'x',
        '{target: {name: web-shop-dev-env}}',
        'web-shop-dev',
      ),
    },
  ])('finds $reason', async ({ path, text }) => {
    expect(await claims({ [path]: text })).toEqual([path]);
  });

  it.each([
    {
      reason: 'a Secret of that name in another namespace',
      text: declared('Secret', 'shop-dev-initdb-secret', '{}', 'elsewhere'),
    },
    {
      reason: 'another Secret',
      text: declared('ExternalSecret', 'shop-initdb-secret', '{}'),
    },
    {
      reason: 'an object that makes no Secret',
      text: declared('ConfigMap', 'shop-dev-initdb-secret', '{}'),
    },
    { reason: 'what cannot be read', text: 'kind: {{ kind }}\n- x' },
  ])('lets $reason be', async ({ text }) => {
    expect(await claims({ [at('databases', 'shop-dev.yaml')]: text })).toEqual(
      [],
    );
  });

  it('finds the encrypted file when the target has gone over to Vault', async () => {
    const path = at('databases', 'shop-dev-initdb-secret.yaml');
    const text = declared('Secret', 'shop-dev-initdb-secret', '{}');
    expect(await claims({ [path]: text }, vault)).toEqual([path]);
  });

  it('never takes our own manifest for one of another source', async () => {
    const path = at(
      'databases',
      'shop-dev-initdb-secret-vault-static-secret.yaml',
    );
    const text = declared(
      'VaultStaticSecret',
      'shop-dev-initdb-secret',
      '{destination: {name: shop-dev-initdb-secret}}',
    );
    expect(await claims({ [path]: text }, vault)).toEqual([]);
    // The other way round it is one.
    expect(await claims({ [path]: text })).toEqual([path]);
  });
});
