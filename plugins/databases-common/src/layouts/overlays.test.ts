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

import { planOver, requestFor } from '../__testUtils__/canon';
import { Tree } from '../__testUtils__/TreeSource';
import { defaultRegistries } from '../operations';
import { parseTarget } from '../targets';

const at = 'databases/base/shop/cluster.yaml';

async function plan(platform: Tree, options: object = {}) {
  const target = parseTarget(
    {
      id: 'kustomized',
      layout: 'overlays',
      platform: { repoUrl: 'git.example.test?owner=shop&repo=platform' },
      app: { repoUrl: 'git.example.test?owner=shop&repo=web-core' },
      options,
    },
    'target',
    defaultRegistries().layouts,
  );
  const request = requestFor('shop', { environments: [{ name: 'dev' }] });
  return (await planOver({ platform, app: {} }, request, target)).plan;
}

const base = (metadata: string, spec = '{}') =>
  `# ours\nkind: Cluster\nmetadata: ${metadata}\nspec: ${spec}\n`;

describe('a base that is there', () => {
  it.each<{ reason: string; text: string; found: readonly string[] }>([
    {
      reason: 'knows no environment',
      text: base('{name: shop-cnpg}'),
      found: [],
    },
    {
      reason: 'mentions one',
      text: base('{name: shop-cnpg}', '{description: for dev only}'),
      found: ['warning agnosticBase.mentions'],
    },
    {
      reason: 'only sounds like one',
      text: base('{name: shop-cnpg}', '{description: development of products}'),
      found: [],
    },
    {
      reason: 'is of another name',
      text: base('{name: shop-dev-cnpg}'),
      found: ['error agnosticBase.name'],
    },
    {
      reason: 'holds no cluster',
      text: 'kind: ConfigMap\n',
      found: ['error nameTaken.exists'],
    },
  ])('$reason', async ({ text, found }) => {
    const { findings, files } = await plan({ [at]: text });
    expect(
      findings
        .filter(({ rule }) => ['agnostic-base', 'name-taken'].includes(rule))
        .map(({ severity, message }) => `${severity} ${message}`),
    ).toEqual(found);
    expect(files.find(({ path }) => path === at)?.change).toBe('none');
  });

  it('is not changed, and the patch takes away what is otherwise', async () => {
    const { files } = await plan({
      [at]: base('{name: shop-cnpg}', '{superuserSecret: {name: root}}'),
    });
    const patch = files.find(
      ({ path }) => path === 'databases/overlays/dev/shop/cluster.yaml',
    );
    expect(patch).toMatchObject({
      content: expect.stringContaining('superuserSecret: null'),
    });
  });
});
