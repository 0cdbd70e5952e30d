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

import { branch, forgeCalls } from './forgeCalls';
import { failureOf } from './forgeFailure';
import { ForgeScene, openScene } from './ForgeScene';
import { ForgeConformanceHost } from './ForgeConformanceHost';

export function describeForgeRefusals(given: () => ForgeConformanceHost) {
  describe('refusals', () => {
    let scene: ForgeScene;
    let onto: string;

    beforeAll(async () => {
      scene = await openScene(given(), { files: { 'README.md': 'hello\n' } });
      onto = (await scene.base()).commit;
      await scene.copy.push('side', { files: { 'x.yaml': 'x' } }, 'main');
    });
    afterAll(() => scene?.copy.remove());

    const open = (token: string, ref = scene.ref) =>
      given().forge().open(ref, { token });

    it.each(forgeCalls)('$name: a wrong token', async ({ call }) => {
      const error = await failureOf(
        given(),
        call(open(given().tokens.wrong), onto),
      );
      expect(error.name).toBe('AuthenticationError');
      expect(error.message).toContain(`${scene.ref.owner}/${scene.ref.repo}`);
      expect(error.message).toContain(scene.ref.host);
      expect(error.message).toMatch(/Sign in/);
    });

    it.each(forgeCalls)(
      '$name: a repository that may not be seen',
      async item => {
        const error = await failureOf(
          given(),
          item.call(open(given().tokens.stranger), onto),
        );
        expect(error.name).toBe('NotFoundError');
        expect(error.message).toContain(`${scene.ref.owner}/${scene.ref.repo}`);
      },
    );

    it.each(forgeCalls)('$name: a repository that is not there', async item => {
      const repository = given()
        .forge()
        .open({ ...scene.ref, repo: 'none' });
      const error = await failureOf(given(), item.call(repository, onto));
      expect(error.name).toBe('NotFoundError');
      expect(error.message).toContain(`${scene.ref.owner}/none`);
      expect(error.message).toMatch(/repoUrl/);
    });

    it.each(forgeCalls.filter(({ writes }) => writes))(
      '$name: a token that may only read',
      async ({ call }) => {
        const standing = await scene.copy.branches();
        const error = await failureOf(
          given(),
          call(open(given().tokens.reader), onto),
        );
        expect(error.name).toBe('NotAllowedError');
        expect(await scene.copy.branches()).toEqual(standing);
      },
    );

    it('an archived repository is read and not written', async () => {
      const archived = await openScene(given(), {
        files: { 'README.md': 'hello\n' },
        archived: true,
      });
      const head = await archived.base();
      expect(
        await archived.repository.readFiles(head.commit, ['README.md']),
      ).toEqual(new Map([['README.md', 'hello\n']]));
      const commit = forgeCalls.find(({ name }) => name === 'commit')!;
      const error = await failureOf(
        given(),
        commit.call(archived.repository, head.commit),
      );
      expect(error.name).toBe('NotAllowedError');
      expect(error.message).toMatch(/archived/);
      expect([...(await archived.copy.branches()).keys()]).toEqual(['main']);
      await archived.copy.remove();
    });

    it('an empty repository has no branch and no pull request', async () => {
      const ref = await given().createRepository({});
      const repository = given().forge().open(ref);
      expect(await repository.findBranch('main')).toBeUndefined();
      expect(await repository.findPullRequests(branch)).toEqual([]);
    });

    it('a protected branch is not committed to', async () => {
      const guarded = await openScene(given(), {
        files: { 'README.md': 'hello\n' },
        protectedBranch: 'main',
      });
      const head = await guarded.base();
      const error = await failureOf(
        given(),
        guarded.repository.commit({
          branch: 'main',
          create: false,
          onto: head.commit,
          message: 'x',
          changes: [{ path: 'a.yaml', content: 'a' }],
        }),
      );
      expect(error.name).toBe('NotAllowedError');
      expect(error.message).toMatch(/protect/);
      expect((await guarded.copy.branches()).get('main')).toBe(head.commit);
      await guarded.copy.remove();
    });
  });
}
