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

import { PublishScene, roles } from '../__testUtils__/PublishScene';
import { expectOneRightState } from '../__testUtils__/expectOneRightState';
import { startGithubHouse } from '../__testUtils__/startGithubHouse';

jest.setTimeout(60_000);

describe('publishPlan, with both repositories on GitHub', () => {
  let scene: PublishScene;

  beforeAll(async () => {
    scene = await PublishScene.start(startGithubHouse);
  });
  afterAll(() => scene?.stop());

  async function requestsOf(app: string): Promise<number> {
    let requests = 0;
    await scene.publish({
      app,
      onRequests: count => {
        requests = count;
      },
    });
    return requests;
  }

  it('opens two linked pull requests in eight requests and six, and changes nothing when run again', async () => {
    const app = scene.newApp();
    expect(await requestsOf(app)).toBe(8 + 6);
    const password = await expectOneRightState(scene, app);
    const again = await scene.publish({ app });
    expect(again.pullRequests.map(({ outcome }) => outcome)).toEqual([
      'unchanged',
      'unchanged',
    ]);
    expect(await expectOneRightState(scene, app)).toBe(password);
  });

  it('labels both and asks code owners, where the target says so', async () => {
    const wishing = await PublishScene.start(startGithubHouse, {
      pullRequests: { labels: ['database'], reviewers: 'codeowners' },
    });
    const app = wishing.newApp();
    const { pullRequests } = await wishing.publish({ app });
    expect(pullRequests.map(({ undone }) => undone)).toEqual([
      undefined,
      undefined,
    ]);
    await expectOneRightState(wishing, app);
    for (const role of roles) {
      expect(await wishing.house.open(role)).toEqual([
        expect.objectContaining({ labels: ['database'], reviewers: ['grace'] }),
      ]);
    }
    await wishing.stop();
  });
});
