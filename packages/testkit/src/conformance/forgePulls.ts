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

import { ForgePullRequest } from '@basewell/plugin-databases-node';
import { failureOf } from './forgeFailure';
import { ForgeScene, openScene } from './ForgeScene';
import { ForgeConformanceHost } from './ForgeConformanceHost';

const branch = 'databases/shop/create';
// Benchmarks load this file outside of tests, where nothing is expected.
const instant = () => expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
const text = {
  title: 'feat(db): shop PostgreSQL for dev, prod — «Магазин»',
  body: `# Databases of \`shop\`

| name | size |
|---|---|
| a \\| b | <b>small</b> & cheap |

- [ ] Ёлка 🎄

<!-- basewell:request {"version":1,"files":{"a":"b"}} -->`,
};

export function describeForgePulls(given: () => ForgeConformanceHost) {
  describe('pull requests', () => {
    let scene: ForgeScene;

    beforeEach(async () => {
      scene = await openScene(given(), { files: { 'README.md': 'hello\n' } });
      await commit('a');
    });
    afterEach(() => scene?.copy.remove());

    /** Commits one file to the branch, which is begun when it is not there. */
    async function commit(name: string): Promise<string> {
      const head = await scene.repository.findBranch(branch);
      const made = await scene.repository.commit({
        branch,
        create: !head,
        onto: (head ?? (await scene.base())).commit,
        message: name,
        changes: [{ path: `${name}.yaml`, content: `${name}\n` }],
      });
      return made.commit;
    }

    function open(draft = false): Promise<ForgePullRequest> {
      return scene.repository.createPullRequest({ branch, ...text, draft });
    }

    /** A host that says when one began says when it ended. */
    function ended(pull: ForgePullRequest, state: 'closed' | 'merged') {
      return {
        ...pull,
        state,
        ...(pull.openedAt && { endedAt: instant() }),
      };
    }

    /** Without what this repository remembers. */
    function fresh() {
      return given().forge().open(scene.ref);
    }

    it.each([true, false])('opens one (draft: %s)', async draft => {
      const pull = await open(draft);
      const head = await scene.repository.findBranch(branch);
      expect(pull).toEqual({
        ...text,
        number: expect.any(Number),
        url: expect.stringMatching(/^https?:\/\//),
        state: 'open',
        draft,
        branch,
        base: 'main',
        commit: head!.commit,
        author: given().writer,
        ...(pull.openedAt && { openedAt: instant() }),
      });
      expect(await fresh().findPullRequests(branch)).toEqual([pull]);
    });

    it('labels one and asks for reviews of whom the host knows', async () => {
      const { gives, refusesLabels, tellsUnknown, writer } = given();
      await given().prepareLabel?.(scene.ref, 'database');
      const { number, undone } = await scene.repository.createPullRequest({
        ...{ branch, ...text, draft: true },
        labels: ['database'],
        reviewers: [
          ...['@reader', `@${writer}`, '@nobody-of-that-name'],
          ...['@other/team', 'mail@example.test'],
        ],
      });
      expect((undone ?? []).map(said => said.split(' in ')[0])).toEqual([
        ...(refusesLabels
          ? [`Could not label the pull request ${number}`]
          : []),
        ...(tellsUnknown
          ? [
              'Could not ask @nobody-of-that-name, @other/team, mail@example.test for a review',
            ]
          : []),
      ]);
      expect(await given().given(scene.ref, number)).toEqual({
        labels: gives.includes('labels') ? ['database'] : [],
        reviewers: gives.includes('reviewers') ? ['reader'] : [],
      });
    });

    it.each([
      { change: { title: 'Other' }, reason: 'the title' },
      { change: { body: 'Other\n' }, reason: 'the body' },
      { change: { body: '' }, reason: 'the body to nothing' },
      { change: { draft: false }, reason: 'draft to ready' },
      { change: { draft: true }, reason: 'nothing' },
      {
        change: { title: 'Other', body: 'Other', draft: false },
        reason: 'everything',
      },
    ])('changes $reason of a draft, and no more', async ({ change }) => {
      const pull = await open(true);
      const changed = { ...pull, ...change };
      expect(
        await fresh().updatePullRequest(pull.number, change),
      ).toMatchObject(changed);
      expect(await fresh().findPullRequests(branch)).toEqual([changed]);
    });

    it('makes a draft of a ready one, and back', async () => {
      const { number } = await open();
      const draft = await scene.repository.updatePullRequest(number, {
        draft: true,
      });
      expect(draft).toMatchObject({ title: text.title, draft: true });
      const ready = await scene.repository.updatePullRequest(number, {
        draft: false,
      });
      expect(ready).toMatchObject({ title: text.title, draft: false });
    });

    it('keeps what somebody else changed meanwhile', async () => {
      const { number } = await open(true);
      await fresh().updatePullRequest(number, { draft: false });
      await scene.repository.updatePullRequest(number, {
        title: text.title,
        body: 'Other',
      });
      expect(await fresh().findPullRequests(branch)).toEqual([
        expect.objectContaining({ draft: false, body: 'Other' }),
      ]);
    });

    it('refuses a second one for the same branch', async () => {
      const pull = await open();
      const error = await failureOf(given(), open());
      expect(error.name).toBe('ConflictError');
      expect(await fresh().findPullRequests(branch)).toEqual([pull]);
    });

    it('refuses one for a branch that is not there', async () => {
      await scene.repository.deleteBranch(branch);
      const error = await failureOf(given(), open());
      expect(error.name).toBe('ConflictError');
    });

    it('refuses to change one that is not there', async () => {
      const error = await failureOf(
        given(),
        scene.repository.updatePullRequest(4711, { body: '' }),
      );
      expect(error.name).toBe('NotFoundError');
    });

    it('closes one, and does not mind when it is closed', async () => {
      const pull = await open();
      await scene.repository.closePullRequest(pull.number);
      await scene.repository.closePullRequest(pull.number);
      expect(await fresh().findPullRequests(branch)).toEqual([
        ended(pull, 'closed'),
      ]);
    });

    it('refuses to close one that is merged', async () => {
      const pull = await open();
      await given().merge(scene.ref, pull.number);
      const error = await failureOf(
        given(),
        scene.repository.closePullRequest(pull.number),
      );
      expect(error.name).toBe('ConflictError');
    });

    it('lists those that are open of branches that begin alike', async () => {
      const list = () => fresh().listOpenPullRequests?.('databases/');
      const lists = Boolean(scene.repository.listOpenPullRequests);
      expect(await list()).toEqual(lists ? [] : undefined);
      for (const name of ['databases/till/create', 'other', 'databases/old']) {
        await scene.copy.push(name, { files: { [`${name}.md`]: 'x' } }, 'main');
        await scene.repository.createPullRequest({
          ...text,
          branch: name,
          draft: true,
        });
      }
      await scene.copy.push('release', { files: { 'r.yaml': 'r' } }, 'main');
      await given().openPullRequest(scene.ref, { branch, into: 'release' });
      const [old] = await fresh().findPullRequests('databases/old');
      await scene.repository.closePullRequest(old.number);
      const pull = await open();
      const [till] = await fresh().findPullRequests('databases/till/create');
      expect(await list()).toEqual(lists ? [pull, till] : undefined);
    });

    describe('of a branch', () => {
      it('are none at first', async () => {
        expect(await scene.repository.findPullRequests(branch)).toEqual([]);
        expect(await scene.repository.findPullRequests('none')).toEqual([]);
      });

      it('are its own, into the base branch', async () => {
        await scene.copy.push('other', { files: { 'x.yaml': 'x' } }, 'main');
        await scene.copy.push('release', { files: { 'r.yaml': 'r' } }, 'main');
        await scene.repository.createPullRequest({
          ...text,
          branch: 'other',
          draft: false,
        });
        await given().openPullRequest(scene.ref, { branch, into: 'release' });
        expect(await fresh().findPullRequests(branch)).toEqual([]);
        const pull = await open();
        expect(await fresh().findPullRequests(branch)).toEqual([pull]);
      });

      it('begin with the open one', async () => {
        const closed = await open();
        await scene.repository.closePullRequest(closed.number);
        const pull = await open();
        await scene.copy.push('other', { files: { 'x.yaml': 'x' } }, 'main');
        await scene.repository.createPullRequest({
          ...text,
          branch: 'other',
          draft: false,
        });
        const found = await fresh().findPullRequests(branch);
        expect(found[0]).toEqual(pull);
        expect(found.slice(1)).toEqual([ended(closed, 'closed')]);
      });

      it('are ordered from the newest to the oldest', async () => {
        const numbers = [];
        for (let round = 0; round < 3; round++) {
          const { number } = await open();
          await scene.repository.closePullRequest(number);
          numbers.unshift(number);
        }
        const found = await fresh().findPullRequests(branch);
        expect(found.map(pull => pull.number)).toEqual(numbers);
      });

      it('tell a merged one from a closed one', async () => {
        const closed = await open();
        await scene.repository.closePullRequest(closed.number);
        const merged = await open();
        await given().merge(scene.ref, merged.number);
        expect(await fresh().findPullRequests(branch)).toEqual([
          ended(merged, 'merged'),
          ended(closed, 'closed'),
        ]);
      });

      it('are found when the branch is deleted', async () => {
        const pull = await open();
        await given().merge(scene.ref, pull.number);
        await scene.repository.deleteBranch(branch);
        expect(await fresh().findPullRequests(branch)).toEqual([
          ended(pull, 'merged'),
        ]);
      });

      it('keep the commit that was merged when the branch moves on', async () => {
        const pull = await open();
        await given().merge(scene.ref, pull.number);
        await scene.copy.push(branch, { files: { 'late.yaml': 'late' } });
        expect(await fresh().findPullRequests(branch)).toEqual([
          ended(pull, 'merged'),
        ]);
        await scene.repository.deleteBranch(branch);
        const again = await commit('again');
        expect(again).not.toBe(pull.commit);
        expect(await fresh().findPullRequests(branch)).toEqual([
          ended(pull, 'merged'),
        ]);
      });

      it('follow the branch while they are open', async () => {
        const pull = await open();
        const moved = await commit('b');
        expect(await fresh().findPullRequests(branch)).toEqual([
          { ...pull, commit: moved },
        ]);
      });
    });
  });
}
