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

import { expectOneRightState } from '../__testUtils__/expectOneRightState';
import { PublishScene } from '../__testUtils__/PublishScene';
import { startAzureHouse } from '../__testUtils__/startAzureHouse';

jest.setTimeout(60_000);

describe('publishPlan, with both repositories on Azure DevOps', () => {
  let scene: PublishScene;

  beforeAll(async () => {
    scene = await PublishScene.start(startAzureHouse);
  });
  afterAll(() => scene?.stop());

  it('opens two linked pull requests, and changes nothing when run again', async () => {
    const app = scene.newApp();
    let requests = 0;
    const { pullRequests } = await scene.publish({
      app,
      onRequests: count => {
        requests = count;
      },
    });
    // A description that is long takes three of the platform's.
    expect(requests).toBe(13 + 10);
    expect(pullRequests).toEqual([
      expect.objectContaining({
        url: expect.stringMatching(
          /^https:.*\/acme\/Platform\/_git\/gitops\/pullrequest\/1$/,
        ),
        draft: false,
      }),
      expect.objectContaining({
        url: expect.stringMatching(
          /^https:.*\/acme\/Web%20Shop\/_git\/web-core\/pullrequest\/1$/,
        ),
        draft: true,
      }),
    ]);
    const password = await expectOneRightState(scene, app);
    const again = await scene.publish({ app });
    expect(again.pullRequests.map(({ outcome }) => outcome)).toEqual([
      'unchanged',
      'unchanged',
    ]);
    expect(await expectOneRightState(scene, app)).toBe(password);
  });
});
