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

import { ForgeFileChange } from './Forge';
import { findConflict, foldersAbove, StandingEntry } from './findConflict';
import { gitBlobId } from './gitBlobId';

const file = (content: string): StandingEntry => ({
  type: 'blob',
  oid: gitBlobId(content, ''),
});
const standing = new Map<string, StandingEntry | undefined>([
  ['apps', { type: 'tree', oid: '' }],
  ['apps/shop.yaml', file('a: 1\n')],
  ['README.md', file('hello\n')],
]);

describe('findConflict', () => {
  it.each<{ change: ForgeFileChange; conflict?: RegExp; reason: string }>([
    {
      change: { path: 'apps/shop.yaml', previous: 'a: 1\n', content: 'a: 2\n' },
      reason: 'a change of what is there',
    },
    {
      change: { path: 'new/a.yaml', content: 'a' },
      reason: 'a new file in a new folder',
    },
    {
      change: { path: 'apps/shop.yaml', previous: 'a: 1\n', delete: true },
      reason: 'a deletion of what is there',
    },
    {
      change: { path: 'apps/shop.yaml', content: 'a' },
      conflict: /apps\/shop\.yaml exists already/,
      reason: 'a new file that exists',
    },
    {
      change: { path: 'apps', content: 'a' },
      conflict: /apps exists already/,
      reason: 'a new file that is a folder',
    },
    {
      change: { path: 'README.md/a.yaml', content: 'a' },
      conflict: /README\.md is a file/,
      reason: 'a new file inside a file',
    },
    {
      change: { path: 'apps/shop.yaml', previous: 'b', content: 'c' },
      conflict: /apps\/shop\.yaml has other content/,
      reason: 'a change of something else',
    },
    {
      change: { path: 'none.yaml', previous: 'b', delete: true },
      conflict: /none\.yaml is gone/,
      reason: 'a deletion of nothing',
    },
  ])('$reason', ({ change, conflict }) => {
    const found = findConflict([change], standing);
    expect(found ?? '').toMatch(conflict ?? /^$/);
  });

  it('names the folders above a path', () => {
    expect(foldersAbove('a/b/c.yaml')).toEqual(['a', 'a/b']);
    expect(foldersAbove('c.yaml')).toEqual([]);
  });
});
