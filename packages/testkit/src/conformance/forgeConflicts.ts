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

import { ForgeCommitRequest } from '@basewell/plugin-databases-node';
import {
  addition,
  CommitScene,
  deletion,
  edit,
  useCommitScene,
} from './CommitScene';
import { failureOf } from './forgeFailure';
import { ForgeConformanceHost } from './ForgeConformanceHost';
import { ForgeProxy, ProxyReply } from './ForgeProxy';

export function describeForgeConflicts(given: () => ForgeConformanceHost) {
  describe('commits that somebody forestalls', () => {
    const prepared = useCommitScene(given);

    describe('leaves everything as it is', () => {
      const cases: readonly {
        reason: string;
        before?: (prepared: CommitScene) => Promise<unknown>;
        change?: Partial<ForgeCommitRequest>;
      }[] = [
        {
          reason: 'the base branch moved, though not in these files',
          before: ({ scene, ref }) =>
            scene.copy.push(ref.branch, { files: { 'x.yaml': 'x' } }),
        },
        {
          reason: 'a file to change was changed on the base branch',
          before: ({ scene, ref }) =>
            scene.copy.push(ref.branch, { files: { [edit.path]: 'other' } }),
        },
        {
          reason: 'the branch to create exists',
          before: ({ scene, ref, request }) =>
            scene.copy.push(
              request.branch,
              { files: { 'x.yaml': 'x' } },
              ref.branch,
            ),
        },
        {
          reason: 'the branch to create exists and is like the base',
          before: ({ scene, seed, request }) =>
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
          before: ({ scene, ref, request }) =>
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
        const { scene, repository, request } = prepared();
        await before?.(prepared());
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
        const { scene, test, ref, request } = prepared();
        const work = `work-${test}`;
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
      const { scene, ref, repository, request } = prepared();
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
  });
}
