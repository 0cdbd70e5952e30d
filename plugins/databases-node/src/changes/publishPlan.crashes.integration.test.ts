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
import { branchOf, PublishScene } from '../__testUtils__/PublishScene';
import { startAzureHouse } from '../__testUtils__/startAzureHouse';
import { startBitbucketCloudHouse } from '../__testUtils__/startBitbucketCloudHouse';
import { startBitbucketServerHouse } from '../__testUtils__/startBitbucketServerHouse';
import { startGithubHouse } from '../__testUtils__/startGithubHouse';
import { startGitlabHouse } from '../__testUtils__/startGitlabHouse';
import { startMixedHouse } from '../__testUtils__/startMixedHouse';

jest.setTimeout(120_000);

/**
 * `last` requests go from the look that precedes the first commit to the link; the
 * run dies after every second of them, as each write is followed by a look at the
 * least. On Gitea, which is real, publishPlan.failures does so after every one.
 */
const houses = [
  { host: 'GitHub', last: 10, start: startGithubHouse },
  { host: 'GitLab', last: 10, start: startGitlabHouse },
  { host: 'GitLab and GitHub', last: 10, start: startMixedHouse },
  { host: 'Bitbucket Cloud', last: 16, start: startBitbucketCloudHouse },
  { host: 'Bitbucket Data Center', last: 10, start: startBitbucketServerHouse },
  { host: 'Azure DevOps', last: 10, start: startAzureHouse },
] as const;

describe.each(houses)('publishPlan on $host, whose run dies', house => {
  const { last, start } = house;
  let scene: PublishScene;

  beforeAll(async () => {
    scene = await PublishScene.start(start);
  });
  afterAll(() => scene?.stop());

  it('ends in the one right state when it is run again, with the same secrets', async () => {
    let requests = 0;
    await scene.publish({
      app: scene.newApp(),
      onRequests: count => {
        requests = count;
      },
    });
    expect(requests).toBeGreaterThan(last);
    const kept: boolean[] = [];
    for (let at = requests - last + 1; at <= requests; at += 2) {
      const app = scene.newApp();
      const crash = { at, when: 'after' } as const;
      await expect(scene.publish({ app, crash })).rejects.toThrow();
      const head = await scene.repository('platform').findBranch(branchOf(app));
      const before = head && (await scene.secretsOf(app));
      await scene.publish({ app });
      await expectOneRightState(scene, app);
      // Never a second password.
      const after = await scene.secretsOf(app);
      expect(after).toEqual(before ?? after);
      kept.push(before !== undefined);
    }
    // Some died before the first commit, some after it.
    expect(new Set(kept)).toEqual(new Set([false, true]));
  });
});
