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
import { branchOf, PublishScene, roles } from '../__testUtils__/PublishScene';
import { expectOneRightState } from '../__testUtils__/expectOneRightState';
import { startMixedHouse } from '../__testUtils__/startMixedHouse';

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

  it('ends in the one right state after a crash between writes', async () => {
    let requests = 0;
    await scene.publish({
      app: scene.newApp(),
      onRequests: count => {
        requests = count;
      },
    });
    // Every second of the last: each write is followed by a look at the least.
    for (let at = requests - 1; at > requests - 7; at -= 2) {
      const app = scene.newApp();
      await expect(
        scene.publish({ app, crash: { at, when: 'after' } }),
      ).rejects.toThrow();
      await scene.publish({ app });
      await expectOneRightState(scene, app);
    }
  });
});
