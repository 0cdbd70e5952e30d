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

import { PublishScene } from '../__testUtils__/PublishScene';
import { expectOneRightState } from '../__testUtils__/expectOneRightState';
import { startBitbucketCloudHouse } from '../__testUtils__/startBitbucketCloudHouse';
import { startBitbucketServerHouse } from '../__testUtils__/startBitbucketServerHouse';

jest.setTimeout(60_000);

describe.each([
  { name: 'Cloud', start: startBitbucketCloudHouse, most: 11 + 9 },
  { name: 'Data Center', start: startBitbucketServerHouse, most: 9 + 8 },
])('publishPlan on Bitbucket $name', ({ start, most }) => {
  let scene: PublishScene;

  beforeAll(async () => {
    scene = await PublishScene.start(start);
  });
  afterAll(() => scene?.stop());

  it('opens two linked pull requests, and changes nothing when run again', async () => {
    const app = scene.newApp();
    let count = 0;
    const first = await scene.publish({
      app,
      onRequests: sent => {
        count = sent;
      },
    });
    expect(
      first.pullRequests.map(({ repository, outcome }) => [
        repository,
        outcome,
      ]),
    ).toEqual([
      ['platform', 'created'],
      ['app', 'created'],
    ]);
    expect(count).toBeLessThanOrEqual(most);
    const password = await expectOneRightState(scene, app);

    const again = await scene.publish({ app });
    expect(again.pullRequests.map(({ outcome }) => outcome)).toEqual([
      'unchanged',
      'unchanged',
    ]);
    await expect(expectOneRightState(scene, app)).resolves.toBe(password);
  });

  it('is made anew upon a base that moved, with the same secrets', async () => {
    const [app, other] = [scene.newApp(), scene.newApp()];
    await scene.publish({ app });
    const before = await scene.secretsOf(app);
    await scene.publish({ app: other });
    const { open } = await scene.standing(
      'platform',
      `databases/${other}/create`,
    );
    await scene.merge('platform', open!.number);
    const again = await scene.publish({ app });
    expect(again.pullRequests[0]).toMatchObject({ outcome: 'updated' });
    await expectOneRightState(scene, app);
    await expect(scene.secretsOf(app)).resolves.toEqual(before);
  });
});
