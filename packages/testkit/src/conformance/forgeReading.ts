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

import { failureOf } from './forgeFailure';
import { ForgeScene, openScene } from './ForgeScene';
import { ForgeConformanceHost } from './ForgeConformanceHost';
import { ForgeWorkingCopy } from './ForgeWorkingCopy';

const oddPaths = [
  { path: 'with space/a b.yaml', reason: 'spaces' },
  { path: 'приложения/магазин.yaml', reason: 'Cyrillic' },
  { path: 'a%20b/100%.yaml', reason: 'percent signs that look encoded' },
  { path: 'q?x=1&y#z.yaml', reason: 'what ends a path in an address' },
  { path: 'quoted/\'"`.yaml', reason: 'quotes' },
  { path: '-dash/--flag.yaml', reason: 'what looks like an option' },
  { path: 'back\\slash.yaml', reason: 'a backslash is no separator' },
  { path: '.hidden/.sops.yaml', reason: 'dots in front' },
];

const contents = [
  { path: 'empty.yaml', content: '', reason: 'an empty file is there' },
  { path: 'crlf.yaml', content: 'a: 1\r\nb: 2\r\n', reason: 'CRLF' },
  { path: 'open.yaml', content: 'a: 1', reason: 'no newline at the end' },
  { path: 'words.yaml', content: '# Ёлка 🎄\n', reason: 'beyond ASCII' },
  { path: 'bom.yaml', content: '\uFEFFa: 1\n', reason: 'byte order mark' },
  { path: 'zero.bin', content: 'a\0b\x01\x7F', reason: 'control characters' },
  {
    path: 'large.yaml',
    content: `${'x'.repeat(63)}\n`.repeat(16_384),
    reason: 'one megabyte',
  },
];

export function describeForgeReading(given: () => ForgeConformanceHost) {
  describe('reading', () => {
    let scene: ForgeScene;
    let commit: string;

    beforeAll(async () => {
      scene = await openScene(given(), {
        files: {
          ...Object.fromEntries(
            oddPaths.map(({ path }) => [path, `path: ${path}\n`]),
          ),
          ...Object.fromEntries(
            contents.map(({ path, content }) => [path, content]),
          ),
          'apps/dev/shop.yaml': 'a: 1\n',
          'apps/dev/nested/deep.yaml': 'a: 1\n',
          'apps-old/shop.yaml': 'a: 1\n',
        },
        links: { 'apps/dev/link.yaml': 'shop.yaml' },
      });
      commit = (await scene.base()).commit;
    }, 60_000);
    afterAll(() => scene?.copy.remove());

    describe('branches', () => {
      it('finds a branch and its head', async () => {
        const heads = await scene.copy.branches();
        expect(await scene.repository.findBranch('main')).toEqual({
          name: 'main',
          commit: heads.get('main'),
        });
      });

      it.each([
        { name: 'databases/shop/create', reason: 'slashes' },
        { name: 'fix/100%-#1+2', reason: 'what means something in an address' },
        { name: 'правка', reason: 'Cyrillic' },
      ])('finds $name ($reason)', async ({ name }) => {
        const pushed = await scene.copy.push(
          name,
          { files: { [`branches/${name}`]: name } },
          'main',
        );
        const found = { name, commit: pushed };
        expect(await scene.repository.findBranch(name)).toEqual(found);
        const fresh = given().forge().open(scene.ref);
        expect(await fresh.findBranch(name, { toList: true })).toEqual(found);
        expect(await fresh.listFolder(pushed, 'branches')).toBeDefined();
      });

      it.each(['databases/shop', 'none', 'main/none'])(
        'finds no branch %s',
        async name => {
          for (const toList of [false, true]) {
            expect(
              await scene.repository.findBranch(name, { toList }),
            ).toBeUndefined();
          }
        },
      );
    });

    describe('folders', () => {
      it.each([
        {
          folder: 'apps/dev',
          names: ['link.yaml', 'nested/', 'shop.yaml'],
          reason: 'files, links and folders',
        },
        { folder: 'apps', names: ['dev/'], reason: 'a folder of folders' },
        { folder: 'apps-old', names: ['shop.yaml'], reason: 'a longer name' },
        { folder: 'with space', names: ['a b.yaml'], reason: 'a space' },
        { folder: 'приложения', names: ['магазин.yaml'], reason: 'Cyrillic' },
        { folder: 'none', names: undefined, reason: 'nothing there' },
        { folder: 'app', names: undefined, reason: 'only a beginning' },
        {
          folder: 'apps/dev/shop.yaml',
          names: undefined,
          reason: 'a file is no folder',
        },
      ])('lists $folder ($reason)', async ({ folder, names }) => {
        const listed = await scene.repository.listFolder(commit, folder);
        expect(listed && [...listed].sort()).toEqual(names);
      });

      it('lists the root', async () => {
        const listed = await scene.repository.listFolder(commit, '');
        expect(listed).toEqual(
          expect.arrayContaining(['apps/', 'apps-old/', 'crlf.yaml']),
        );
        expect(listed).toHaveLength(
          new Set(
            [...oddPaths, ...contents].map(({ path }) => path.split('/')[0]),
          ).size + 2,
        );
      });

      it('lists at the commit that was asked for', async () => {
        const later = await scene.copy.push(
          'later',
          { files: { 'apps/dev/later.yaml': 'a: 1\n' } },
          'main',
        );
        expect(await scene.repository.listFolder(later, 'apps/dev')).toContain(
          'later.yaml',
        );
        expect(
          await scene.repository.listFolder(commit, 'apps/dev'),
        ).not.toContain('later.yaml');
      });

      it('lists completely in a repository of thousands of files', async () => {
        const large = await openScene(given(), {
          files: Object.fromEntries([
            ...range(1_200).map(n => [`m/all/${n}.yaml`, `n: ${n}\n`]),
            ...range(1_200).map(n => [`m/f${n}/a.yaml`, `n: ${n}\n`]),
            ['a/first.yaml', 'a: 1\n'],
            ['z/last.yaml', 'a: 1\n'],
          ]),
        });
        const head = (await large.base()).commit;
        const list = async (folder: string) =>
          (await large.repository.listFolder(head, folder))?.length;
        expect(await Promise.all(['', 'a', 'm/all'].map(list))).toEqual([
          3, 1, 1_200,
        ]);
        expect(await Promise.all(['m', 'm/f7', 'z'].map(list))).toEqual([
          1_201, 1, 1,
        ]);
        const all = await large.repository.listFiles(head, '');
        expect(all).toHaveLength(2_402);
        expect(all).toEqual([...all].sort());
        expect(await large.repository.listFiles(head, 'm/all')).toHaveLength(
          1_200,
        );
        for (const none of [
          'zz',
          'm/g',
          'a/b',
          'm/f7/a.yaml',
          'a/first.yaml',
        ]) {
          expect(await list(none)).toBeUndefined();
        }
        await large.copy.remove();
      }, 60_000);
    });

    describe('files of a tree', () => {
      it.each([
        {
          folder: 'apps',
          files: ['apps/dev/nested/deep.yaml', 'apps/dev/shop.yaml'],
          reason: 'folders inside, and no links',
        },
        {
          folder: 'apps/dev/nested',
          files: ['apps/dev/nested/deep.yaml'],
          reason: 'a folder in a folder',
        },
        {
          folder: 'приложения',
          files: ['приложения/магазин.yaml'],
          reason: 'Cyrillic',
        },
        { folder: 'none', files: [], reason: 'nothing there' },
        { folder: 'app', files: [], reason: 'only a beginning' },
        { folder: 'crlf.yaml', files: [], reason: 'a file is no folder' },
      ])('lists those below $folder ($reason)', async ({ folder, files }) => {
        expect(await scene.repository.listFiles(commit, folder)).toEqual(files);
      });

      it('lists all', async () => {
        expect(await scene.repository.listFiles(commit, '')).toEqual(
          [
            ...[...oddPaths, ...contents].map(({ path }) => path),
            'apps/dev/shop.yaml',
            'apps/dev/nested/deep.yaml',
            'apps-old/shop.yaml',
          ].sort(),
        );
      });
    });

    describe('commits of a file', () => {
      const path = 'история/a b 100%.yaml';
      let commits: string[];

      beforeAll(async () => {
        const push = (files: { [name: string]: string }) =>
          scene.copy.push('history', { files });
        commits = [
          await scene.copy.push('history', { files: { [path]: '1' } }, 'main'),
          await push({ [path]: '2' }),
          await push({ 'apps/dev/shop.yaml': 'a: 2\n' }),
          await push({ [path]: '3' }),
          await renamed(scene.copy, path, 'renamed.yaml'),
        ];
      });

      it.each([
        { of: path, at: 3, limit: 10, found: [3, 1, 0], reason: 'a path' },
        { of: path, at: 3, limit: 2, found: [3, 1], reason: 'a limit' },
        { of: path, at: 2, limit: 10, found: [1, 0], reason: 'as of earlier' },
        {
          of: path,
          at: 4,
          limit: 10,
          found: [4, 3, 1, 0],
          reason: 'it is gone since',
        },
        {
          of: 'renamed.yaml',
          at: 4,
          limit: 10,
          found: [4],
          reason: 'a new name begins anew',
        },
        { of: 'none.yaml', at: 4, limit: 10, found: [], reason: 'never there' },
        {
          of: path.slice(0, -5),
          at: 4,
          limit: 10,
          found: [],
          reason: 'a part',
        },
      ])('lists $of at $at: $found ($reason)', async item => {
        const listed = await scene.repository.listCommits(
          commits[item.at],
          item.of,
          item.limit,
        );
        expect(listed.map(({ commit: id }) => commits.indexOf(id))).toEqual(
          item.found,
        );
      });

      it('says when they were committed, in UTC', async () => {
        const [newest] = await scene.repository.listCommits(
          commits[3],
          path,
          1,
        );
        const seconds = await scene.copy.git(
          ...['show', '--no-patch', '--format=%ct', commits[3]],
        );
        expect(newest.at).toBe(new Date(Number(seconds) * 1000).toISOString());
      });
    });

    describe('files', () => {
      it.each(contents)('reads $path ($reason)', async ({ path, content }) => {
        const read = await scene.repository.readFiles(commit, [path]);
        expect([...read]).toEqual([[path, content]]);
      });

      it.each(oddPaths)('reads $path ($reason)', async ({ path }) => {
        const read = await scene.repository.readFiles(commit, [path]);
        expect([...read]).toEqual([[path, `path: ${path}\n`]]);
      });

      it('reads many at once, and says which are no files', async () => {
        const absent = [
          'none.yaml',
          'apps',
          'apps/dev/link.yaml',
          'apps/dev/shop.yaml/inside',
          ...range(90).map(n => `none/${n}/of/${'long/'.repeat(10)}them.yaml`),
        ];
        const there = [...oddPaths, ...contents].map(({ path }) => path);
        const asked = [...absent.slice(0, 50), ...there, ...absent.slice(50)];
        const read = await scene.repository.readFiles(commit, asked);
        expect([...read.keys()].sort()).toEqual([...asked].sort());
        expect(absent.filter(path => read.get(path) !== undefined)).toEqual([]);
        expect(there.filter(path => read.get(path) === undefined)).toEqual([]);
      }, 30_000);

      it('reads nothing for nothing, and one for twice the same', async () => {
        expect((await scene.repository.readFiles(commit, [])).size).toBe(0);
        const twice = ['crlf.yaml', 'crlf.yaml'];
        const read = await scene.repository.readFiles(commit, twice);
        expect([...read]).toEqual([['crlf.yaml', 'a: 1\r\nb: 2\r\n']]);
      });

      it('reads at the commit that was asked for', async () => {
        const later = await scene.copy.push(
          'changed',
          { files: { 'open.yaml': 'a: 2' } },
          'main',
        );
        const read = async (at: string) =>
          (await scene.repository.readFiles(at, ['open.yaml'])).get(
            'open.yaml',
          );
        expect(await read(later)).toBe('a: 2');
        expect(await read(commit)).toBe('a: 1');
      });
    });

    it('reads with the token of a person who may only read', async () => {
      const reader = given()
        .forge()
        .open(scene.ref, { token: given().tokens.reader });
      expect(await reader.findBranch('main')).toBeDefined();
      expect(await reader.listFolder(commit, 'apps')).toEqual(['dev/']);
      expect(await reader.listFiles(commit, 'apps-old')).toEqual([
        'apps-old/shop.yaml',
      ]);
      expect(await reader.listCommits(commit, 'open.yaml', 5)).toEqual([
        { commit, at: expect.stringMatching(/Z$/) },
      ]);
      const read = await reader.readFiles(commit, ['open.yaml']);
      expect(read.get('open.yaml')).toBe('a: 1');
    });

    it('does not follow a path out of the repository', async () => {
      const path = '../../../version';
      const read = scene.repository
        .readFiles(commit, [path])
        .then(files => files.get(path));
      const outcome = await Promise.race([
        read,
        failureOf(given(), read).then(() => undefined),
      ]).catch(() => undefined);
      expect(outcome).toBeUndefined();
    });
  });
}

/** Renames a file upon the branch that was pushed last; the id of the commit. */
async function renamed(
  copy: ForgeWorkingCopy,
  from: string,
  to: string,
): Promise<string> {
  await copy.git('mv', from, to);
  await copy.git(
    ...['-c', 'user.name=Somebody', '-c', 'user.email=some@example.test'],
    ...['commit', '--quiet', '--message', 'Rename'],
  );
  await copy.git('push', '--quiet', 'origin', 'work:refs/heads/renamed');
  return (await copy.git('rev-parse', 'HEAD')).trim();
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
