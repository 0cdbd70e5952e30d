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

import { ForgeRepository } from '../forges';
import { CommitReader } from './CommitReader';

function recordingRepository(fail = false) {
  const asked: unknown[] = [];
  const repository = {
    async readFiles(commit: string, paths: readonly string[]) {
      asked.push([commit, ...paths]);
      if (fail) {
        throw new Error('down');
      }
      return new Map(paths.map(path => [path, `content of ${path}`]));
    },
    async listFolder(commit: string, folder: string) {
      asked.push([commit, `${folder}/`]);
      return folder === 'gone' ? undefined : ['a.yaml'];
    },
  } as unknown as ForgeRepository;
  return { repository, asked };
}

describe('CommitReader', () => {
  it('asks once for all that is wanted in one turn, and never again', async () => {
    const { repository, asked } = recordingRepository();
    const reader = new CommitReader(repository, 'c0ffee');
    const [first, second] = await Promise.all([
      reader.readFiles(['a', 'b']),
      reader.readFiles(['b', 'c']),
    ]);
    expect([...first]).toEqual([
      ['a', 'content of a'],
      ['b', 'content of b'],
    ]);
    expect(second.get('c')).toBe('content of c');
    await reader.readFiles(['a', 'c']);
    expect(asked).toEqual([['c0ffee', 'a', 'b', 'c']]);
    await reader.readFiles(['a', 'd']);
    expect(asked).toEqual([
      ['c0ffee', 'a', 'b', 'c'],
      ['c0ffee', 'd'],
    ]);
  });

  it('tells an absent folder from an empty one, and remembers both', async () => {
    const { repository, asked } = recordingRepository();
    const reader = new CommitReader(repository, 'c0ffee');
    const folders = await reader.listFolders(['gone', 'apps']);
    await reader.listFolders(['gone']);
    expect([...folders]).toEqual([
      ['gone', undefined],
      ['apps', ['a.yaml']],
    ]);
    expect(asked).toHaveLength(2);
  });

  it('asks again after a failure', async () => {
    const { repository, asked } = recordingRepository(true);
    const reader = new CommitReader(repository, 'c0ffee');
    await expect(reader.readFiles(['a'])).rejects.toThrow('down');
    await expect(reader.readFiles(['a'])).rejects.toThrow('down');
    expect(asked).toHaveLength(2);
  });
});
