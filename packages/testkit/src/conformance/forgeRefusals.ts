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

import { ForgeRepository } from '@basewell/plugin-databases-node';
import { branch, forgeCalls } from './forgeCalls';
import { failureOf } from './forgeFailure';
import { ForgeScene, openScene } from './ForgeScene';
import { ForgeConformanceHost } from './ForgeConformanceHost';

/** No answer, or one that says nothing. */
const SILENT = /^(Nothing is told)?$/;

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
      async ({ name, call }) => {
        const standing = await scene.copy.branches();
        const error = await failureOf(
          given(),
          call(open(given().tokens.reader), onto),
        );
        const may = name === 'setStatus' && given().readersSetStatuses;
        expect(error.name === 'Error' ? error.message : error.name).toBe(
          may ? 'The call succeeded' : 'NotAllowedError',
        );
        expect(await scene.copy.branches()).toEqual(standing);
      },
    );

    it.each([
      { person: 'writer', told: /^$/, reason: 'who may write' },
      { person: 'reader', told: /not push to it/, reason: 'who may not' },
    ] as const)('tells beforehand $reason', async ({ person, told }) => {
      const repository = open(given().tokens[person]);
      await repository.readFiles(onto, ['README.md']);
      expect(await toldBy(repository)).toMatch(
        given().tellsBeforehand ? told : SILENT,
      );
    });

    it('an archived repository is read and not written', async () => {
      if (given().archivesNothing) {
        return;
      }
      const archived = await openScene(given(), {
        files: { 'README.md': 'hello\n' },
        archived: true,
      });
      const head = (await archived.copy.branches()).get('main')!;
      const commit = forgeCalls.find(({ name }) => name === 'commit')!;
      const error = await failureOf(
        given(),
        commit.call(archived.repository, head),
      );
      expect(error.name).toBe('NotAllowedError');
      expect(error.message).toMatch(/archived|disabled/);
      expect(await toldBy(archived.repository)).toMatch(
        given().tellsBeforehand
          ? /is (archived\. Unarchive|disabled\. Enable) it/
          : SILENT,
      );
      const read = await archived.repository
        .readFiles(head, ['README.md'])
        .then(
          found => found.get('README.md'),
          ({ name }) => name,
        );
      expect(read).toBe(given().hidesArchived ? 'NotAllowedError' : 'hello\n');
      expect([...(await archived.copy.branches()).keys()]).toEqual(['main']);
      await archived.copy.remove();
    });

    it('an empty repository has no branch and no pull request', async () => {
      const ref = await given().createRepository({});
      const repository = given().forge().open(ref);
      for (const toList of [false, true]) {
        expect(await repository.findBranch('main', { toList })).toBeUndefined();
      }
      expect(await repository.findPullRequests(branch)).toEqual([]);
    });

    it('a branch that is protected before it begins gets no commit of ours', async () => {
      const guarded = await openScene(given(), {
        files: { 'README.md': 'hello\n' },
        protectedBranch: branch,
      });
      const head = await guarded.base();
      const commit = forgeCalls.find(({ name }) => name === 'commit')!;
      const error = await failureOf(
        given(),
        commit.call(guarded.repository, head.commit),
      );
      expect(error.name).toBe('NotAllowedError');
      const begun = (await guarded.copy.branches()).get(branch);
      expect(begun ?? head.commit).toBe(head.commit);
      await guarded.copy.remove();
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

/** What is in the way, as far as the host tells beforehand. */
async function toldBy(repository: ForgeRepository): Promise<string> {
  const standing = await repository.standing?.({ branch, message: 'x' });
  return standing?.obstacles.join(' ') ?? 'Nothing is told';
}
