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
import { startGitlabHouse } from '../__testUtils__/startGitlabHouse';

jest.setTimeout(60_000);

describe('publishPlan, with both repositories on GitLab', () => {
  it('opens two linked merge requests in ten requests and eight', async () => {
    const scene = await PublishScene.start(startGitlabHouse);
    const app = scene.newApp();
    let requests = 0;
    await scene.publish({
      app,
      onRequests: count => {
        requests = count;
      },
    });
    // docs/decisions/006 says what they are.
    expect(requests).toBe(10 + 8);
    await expectOneRightState(scene, app);
    await scene.stop();
  });
});
