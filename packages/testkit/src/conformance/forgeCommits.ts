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

import { RepositoryRef } from '@basewell/plugin-databases-common';
import {
  ForgeCommitRequest,
  ForgeFileDeletion,
  ForgeFileWrite,
  ForgeRepository,
} from '@basewell/plugin-databases-node';
import { failureOf } from './forgeFailure';
import { ForgeScene, openScene } from './ForgeScene';
import { ForgeConformanceHost } from './ForgeConformanceHost';
import { ForgeProxy, ProxyReply } from './ForgeProxy';

const files = {
  'README.md': 'hello\n',
  'apps/shop.yaml': '# Магазин\r\na: 1\r\nb: 2',
  'apps/tool.sh': '#!/bin/sh\n',
};
const edit: ForgeFileWrite = {
  path: 'apps/shop.yaml',
  previous: files['apps/shop.yaml'],
  content: '# Магазин\r\na: 1\r\nb: 3',
};
const addition: ForgeFileWrite = { path: 'new file.yaml', content: 'a: 1\n' };
const deletion: ForgeFileDeletion = {
  path: 'README.md',
  delete: true,
  previous: files['README.md'],
};
const message = `feat(db): shop PostgreSQL for dev, prod

Orders move out of the monolith: "fast" & <safe>.

Requested-by: user:default/anna`;

export function describeForgeCommits(given: () => ForgeConformanceHost) {
  describe('commits', () => {
    let scene: ForgeScene;
    let seed: string;
    let tests = 0;
    /** Each test has branches of its own. */
    let ref: RepositoryRef;
    let repository: ForgeRepository;
    let request: ForgeCommitRequest;

    beforeAll(async () => {
      scene = await openScene(given(), {
        files,
        executables: ['apps/tool.sh'],
      });
      seed = (await scene.base()).commit;
    });
    afterAll(() => scene?.copy.remove());

    beforeEach(async () => {
      tests++;
      ref = { ...scene.ref, branch: `base-${tests}` };
      repository = given().forge().open(ref);
      await scene.copy.git(
        'push',
        'origin',
        `${seed}:refs/heads/${ref.branch}`,
      );
      request = {
        branch: `databases/shop-${tests}/create`,
        create: true,
        onto: seed,
        message,
        changes: [edit, addition],
      };
    });

    it('makes one commit with several files on a new branch', async () => {
      const changes: readonly ForgeFileWrite[] = [
        edit,
        addition,
        { path: 'a/b/c/Ёлка.yaml', content: '# 🎄\n' },
        { path: 'crlf.yaml', content: 'a: 1\r\nb: 2' },
        { path: 'zero.bin', content: 'a\0b' },
        { path: 'large.yaml', content: 'x'.repeat(2 ** 20) },
        { path: 'empty.yaml', content: '' },
        {
          path: 'apps/tool.sh',
          previous: '#!/bin/sh\n',
          content: '#!/bin/bash\n',
        },
      ];
      const { commit } = await repository.commit({ ...request, changes });

      await scene.copy.fetch();
      const { copy } = scene;
      expect((await copy.branches()).get(request.branch)).toBe(commit);
      expect(await copy.git('show', '-s', '--format=%P', commit)).toBe(
        `${request.onto}\n`,
      );
      expect((await copy.git('show', '-s', '--format=%B', commit)).trim()).toBe(
        message,
      );
      const changed = await copy.git(
        ...['diff', '--name-only', '-z', request.onto, commit],
      );
      expect(changed.split('\0').filter(Boolean).sort()).toEqual(
        changes.map(({ path }) => path).sort(),
      );
      for (const { path, content } of changes) {
        expect(
          (await copy.read(commit, path)).equals(Buffer.from(content)),
        ).toBe(true);
      }
      const tool = await copy.git('ls-tree', commit, 'apps/tool.sh');
      expect(tool).toMatch(/^100755 /);
    });

    it('commits upon an existing branch', async () => {
      const first = await repository.commit(request);
      const second = await repository.commit({
        ...request,
        create: false,
        onto: first.commit,
        changes: [{ ...addition, previous: 'a: 1\n', content: 'a: 2\n' }],
      });
      await scene.copy.fetch();
      const log = await scene.copy.git('log', '--format=%H', second.commit);
      expect(log.trim().split('\n')).toEqual([
        second.commit,
        first.commit,
        request.onto,
      ]);
    });

    it('deletes, creates and changes files in one commit', async () => {
      const { commit } = await repository.commit({
        ...request,
        changes: [deletion, edit, addition],
      });
      await scene.copy.fetch();
      const changed = await scene.copy.git(
        ...['diff', '--name-status', request.onto, commit],
      );
      expect(changed.trim().split('\n').sort()).toEqual([
        `A\t${addition.path}`,
        `D\t${deletion.path}`,
        `M\t${edit.path}`,
      ]);
      const read = await repository.readFiles(commit, [deletion.path]);
      expect(read.get(deletion.path)).toBeUndefined();
    });

    it('replaces what is on a branch, and its pull request stays open', async () => {
      const first = await repository.commit(request);
      const { branch } = request;
      const { number } = await repository.createPullRequest({
        branch,
        title: 'One',
        body: '',
        draft: false,
      });
      const base = await scene.copy.push(ref.branch, {
        files: { 'README.md': 'moved\n' },
      });
      const change: ForgeCommitRequest = {
        ...request,
        create: false,
        onto: base,
        changes: [{ ...addition, content: 'a: 2\n' }],
      };
      const second = await repository.commit({
        ...change,
        replaces: first.commit,
      });
      await scene.copy.fetch();
      expect([...(await scene.copy.branches())]).toEqual(
        expect.arrayContaining([[branch, second.commit]]),
      );
      expect((await scene.copy.branches()).has(`${branch}.next`)).toBe(false);
      expect(
        await scene.copy.git('show', '-s', '--format=%P', second.commit),
      ).toBe(`${base}\n`);
      const pulls = await repository.findPullRequests(branch);
      expect(pulls).toEqual([
        expect.objectContaining({
          number,
          state: 'open',
          commit: second.commit,
        }),
      ]);

      const error = await failureOf(
        given(),
        repository.commit({ ...change, replaces: first.commit }),
      );
      expect(error.name).toBe('ConflictError');
      expect((await repository.findBranch(branch))?.commit).toBe(second.commit);
    });

    it('takes the folder away with its last file', async () => {
      const { commit } = await repository.commit({
        ...request,
        changes: [
          { path: edit.path, delete: true, previous: files['apps/shop.yaml'] },
          { path: 'apps/tool.sh', delete: true, previous: '#!/bin/sh\n' },
        ],
      });
      expect(await repository.listFolder(commit, 'apps')).toBeUndefined();
    });

    describe('leaves everything as it is', () => {
      const cases: readonly {
        reason: string;
        before?: () => Promise<unknown>;
        change?: Partial<ForgeCommitRequest>;
      }[] = [
        {
          reason: 'the base branch moved, though not in these files',
          before: () =>
            scene.copy.push(ref.branch, { files: { 'x.yaml': 'x' } }),
        },
        {
          reason: 'a file to change was changed on the base branch',
          before: () =>
            scene.copy.push(ref.branch, { files: { [edit.path]: 'other' } }),
        },
        {
          reason: 'the branch to create exists',
          before: () =>
            scene.copy.push(
              request.branch,
              { files: { 'x.yaml': 'x' } },
              ref.branch,
            ),
        },
        {
          reason: 'the branch to create exists and is like the base',
          before: () =>
            scene.copy.git(
              'push',
              'origin',
              `${seed}:refs/heads/${request.branch}`,
            ),
        },
        {
          reason: 'a file to create exists',
          change: {
            changes: [addition, { path: 'README.md', content: 'mine\n' }],
          },
        },
        {
          reason: 'a file to create is a folder',
          change: {
            changes: [addition, { path: 'apps', content: '' }],
          },
        },
        {
          reason: 'a file to create would be inside a file',
          change: {
            changes: [addition, { path: 'README.md/a.yaml', content: '' }],
          },
        },
        {
          reason: 'a file to change is not there',
          change: {
            changes: [addition, { ...edit, path: 'apps/none.yaml' }],
          },
        },
        {
          reason: 'a file to change has other content',
          change: {
            changes: [addition, { ...edit, previous: 'a: 1' }],
          },
        },
        {
          reason: 'a file to delete has other content',
          change: {
            changes: [addition, { ...deletion, previous: 'bye\n' }],
          },
        },
        {
          reason: 'a file to delete is not there',
          change: {
            changes: [addition, { ...deletion, path: 'apps/none.yaml' }],
          },
        },
        {
          reason: 'the branch to commit upon moved',
          before: () =>
            scene.copy.push(
              request.branch,
              { files: { 'x.yaml': 'x' } },
              ref.branch,
            ),
          change: { create: false },
        },
        {
          reason: 'the branch to commit upon is gone',
          change: { create: false },
        },
      ];

      it.each(cases)('when $reason', async ({ before, change }) => {
        await before?.();
        const standing = await scene.copy.branches();
        const error = await failureOf(
          given(),
          repository.commit({ ...request, ...change }),
        );
        expect(error.name).toBe('ConflictError');
        expect(await scene.copy.branches()).toEqual(standing);
      });
    });

    describe('when somebody pushes in that very moment', () => {
      let proxy: ForgeProxy;
      beforeEach(async () => {
        proxy = await ForgeProxy.start(given().url);
      });
      afterEach(() => proxy.stop());

      it.each([
        { create: true, reason: 'to the base branch' },
        { create: false, reason: 'to the branch' },
      ])('$reason, changes nothing', async ({ create }) => {
        const work = `work-${tests}`;
        const pushed = await scene.copy.push(
          work,
          { files: { 'x.yaml': 'x' } },
          ref.branch,
        );
        const moving = create ? ref.branch : work;
        let rival: string | undefined;
        proxy.reply = async ({ method }): Promise<ProxyReply> => {
          if (method !== 'GET' && !rival) {
            rival = 'under way';
            rival = await scene.copy.push(moving, { files: { 'y.yaml': 'y' } });
          }
          return 'pass';
        };
        const error = await failureOf(
          given(),
          given()
            .forge({ baseUrl: proxy.url })
            .open(ref)
            .commit({
              ...request,
              create,
              ...(!create && { branch: work, onto: pushed }),
            }),
        );
        expect(error.name).toBe('ConflictError');
        const heads = await scene.copy.branches();
        expect(heads.get(moving)).toBe(rival);
        expect(heads.has(request.branch)).toBe(false);
      });
    });

    it.each([
      { create: true, reason: 'to create the same branch' },
      { create: false, reason: 'upon the same branch' },
    ])('lets one of two win that try at once $reason', async ({ create }) => {
      const start = create
        ? request
        : {
            ...request,
            create,
            onto: (await repository.commit({ ...request, changes: [edit] }))
              .commit,
            changes: [addition],
          };
      const attempts = ['one', 'two'].map(name =>
        given()
          .forge()
          .open(ref)
          .commit({
            ...start,
            changes: [
              ...start.changes,
              { path: `${name}.yaml`, content: name },
            ],
          }),
      );
      const outcomes = await Promise.allSettled(attempts);
      const won = outcomes.filter(({ status }) => status === 'fulfilled');
      const lost = outcomes.filter(({ status }) => status === 'rejected');
      expect(won).toHaveLength(1);
      expect(lost).toEqual([
        expect.objectContaining({
          reason: expect.objectContaining({ name: 'ConflictError' }),
        }),
      ]);
      const { value } = won[0] as PromiseFulfilledResult<{ commit: string }>;
      await scene.copy.fetch();
      expect((await scene.copy.branches()).get(request.branch)).toBe(
        value.commit,
      );
      expect(
        (
          await scene.copy.git('show', '-s', '--format=%P', value.commit)
        ).trim(),
      ).toBe(start.onto);
    });

    it('deletes a branch, and does not mind when it is gone', async () => {
      await repository.commit(request);
      await repository.deleteBranch(request.branch);
      expect(await repository.findBranch(request.branch)).toBeUndefined();
      expect((await scene.copy.branches()).has(request.branch)).toBe(false);
      await repository.deleteBranch(request.branch);
    });

    it('creates a branch again that was deleted', async () => {
      await repository.commit(request);
      await repository.deleteBranch(request.branch);
      const { commit } = await repository.commit(request);
      expect(await repository.findBranch(request.branch)).toEqual({
        name: request.branch,
        commit,
      });
    });

    it('sets a status, and sets it anew', async () => {
      const { commit } = await repository.commit(request);
      const status = {
        context: 'databases/order',
        state: 'pending' as const,
        description: 'The platform pull request is not merged yet.',
        url: 'https://portal.example.test/databases',
      };
      await repository.setStatus(commit, status);
      expect(await given().statuses(scene.ref, commit)).toEqual([status]);
      await repository.setStatus(commit, { ...status, state: 'success' });
      expect(await given().statuses(scene.ref, commit)).toEqual([
        { ...status, state: 'success' },
      ]);
    });
  });
}
