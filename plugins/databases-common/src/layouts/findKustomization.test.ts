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
      path.replace(/(^|\/)kustomization\.yaml$/, `$1${to}`),
      text,
    ]),
  );

describe.each(['kustomization.yml', 'Kustomization'])(
  'a house that calls them %s',
  name => {
    it.each(readHouses())('gets the same edits: $name', async house => {
      const trees = {
        platform: rename(house.trees.platform, name),
        app: rename(house.trees.app, name),
      };
      const usual = await planOver(house.trees, house.request, house.target);
      const { plan } = await planOver(trees, house.request, house.target);
      const stands = (path: string) =>
        Object.hasOwn({ ...trees.platform, ...trees.app }, path);
      const renamed = (path: string) => {
        const other = path.replace(/kustomization\.yaml$/, name);
        return stands(other) ? other : path;
      };
      const content = (files: typeof plan.files) =>
        files.map(file =>
          file.kind === 'text'
            ? [renamed(file.path), file.change, file.content]
            : [file.path, file.change, file.shape],
        );
      expect(content(plan.files)).toEqual(content(usual.plan.files));
      const again = await planOver(
        mergePlan(plan, trees),
        house.request,
        house.target,
      );
      expect(
        again.plan.files.filter(({ change }) => change !== 'none'),
      ).toEqual([]);
    });
  },
);

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
