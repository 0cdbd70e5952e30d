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

import { encodeTree, FOLDER, GitObject, gitObjectId } from './gitObject';
import { GitSnapshot } from './GitSnapshot';

const file = (name: string, mode = '100644') => ({
  ...{ name, mode },
  id: 'a'.repeat(40),
});
const latin = Buffer.from('gr\xFCn', 'latin1').toString('latin1');

/** `a.b`, `a/` and `a0` in git's order, which is not that of the names. */
function snapshot() {
  const trees = new Map<string, GitObject>();
  const keep = (entries: Parameters<typeof encodeTree>[0]) => {
    const tree = { type: 'tree' as const, content: encodeTree(entries) };
    trees.set(gitObjectId(tree), tree);
    return gitObjectId(tree);
  };
  const inner = keep([file('x.sh', '100755'), file('link', '120000')]);
  const root = keep([
    ...[file('a.b'), { name: 'a', mode: FOLDER, id: inner }, file('a0')],
    ...[file(latin), file('module', '160000')],
  ]);
  return { trees, root, of: new GitSnapshot(root, trees) };
}

describe('GitSnapshot', () => {
  it('lists a folder in the order of git', () => {
    const names = snapshot().of.names('');
    expect(names).toEqual(['a.b', 'a/', 'a0', 'gr\uFFFDn', 'module']);
  });

  it('lists the files below a folder', () => {
    const { of } = snapshot();
    expect(of.files('')).toEqual(['a.b', 'a/x.sh', 'a0', 'gr\uFFFDn']);
    expect(of.files('a')).toEqual(['a/x.sh']);
    expect(of.files('a.b')).toEqual([]);
  });

  it('does not list a few trees that stand for a billion names', () => {
    const trees = new Map<string, GitObject>();
    let root = '';
    for (let depth = 0; depth < 9; depth++) {
      const id = root;
      const entries = [...'abcdefghij'].map(name =>
        id ? { name, mode: FOLDER, id } : file(name),
      );
      const tree = { type: 'tree' as const, content: encodeTree(entries) };
      root = gitObjectId(tree);
      trees.set(root, tree);
    }
    expect(new GitSnapshot(root, trees).files('')).toBeUndefined();
    expect(new GitSnapshot(root, trees).files('a/b/c/d/e')).toHaveLength(1e4);
  });

  it.each([
    { path: 'a/x.sh', found: true, reason: 'a program' },
    { path: 'a', found: false, reason: 'a folder' },
    { path: 'a/link', found: false, reason: 'a link' },
    { path: 'module', found: false, reason: 'a submodule' },
    { path: 'a.b/c', found: false, reason: 'inside a file' },
    { path: 'none', found: false, reason: 'nothing' },
  ])('$path is a file: $found ($reason)', ({ path, found }) => {
    expect(snapshot().of.fileId(path) !== undefined).toBe(found);
  });

  it.each([
    { changes: [], reason: 'no change' },
    {
      changes: [
        { path: 'a/x.sh', id: 'a'.repeat(40) },
        { path: 'b/c/d', id: undefined },
      ],
      reason: 'the same content, and a deletion of nothing',
    },
  ])('has the same root after $reason', ({ changes }) => {
    const { of, root } = snapshot();
    expect(of.with(changes).root).toBe(root);
  });

  it('writes the folders above a change, and no others', () => {
    const { of, trees } = snapshot();
    const changed = of.with([{ path: 'n/o/p.yaml', id: 'b'.repeat(40) }]);
    expect(changed.trees).toHaveLength(3);
    const all = new Map([
      ...trees,
      ...changed.trees.map(tree => [gitObjectId(tree), tree] as const),
    ]);
    const next = new GitSnapshot(changed.root, all);
    expect(next.names('n/o')).toEqual(['p.yaml']);
    expect(next.names('a')).toEqual(['link', 'x.sh']);
    const back = next.with([{ path: 'n/o/p.yaml' }]);
    expect(back.root).toBe(snapshot().root);
  });
});
