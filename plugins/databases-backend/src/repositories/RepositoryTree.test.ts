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

import { RepositoryTree } from './RepositoryTree';

const secret = (password: string) => `apiVersion: v1
kind: Secret
metadata: {name: shop, namespace: databases}
stringData: {password: ${password}}
`;

const rules = (age: string) => `creation_rules:
  - path_regex: \\.yaml$
    age: ${age}
`;

const alice = 'age10a6hnmuyyjgyxfytjhty7g8qhn8qclde082muz0v40uvjamjggvs6um43p';
const bob = 'age1278xem30puvrqfzmy0ev9kpje2pgcrfjvmky6nrsc432jedylq2q0azqjw';

const before = {
  '.sops.yaml': rules(alice),
  'secrets/a.yaml': secret('one'),
  'secrets/b.yaml': secret('two'),
};

const treeOf = (
  tree: RepositoryTree,
  commit: string,
  files: { readonly [path: string]: string | undefined },
) => tree.at(commit, new Map(Object.entries(files)));

const commitsOf = (tree: RepositoryTree) =>
  Object.fromEntries(tree.files.map(({ path, commit }) => [path, commit]));

describe('RepositoryTree', () => {
  it.each([
    {
      change: {},
      commits: ['c1', 'c1', 'c1'],
      reason: 'another commit changed other files',
    },
    {
      change: { 'secrets/a.yaml': secret('three') },
      commits: ['c1', 'c2', 'c1'],
      reason: 'one file changed',
    },
    {
      change: { '.sops.yaml': rules(bob) },
      commits: ['c2', 'c1', 'c1'],
      reason: 'only what files are understood by changed',
    },
    {
      change: { 'secrets/a.yaml': undefined },
      commits: ['c1', undefined, 'c1'],
      reason: 'one file is gone',
    },
  ])('$commits: $reason', async ({ change, commits }) => {
    const first = await treeOf(RepositoryTree.empty, 'c1', before);
    const second = await treeOf(first, 'c2', { ...before, ...change });
    const of = commitsOf(second);
    expect(Object.keys(before).map(path => of[path])).toEqual(commits);
    for (const path of Object.keys(before)) {
      // Its history is read once, whatever is pushed beside it.
      expect(second.historyOf(path) === first.historyOf(path)).toBe(
        of[path] === 'c1',
      );
    }
  });

  it('understands files by what lies above them, in every batch', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 25 }, (_, n) => [`secrets/${n}.yaml`, secret('x')]),
    );
    const tree = await treeOf(RepositoryTree.empty, 'c1', {
      '.sops.yaml': rules(alice),
      'other/.sops.yaml': rules(bob),
      ...many,
    });
    expect(tree.files).toHaveLength(27);
    expect(
      new Set(
        tree.files
          .filter(({ path }) => path in many)
          .map(({ creationRule }) => creationRule?.config),
      ),
    ).toEqual(new Set(['.sops.yaml']));
  });

  it('leaves out what is too large for a secret', async () => {
    const tree = await treeOf(RepositoryTree.empty, 'c1', {
      'secrets/a.yaml': `# ${'x'.repeat(300_000)}\n${secret('one')}`,
    });
    expect(tree.files).toEqual([]);
  });

  it('wants the histories of secrets only', async () => {
    const tree = await treeOf(RepositoryTree.empty, 'c1', before);
    expect(tree.openHistories).toEqual(
      ['secrets/a.yaml', 'secrets/b.yaml'].map(path => tree.historyOf(path)),
    );
  });
});
