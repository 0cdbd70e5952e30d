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

import { RepositoryRole } from '@basewell/plugin-databases-common';
import { PublishHouse } from '../__testUtils__/PublishHouse';
import { branchOf, PublishScene, roles } from '../__testUtils__/PublishScene';
import { expectOneRightState } from '../__testUtils__/expectOneRightState';
import { startMixedHouse } from '../__testUtils__/startMixedHouse';
import { previewChange } from './previewChange';

jest.setTimeout(60_000);

describe('publishPlan, with the platform on GitLab and the app on GitHub', () => {
  let scene: PublishScene;

  beforeAll(async () => {
    scene = await PublishScene.start(startMixedHouse);
  });
  afterAll(() => scene?.stop());

  const urlOf = async (app: string, role: RepositoryRole) =>
    (await scene.standing(role, branchOf(app))).open!.url;

  it('opens two pull requests that link to each other, and changes nothing when run again', async () => {
    const app = scene.newApp();
    let requests = 0;
    const first = await scene.publish({
      app,
      onRequests: count => {
        requests = count;
      },
    });
    // Ten and six: two rounds of files teach what the platform's are like.
    expect(requests).toBeLessThanOrEqual(16);
    expect(first.pullRequests).toEqual([
      expect.objectContaining({
        repository: 'platform',
        outcome: 'created',
        url: expect.stringMatching(
          /\/platform\/databases\/gitops\/-\/merge_requests\/1$/,
        ),
      }),
      expect.objectContaining({
        repository: 'app',
        outcome: 'created',
        url: expect.stringMatching(/\/shop\/web-core\/pull\/1$/),
        draft: true,
      }),
    ]);
    const password = await expectOneRightState(scene, app);

    const again = await scene.publish({ app });
    expect(again.pullRequests.map(({ outcome }) => outcome)).toEqual([
      'unchanged',
      'unchanged',
    ]);
    await expect(expectOneRightState(scene, app)).resolves.toBe(password);
  });

  it('shows before who has to approve by the rules of the host', async () => {
    const app = scene.newApp();
    scene.house.demand!('platform', ['grace', 'heidi']);
    const { pullRequests } = await previewChange(await scene.plan({ app }));
    expect(pullRequests.map(({ approvals }) => approvals)).toEqual([
      [{ rule: 'Two eyes', required: 1, approvers: ['@grace', '@heidi'] }],
      undefined,
    ]);
  });

  it('sets a status on one host that leads to the other', async () => {
    const app = scene.newApp();
    await scene.publish({ app });
    for (const [role, other] of [
      ['platform', 'app'],
      ['app', 'platform'],
    ] as const) {
      const { open } = await scene.standing(role, branchOf(app));
      const status = {
        context: 'databases/order',
        description: 'The platform side is not merged yet',
        url: await urlOf(app, other),
      };
      const repository = scene.repository(role);
      // GitLab complains when a state is what it was; that is no failure.
      for (const state of ['pending', 'pending', 'success'] as const) {
        await expect(
          repository.setStatus(open!.commit, { ...status, state }),
        ).resolves.toBeUndefined();
      }
    }
  });

  it('is made anew upon a base that moved, with the same secrets', async () => {
    const [app, other] = [scene.newApp(), scene.newApp()];
    await scene.publish({ app });
    const before = await scene.secretsOf(app);
    await scene.publish({ app: other });
    for (const role of roles) {
      const { open } = await scene.standing(role, branchOf(other));
      await scene.merge(role, open!.number);
    }
    const again = await scene.publish({ app });
    expect(again.pullRequests[0]).toMatchObject({ outcome: 'updated' });
    await expectOneRightState(scene, app);
    await expect(scene.secretsOf(app)).resolves.toEqual(before);
    for (const role of roles) {
      const { open } = await scene.standing(role, branchOf(app));
      await scene.merge(role, open!.number);
    }
  });

  it('says on the first host that the second refused, and heals when run again', async () => {
    const app = scene.newApp();
    scene.house.protect!('app', branchOf(app));
    await expect(scene.publish({ app })).rejects.toMatchObject({
      message: expect.stringMatching(
        /merge_requests\/\d+ stands, the app pull request does not/,
      ),
    });
    const { open } = await scene.standing('platform', branchOf(app));
    expect(open!.body).toContain(
      "The app's pull request, which is **missing**: it could not be opened",
    );
    expect((await scene.standing('app', branchOf(app))).open).toBeUndefined();
    const secrets = await scene.secretsOf(app);

    scene.house.unprotect!('app', branchOf(app));
    await scene.publish({ app });
    await expectOneRightState(scene, app);
    await expect(scene.secretsOf(app)).resolves.toEqual(secrets);
    expect(
      (await scene.standing('platform', branchOf(app))).open!.body,
    ).toMatch(/The app's pull request: http/);
  });

  it.each([
    {
      forbid: (house: PublishHouse) => house.archive!('app'),
      told: /shop\/web-core on .* is archived\. Unarchive it/,
      reason: 'is archived',
    },
    {
      forbid: (house: PublishHouse) =>
        house.simulated!('app').rulesets.push({
          ...{ id: 1, name: 'Releases only', enforcement: 'active' },
          include: ['~ALL'],
          exclude: ['refs/heads/release/*'],
          rules: [{ type: 'creation' }],
        }),
      told: /The rule "Releases only" of shop\/web-core on .* create the branch/,
      reason: 'has a rule against the branch',
    },
  ])('writes nothing when the second host says that it $reason', async row => {
    const { forbid, told } = row;
    const closed = await PublishScene.start(startMixedHouse);
    const app = closed.newApp();
    forbid(closed.house);
    const { message, name } = await closed.publish({ app }).then(
      () => new Error('It was published'),
      error => error,
    );
    expect(name).toBe('NotAllowedError');
    expect(message).toMatch(/^Nothing was written\. /);
    expect(message).toMatch(told);
    const { blockers } = await previewChange(await closed.plan({ app }));
    expect(blockers).toEqual([expect.stringMatching(told)]);
    for (const role of roles) {
      const { open } = await closed.standing(role, branchOf(app));
      expect(open).toBeUndefined();
      const branch = await closed.repository(role).findBranch(branchOf(app));
      expect(branch).toBeUndefined();
    }
    await closed.stop();
  });

  it('previews what is to be known of the second host', async () => {
    const { mergeMethods } = scene.house.simulated!('app');
    mergeMethods.clear();
    mergeMethods.add('squash');
    const planned = await scene.plan({ app: scene.newApp() });
    const { notes, blockers } = await previewChange(planned);
    expect(blockers).toEqual([]);
    expect(notes).toEqual([
      ...planned.plan.notes,
      {
        ...{ repository: 'app', kind: 'info' },
        text: expect.stringMatching(
          /^shop\/web-core on .* merges into main by squashing only\.$/,
        ),
      },
    ]);
  });
});
