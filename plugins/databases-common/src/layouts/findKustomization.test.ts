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
import { mergePlan, Tree } from '../__testUtils__/TreeSource';
import { isKustomization } from '../declared';
import { findKustomization } from './findKustomization';

const reader = (files: Tree) => (path: string) =>
  Object.hasOwn(files, path) ? files[path] : undefined;

describe('findKustomization', () => {
  it.each([
    ['the usual name', { 'a/kustomization.yaml': 'namespace: x' }, []],
    ['the shorter ending', { 'a/kustomization.yml': 'namespace: x' }, []],
    ['the name without one', { 'a/Kustomization': 'namespace: x' }, []],
    [
      'two, which kustomize refuses',
      { 'a/kustomization.yml': 'namespace: x', 'a/Kustomization': '' },
      ['a/Kustomization'],
    ],
  ])('finds %s', (_, files: Tree, rivals) => {
    const [path] = Object.keys(files);
    expect(findKustomization(reader(files), 'a')).toEqual({
      ...{ path, text: 'namespace: x', rivals },
      document: { namespace: 'x' },
    });
  });

  it.each([
    ['in the root', 'Kustomization', ''],
    ['in a folder', 'a/b/Kustomization', 'a/b'],
  ])('looks %s', (_, path, folder) => {
    expect(findKustomization(reader({ [path]: '' }), folder)?.path).toBe(path);
  });

  it.each(['a/Kustomization.yaml', 'a/kustomize.yaml', 'kustomization.yaml'])(
    'takes nothing else: %s',
    path => {
      expect(findKustomization(reader({ [path]: '' }), 'a')).toBeUndefined();
    },
  );

  it('asks for all names at once, for reading one by one takes rounds', () => {
    const asked: string[] = [];
    findKustomization(path => {
      asked.push(path);
      return undefined;
    }, 'a');
    expect(asked).toHaveLength(3);
  });
});

const rename = (tree: Tree, to: string): Tree =>
  Object.fromEntries(
    Object.entries(tree).map(([path, text]) => [
      path.replace(/(^|\/)kustomization\.ya?ml$/, `$1${to}`),
      text,
    ]),
  );

it.each(
  readHouses().map((house, index) => ({
    ...house,
    // Either name in half of them.
    called: ['kustomization.yml', 'Kustomization'][index % 2],
  })),
)('is edited under another name: $name, $called', async house => {
  const name = house.called;
  const trees = {
    platform: rename(house.trees.platform, name),
    app: rename(house.trees.app, name),
  };
  const usual = await planOver(house.trees, house.request, house.target);
  const { plan } = await planOver(trees, house.request, house.target);
  const usualName = (path: string) =>
    isKustomization(path) ? path.replace(/[^/]+$/, 'kustomization.yaml') : path;
  const content = (files: typeof plan.files) =>
    files.map(file =>
      file.kind === 'text'
        ? [usualName(file.path), file.change, file.content]
        : [file.path, file.change, file.shape],
    );
  expect(content(plan.files)).toEqual(content(usual.plan.files));
  // Beside databases that have kustomizations, new ones are called alike.
  const made = plan.files.filter(
    ({ path, change }) =>
      change === 'create' &&
      isKustomization(path) &&
      plan.conventions.some(({ what }) => what === 'Name of kustomizations'),
  );
  expect(made.filter(({ path }) => !path.endsWith(`/${name}`))).toEqual([]);
  const again = await planOver(
    mergePlan(plan, trees),
    house.request,
    house.target,
  );
  expect(again.plan.files.filter(({ change }) => change !== 'none')).toEqual(
    [],
  );
});

describe('a folder with two kustomizations', () => {
  it.each([
    ['ksops-generators', 'secrets'],
    ['ksops-generators', 'secrets/databases'],
    ['sorted-overlays', 'databases/overlays/dev'],
    ['one-cluster', 'infra/databases/main'],
    ['flux', 'apps/prod'],
  ])('is refused in %s: %s', async (name, folder) => {
    const { trees, request, target } = readHouses().find(
      house => house.name === name,
    )!;
    const rival = `${folder}/kustomization.yml`;
    const { plan } = await planOver(
      { ...trees, platform: { ...trees.platform, [rival]: 'resources: []\n' } },
      request,
      target,
    );
    expect(plan.findings).toContainEqual(
      expect.objectContaining({
        rule: 'clear-conventions',
        severity: 'error',
        summary: `${folder} has more than one kustomization: ${folder}/kustomization.yaml, ${rival}. Kustomize builds no such folder.`,
      }),
    );
  });
});

it('calls new kustomizations as those of databases beside it are called', async () => {
  const { trees, request, target } = readHouses().find(
    house => house.name === 'application-sets',
  )!;
  const platform = rename(trees.platform, 'kustomization.yml');
  const { plan } = await planOver({ ...trees, platform }, request, target);
  expect(plan.conventions).toContainEqual({
    repository: 'platform',
    what: 'Name of kustomizations',
    value: 'kustomization.yml',
    evidence: ['databases/catalog/kustomization.yml'],
    from: 'files',
  });
  expect(plan.files.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      'databases/orders/kustomization.yml',
      'secrets/web-orders-prod/kustomization.yml',
    ]),
  );
});
