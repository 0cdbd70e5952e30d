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

import { KnownTree } from './KnownTree';

describe('KnownTree', () => {
  const tree = new KnownTree();
  tree.see('a/b.yaml', { type: 'blob' });
  tree.see('a', { type: 'tree' });
  tree.see('none', undefined);
  tree.see('file', { type: 'blob' });
  tree.seeFolder('c', new Map([['d', { type: 'tree' }]]));

  it.each([
    { path: '', knows: true, reason: 'the root is always there' },
    { path: 'a/b.yaml', knows: true, reason: 'it was seen' },
    { path: 'a/c.yaml', knows: false, reason: 'of its folder one was seen' },
    { path: 'none', knows: true, reason: 'it was seen that it is not there' },
    { path: 'none/a/b', knows: true, reason: 'its folder is not there' },
    { path: 'file/a', knows: true, reason: 'a file has nothing inside' },
    { path: 'c/x.yaml', knows: true, reason: 'its folder was listed' },
    { path: 'c/x/y.yaml', knows: true, reason: 'a folder above was listed' },
    { path: 'c/d/y.yaml', knows: false, reason: 'the folder was not listed' },
    { path: 'other', knows: false, reason: 'the root was not listed' },
    { path: 'other/x', knows: false, reason: 'nothing was seen' },
  ])('$path: $knows, because $reason', ({ path, knows }) => {
    expect(tree.knows(path)).toBe(knows);
  });

  it('knows the names of the root', () => {
    const root = new KnownTree();
    root.seeFolder('', new Map([['a', { type: 'tree' }]]));
    expect(['a', 'b', 'b/c', 'a/b'].map(path => root.knows(path))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(root.get('a')).toEqual({ type: 'tree' });
  });
});
