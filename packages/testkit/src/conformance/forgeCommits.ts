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
  ForgeCommitRequest,
  ForgeFileWrite,
} from '@basewell/plugin-databases-node';
import {
  addition,
  deletion,
  edit,
  files,
  message,
  useCommitScene,
} from './CommitScene';
import { failureOf } from './forgeFailure';
import { ForgeConformanceHost } from './ForgeConformanceHost';

export function describeForgeCommits(given: () => ForgeConformanceHost) {
  describe('commits', () => {
    const prepared = useCommitScene(given);

    it('makes one commit with several files on a new branch', async () => {
      const { scene, repository, request } = prepared();
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
      const { scene, repository, request } = prepared();
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
      const { scene, repository, request } = prepared();
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
      const { scene, ref, repository, request } = prepared();
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
      const { repository, request } = prepared();
      const { commit } = await repository.commit({
        ...request,
        changes: [
          { path: edit.path, delete: true, previous: files['apps/shop.yaml'] },
          { path: 'apps/tool.sh', delete: true, previous: '#!/bin/sh\n' },
        ],
      });
      expect(await repository.listFolder(commit, 'apps')).toBeUndefined();
    });

    it('deletes a branch, and does not mind when it is gone', async () => {
      const { scene, repository, request } = prepared();
      await repository.commit(request);
      await repository.deleteBranch(request.branch);
      expect(await repository.findBranch(request.branch)).toBeUndefined();
      expect((await scene.copy.branches()).has(request.branch)).toBe(false);
      await repository.deleteBranch(request.branch);
    });

    it('creates a branch again that was deleted', async () => {
      const { repository, request } = prepared();
      await repository.commit(request);
      await repository.deleteBranch(request.branch);
      const { commit } = await repository.commit(request);
      expect(await repository.findBranch(request.branch)).toEqual({
        name: request.branch,
        commit,
      });
    });

    it('sets a status, and sets it anew', async () => {
      const { scene, repository, request } = prepared();
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
