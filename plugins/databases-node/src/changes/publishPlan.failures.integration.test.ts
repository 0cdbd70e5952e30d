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

import { describeWithServers } from '@basewell/testkit';
import { branchOf, Crash, PublishScene } from '../__testUtils__/PublishScene';
import { expectOneRightState } from '../__testUtils__/expectOneRightState';

jest.setTimeout(240_000);

/** Two commits, two pull requests, and the link in the first one. */
const WRITES = 5;
const hostFailures = Array.from({ length: WRITES }, (_, index) =>
  (['before', 'after'] as const).map(when => ({ write: index + 1, when })),
).flat();

describeWithServers('gitea')('publishPlan, when something breaks', () => {
  let scene: PublishScene;

  beforeAll(async () => {
    scene = await PublishScene.start();
  });
  afterEach(() => scene.closeAll());
  afterAll(() => scene?.stop());

  it('ends in the one right state after a crash at any request', async () => {
    let requests = 0;
    await scene.publish({
      app: scene.newApp(),
      onRequests: count => {
        requests = count;
      },
    });
    expect(requests).toBeGreaterThan(6);

    // A crash before a request leaves what one after the request before leaves.
    const crashes: Crash[] = [{ at: 1, when: 'before' }];
    for (let at = 1; at <= requests; at++) {
      crashes.push({ at, when: 'after' });
    }
    const recover = async (crash: Crash) => {
      const app = scene.newApp();
      await expect(scene.publish({ app, crash })).rejects.toThrow();
      const kept = await scene.repository('platform').findBranch(branchOf(app));
      const before = kept && (await scene.secretsOf(app));
      await scene.publish({ app });
      await expectOneRightState(scene, app);
      // Never a second password.
      const after = await scene.secretsOf(app);
      expect(after).toEqual(before ?? after);
    };
    while (crashes.length) {
      await Promise.all(crashes.splice(0, 3).map(recover));
    }
  });

  it.each(hostFailures)(
    'ends in the one right state when the host fails at write $write, $when carrying it out',
    async ({ write, when }) => {
      const app = scene.newApp();
      let writes = 0;
      const published = await scene.publish({
        app,
        gate: async (method, send) => {
          if (method === 'GET' || ++writes !== write) {
            return send();
          }
          if (when === 'after') {
            await send();
          }
          return new Response('{}', { status: 500 });
        },
      });
      expect(writes).toBeGreaterThanOrEqual(write);
      expect(published.pullRequests).toHaveLength(2);
      await expectOneRightState(scene, app);
    },
  );

  it('tells the failure of the host when it stays, and what stands', async () => {
    const app = scene.newApp();
    let writes = 0;
    const failed = scene.publish({
      app,
      gate: async (method, send) =>
        method === 'GET' || ++writes < 3
          ? send()
          : new Response('{}', { status: 500 }),
      pause: async () => {},
    });
    await expect(failed).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringMatching(
        /pulls\/\d+ stands, the app pull request does not.*: 500\./,
      ),
    });
  });
});
