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

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GitRepository } from './GitRepository';
import { NewFile } from './importCommit';

type Files = Readonly<Record<string, string | undefined>>;

const author = {
  name: 'Ada',
  email: 'ada@example.test',
  at: new Date('2026-01-02T03:04:05Z'),
};
const lines = ['one', 'two', 'three', 'four', 'five'];
const original = text();

function text(changes: Readonly<Record<number, string>> = {}): string {
  return lines.map((line, index) => `${changes[index] ?? line}\n`).join('');
}

describe('GitRepository', () => {
  let folder: string;
  let git: GitRepository;
  let first: string;

  const commit = (files: Files, onto?: string) =>
    git.import({
      onto,
      author,
      message: 'Change\n\nwhat is there',
      files: new Map(
        Object.entries(files).map(
          ([path, content]): [string, NewFile | undefined] => [
            path,
            content === undefined
              ? undefined
              : { mode: '100644', content: Buffer.from(content) },
          ],
        ),
      ),
    });
  const read = async (at: string) => {
    const entries = (await git.list(at, '', { recursive: true }))!;
    const files = entries.filter(({ type }) => type === 'blob');
    const blobs = await git.blobs(files.map(({ id }) => id));
    return Object.fromEntries(
      files.map(({ path, id }) => [path, blobs.get(id)?.toString()]),
    );
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'basewell-git-'));
    git = new GitRepository(join(folder, 'a.git'));
    await git.create('main');
    first = await commit({ 'a.yaml': original, 'b.yaml': 'b\n' });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  describe('merges', () => {
    it.each<{ base: Files; head: Files; merged: Files; reason: string }>([
      {
        base: { 'c.yaml': 'c\n' },
        head: { 'd/e.yaml': 'e\n' },
        merged: { 'c.yaml': 'c\n', 'd/e.yaml': 'e\n' },
        reason: 'different files',
      },
      {
        base: { 'a.yaml': text({ 0: 'ONE' }) },
        head: { 'a.yaml': text({ 4: 'FIVE' }) },
        merged: { 'a.yaml': text({ 0: 'ONE', 4: 'FIVE' }) },
        reason: 'different lines of one file',
      },
      {
        base: { 'b.yaml': undefined },
        head: { 'b.yaml': undefined, 'c.yaml': 'c\n' },
        merged: { 'b.yaml': undefined, 'c.yaml': 'c\n' },
        reason: 'the same deletion',
      },
      {
        base: {},
        head: { 'a.yaml': 'other\n' },
        merged: { 'a.yaml': 'other\n' },
        reason: 'a change of one side',
      },
    ])('$reason', async ({ base, head, merged }) => {
      const id = await git.merge({
        base: await commit(base, first),
        head: await commit(head, first),
        message: 'Merge',
        author,
      });
      const expected = { 'a.yaml': original, 'b.yaml': 'b\n', ...merged };
      expect(await read(id!)).toEqual(JSON.parse(JSON.stringify(expected)));
    });

    it.each<{ base: Files; head: Files; reason: string }>([
      {
        base: { 'a.yaml': text({ 2: 'base' }) },
        head: { 'a.yaml': text({ 2: 'head' }) },
        reason: 'the same line twice',
      },
      {
        base: { 'b.yaml': undefined },
        head: { 'b.yaml': 'other\n' },
        reason: 'a deletion with a change',
      },
      {
        base: { 'c.yaml': 'base\n' },
        head: { 'c.yaml': 'head\n' },
        reason: 'two new files of one name',
      },
    ])('does not merge $reason', async ({ base, head }) => {
      const merge = git.merge({
        base: await commit(base, first),
        head: await commit(head, first),
        message: 'Merge',
        author,
      });
      expect(await merge).toBeUndefined();
    });
  });

  it('tells what a branch changes since it began', async () => {
    const base = await commit({ 'later.yaml': 'x\n' }, first);
    const head = await commit(
      { 'a.yaml': text({ 2: 'THREE' }), 'b.yaml': undefined, 'ü c': '<c>' },
      first,
    );
    expect(await git.diff(base, head)).toEqual([
      {
        path: 'a.yaml',
        change: 'modified',
        lines: [
          { kind: 'hunk', text: expect.stringMatching(/^@@ -1,5 \+1,5 @@/) },
          { kind: 'context', text: 'one' },
          { kind: 'context', text: 'two' },
          { kind: 'deleted', text: 'three' },
          { kind: 'added', text: 'THREE' },
          { kind: 'context', text: 'four' },
          { kind: 'context', text: 'five' },
        ],
      },
      {
        path: 'b.yaml',
        change: 'deleted',
        lines: [{ kind: 'deleted', text: 'b' }],
      },
      { path: 'ü c', change: 'added', lines: [{ kind: 'added', text: '<c>' }] },
    ]);
    expect(await git.commitsBetween(base, head)).toEqual([
      {
        id: head,
        author: 'Ada',
        at: '2026-01-02T03:04:05.000Z',
        message: 'Change\n\nwhat is there',
      },
    ]);
  });

  it('moves a branch only from where it is expected', async () => {
    const second = await commit({ 'c.yaml': 'c' }, first);
    await git.move('refs/heads/work', first);
    await expect(git.move('refs/heads/work', second)).rejects.toThrow(
      /not where it is expected/,
    );
    await git.move('refs/heads/work', second, first);
    expect(await git.find('refs/heads/work')).toBe(second);
    expect(await git.find('refs/heads/work~1')).toBeUndefined();
  });
});
