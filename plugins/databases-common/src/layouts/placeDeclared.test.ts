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
import { mergePlan } from '../__testUtils__/TreeSource';
import { DatabaseRequest, Plan, Target } from '../model';

const connection = { address: 'https://vault.example.test' };
const credentials = { source: 'vault-static', connection };
const vault = canonTarget({ credentials });

async function plan(
  request: DatabaseRequest,
  target: Target = vault,
  trees = canonTrees(),
): Promise<Plan> {
  return (await planOver(trees, request, target)).plan;
}

const stops = ({ findings }: Plan) =>
  findings
    .filter(({ severity }) => severity === 'error')
    .map(({ message }) => message);

describe('placeDeclared', () => {
  it('keeps what several databases share as somebody has changed it', async () => {
    const first = await plan(requestFor('shop', {}));
    const trees = mergePlan(first, canonTrees());
    const path = 'secrets/databases/vault-vault-connection.yaml';
    const changed = `${trees.platform[path]}  timeout: 10s\n`;
    const second = await plan(requestFor('orders', {}), vault, {
      ...trees,
      platform: { ...trees.platform, [path]: changed },
    });
    expect(stops(second)).toEqual([]);
    expect(second.files.find(file => file.path === path)).toMatchObject({
      change: 'none',
      content: changed,
    });
  });

  it('asks for an entry once: when its manifests are merged, it is filled', async () => {
    const request = requestFor('shop', {});
    const first = await plan(request);
    expect(first.entries.map(({ entry }) => entry)).toEqual([
      'kv/apps/shop/dev',
    ]);
    const again = await plan(request, vault, mergePlan(first, canonTrees()));
    expect(again.entries).toEqual([]);
    const both = requestFor('shop', {
      environments: [{ name: 'dev' }, { name: 'prod', backup: false }],
      waivers: [{ rule: 'production-has-backups', reason: 'Not yet.' }],
    });
    const later = await plan(both, vault, mergePlan(first, canonTrees()));
    expect(later.entries.map(({ entry }) => entry)).toEqual([
      'kv/apps/shop/prod',
    ]);
  });

  it('puts the manifests where the target says', async () => {
    const paths = {
      credentialManifest: 'vault/{namespace}/{kind}-{name}.yaml',
    };
    const { files } = await plan(
      requestFor('shop', {}),
      canonTarget({ credentials, paths }),
    );
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'vault/databases/vault-static-secret-shop-dev-initdb-secret.yaml',
        'vault/web-shop-dev/vault-static-secret-web-shop-dev-env.yaml',
      ]),
    );
  });

  it('needs no rule of SOPS, and no Secret of its own', async () => {
    const { '.sops.yaml': _, ...platform } = canonTrees().platform;
    const made = await plan(requestFor('shop', {}), vault, {
      ...canonTrees(),
      platform,
    });
    expect(stops(made)).toEqual([]);
    expect(made.files.filter(({ kind }) => kind === 'secret')).toEqual([]);
  });

  it.each([
    {
      reason: 'one Secret for two environments',
      target: canonTarget({ credentials, secrets: { bootstrap: 'shared' } }),
      says: ['oneCredentialSource.shared', 'separateCredentials.shared'],
    },
    {
      reason: 'one entry for two environments',
      target: canonTarget({
        credentials: { ...credentials, path: 'apps/{app}' },
      }),
      says: ['separateCredentials.sharedEntry'],
    },
  ])('refuses $reason', async ({ target, says }) => {
    const request = requestFor('shop', {
      environments: [{ name: 'dev' }, { name: 'stage' }],
    });
    expect(stops(await plan(request, target)).sort()).toEqual(says);
  });

  it('refuses another name for the secret that CloudNativePG makes', async () => {
    const generated = canonTarget({
      credentials: { source: 'operator-generated', store: { name: 'x' } },
    });
    const names = { bootstrapSecret: 'shop-login' };
    expect(stops(await plan(requestFor('shop', { names }), generated))).toEqual(
      ['naming.generatedByOperator'],
    );
  });
});
