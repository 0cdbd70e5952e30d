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
import { PublishScene } from '../__testUtils__/PublishScene';
import { findRequests } from './findRequests';

jest.setTimeout(120_000);

describeWithServers('gitea')('findRequests', () => {
  let scene: PublishScene;

  beforeAll(async () => {
    scene = await PublishScene.start();
  });
  afterAll(() => scene?.stop());

  function find(app: string) {
    return findRequests(app, scene.target, {
      platform: scene.repository('platform'),
      app: scene.repository('app'),
    });
  }

  async function openPull(role: 'platform' | 'app', app: string) {
    const { open } = await scene.standing(role, `databases/${app}/create`);
    return open!;
  }

  it('finds none of an app that nobody asked a database for', async () => {
    await expect(find('nobody')).resolves.toEqual([]);
  });

  it('says whose turn it is, from the first pull request to the last merge', async () => {
    await scene.publish({ app: 'journey', environments: ['dev', 'prod'] });
    const platform = await openPull('platform', 'journey');
    const app = await openPull('app', 'journey');
    const request = {
      app: 'journey',
      target: scene.target.id,
      branch: 'databases/journey/create',
      requester: 'user:default/ada',
      environments: ['dev', 'prod'],
    };
    const pull = ({ number, url, title, openedAt }: typeof platform) => ({
      number,
      url,
      title,
      openedAt,
    });
    await expect(find('journey')).resolves.toEqual([
      {
        ...request,
        summary:
          'The platform pull request waits for a review and a merge; the app follows it.',
        pullRequests: [
          {
            repository: 'platform',
            ...pull(platform),
            state: 'open',
            draft: false,
          },
          { repository: 'app', ...pull(app), state: 'open', draft: true },
        ],
      },
    ]);

    await scene.merge('platform', platform.number);
    await expect(find('journey')).resolves.toMatchObject([
      {
        ...request,
        summary: expect.stringMatching(
          /^The platform side is merged\. .+ mark the app pull request ready/,
        ),
        pullRequests: [{ state: 'merged' }, { state: 'open', draft: true }],
      },
    ]);

    await scene
      .repository('app')
      .updatePullRequest(app.number, { draft: false });
    await expect(find('journey')).resolves.toMatchObject([
      {
        summary:
          'The platform side is merged; the app pull request waits for a review and a merge.',
        pullRequests: [{ state: 'merged' }, { state: 'open', draft: false }],
      },
    ]);

    await scene.merge('app', app.number);
    await expect(find('journey')).resolves.toEqual([]);
  });

  it('warns of the app side of a platform side that was closed', async () => {
    await scene.publish({ app: 'refused' });
    const platform = await openPull('platform', 'refused');
    await scene.repository('platform').closePullRequest(platform.number);
    await expect(find('refused')).resolves.toMatchObject([
      {
        summary: expect.stringContaining(
          'was closed without a merge: the app pull request must not be merged',
        ),
        pullRequests: [{ state: 'closed' }, { state: 'open' }],
      },
    ]);

    const app = await openPull('app', 'refused');
    await scene.repository('app').closePullRequest(app.number);
    await expect(find('refused')).resolves.toEqual([]);
  });

  it('does not say of a platform side that nobody finds that it is merged', async () => {
    await scene.publish({ app: 'whole' });
    const { title, body } = await openPull('app', 'whole');
    const branch = 'databases/whole/create-prod';
    const copy = await scene.clone('app');
    await copy.push(branch, { files: { 'notes.md': 'alone' } }, 'main');
    await copy.remove();
    await scene
      .repository('app')
      .createPullRequest({ branch, title, body, draft: true });
    await expect(find('whole')).resolves.toMatchObject([
      { branch: 'databases/whole/create' },
      {
        branch,
        summary: expect.stringMatching(/^No platform pull request was found/),
        pullRequests: [{ repository: 'app', state: 'open' }],
      },
    ]);
  });

  it('finds the request for one more environment on its own branch', async () => {
    await scene.publish({ app: 'growing' });
    for (const role of ['platform', 'app'] as const) {
      await scene.merge(role, (await openPull(role, 'growing')).number);
    }
    await scene.publish({ app: 'growing', environments: ['dev', 'prod'] });
    await expect(find('growing')).resolves.toMatchObject([
      {
        environments: ['dev', 'prod'],
        pullRequests: [{ state: 'open' }, { state: 'open' }],
      },
    ]);
  });

  it('does not take a pull request of somebody else for a request', async () => {
    const branch = 'databases/manual/create';
    const copy = await scene.clone('platform');
    await copy.push(branch, { files: { 'notes.md': 'by hand' } }, 'main');
    await copy.remove();
    await scene.repository('platform').createPullRequest({
      branch,
      title: 'By hand',
      body: '<!-- basewell:request {"version": not JSON} -->',
      draft: false,
    });
    await expect(find('manual')).resolves.toEqual([]);
  });
});
