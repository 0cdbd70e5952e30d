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
  NotImplementedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { listTree } from './listTree';

const files = ['.sops.yaml', 'a/b/c.yaml', 'a/d.yaml', 'z.yaml'];

/** A host that lists folders, and says so much about the whole. */
const host = (refusal?: Error) => ({
  async listFiles(_: string, folder: string) {
    if (folder === '' && refusal) {
      throw refusal;
    }
    return files.filter(path => path.startsWith(folder));
  },
});

const tooMany = new NotImplementedError('There are more than 50,000 names');

describe('listTree', () => {
  it('lists everything where the host does that', async () => {
    expect(await listTree(host(), 'c', ['a'])).toEqual(files);
  });

  it('lists folders, and the rules above them, where it does not', async () => {
    expect(await listTree(host(tooMany), 'c', ['a/b', 'a'])).toEqual([
      '.sops.yaml',
      'a/.sops.yaml',
      'a/b/c.yaml',
      'a/d.yaml',
    ]);
  });

  it.each([
    {
      refusal: tooMany,
      folders: [],
      reason: 'there is no folder to look into',
    },
    {
      refusal: new ServiceUnavailableError('Down'),
      folders: ['a'],
      reason: 'asking for folders would not help',
    },
  ])('throws when $reason', async ({ refusal, folders }) => {
    await expect(listTree(host(refusal), 'c', folders)).rejects.toBe(refusal);
  });
});
