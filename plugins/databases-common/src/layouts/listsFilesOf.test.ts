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

import { planOver } from '../__testUtils__/canon';
import { readHouses } from '../__testUtils__/houses';
import { Tree } from '../__testUtils__/TreeSource';
import { readYaml } from '../yaml';
import { listsFilesOf } from './listsFilesOf';

it('has new Secrets named where one list names all of them', async () => {
  const { trees, request, target } = readHouses().find(
    ({ name }) => name === 'sops-secrets',
  )!;
  const top = 'secrets/kustomization.yaml';
  const [lists, others] = [true, false].map(wanted =>
    Object.entries(trees.platform).filter(
      ([path]) => /^secrets\/.*kustomization\.yaml$/.test(path) === wanted,
    ),
  );
  const secrets = others
    .map(([path]) => path)
    .filter(path => path.startsWith('secrets/'))
    .map(path => path.replace('secrets/', ''));
  expect(lists).toHaveLength(3);
  const { plan } = await planOver(
    {
      ...trees,
      platform: {
        ...Object.fromEntries(others),
        [top]: `kind: Kustomization\nresources:\n${secrets
          .map(path => `  - ${path}\n`)
          .join('')}`,
      },
    },
    request,
    target,
  );
  const list = plan.files.find(({ path }) => path === top);
  const [{ resources }] = readYaml(
    list?.kind === 'text' ? list.content : '',
  ) as [{ readonly resources: readonly string[] }];
  expect(resources).toEqual(
    expect.arrayContaining([
      ...secrets,
      'databases/orders-initdb-secret.sops.yaml',
      // A new folder has a list of its own.
      'web-orders-prod',
    ]),
  );
  expect(plan.files.map(({ path }) => path)).not.toContain(
    'secrets/databases/kustomization.yaml',
  );
});

describe('listsFilesOf', () => {
  it.each<{ reason: string; tree: Tree; found: string | undefined }>([
    {
      reason: 'the folder above',
      tree: { 'a/kustomization.yaml': 'resources: [b/x.yaml]' },
      found: 'a',
    },
    {
      reason: 'the root, past a list of other things',
      tree: {
        'a/Kustomization': 'resources: [c/x.yaml, "https://b/x.yaml"]',
        'kustomization.yml': 'resources: [./a/b/x.yaml]',
      },
      found: '',
    },
    {
      reason: 'nothing, where another folder begins with the same letters',
      tree: { 'a/kustomization.yaml': 'resources: [bc/x.yaml, b.yaml]' },
      found: undefined,
    },
  ])('finds $reason', ({ tree, found }) => {
    expect(listsFilesOf(path => tree[path], 'a/b')).toBe(found);
  });
});
