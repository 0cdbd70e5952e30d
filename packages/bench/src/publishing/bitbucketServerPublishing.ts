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

import { ConfigReader } from '@backstage/config';
import { createPublishBitbucketServerPullRequestAction } from '@backstage/plugin-scaffolder-backend-module-bitbucket-server';
import { bitbucketServerHost } from '@basewell/testkit';
import { PublishingHost } from './PublishingHost';
import { targetOf } from './targetOf';

/**
 * Its API changes one file with one request, so the least is git: where the base
 * is, its trees, a push and a pull request. That takes our own git, and with it our
 * look whether the base has moved.
 */
export const bitbucketServerPublishing: PublishingHost = {
  host: bitbucketServerHost,
  action: integrations =>
    createPublishBitbucketServerPullRequestAction({
      integrations,
      config: new ConfigReader({}),
    }),
  async byBareRequests(url, { repository, branch, files }) {
    const repoUrl = bitbucketServerHost.repoUrl(url, repository);
    const { platform } = targetOf({ platform: repoUrl, app: repoUrl });
    const opened = bitbucketServerHost.forge(url).open(platform);
    const { commit } = (await opened.findBranch('main'))!;
    await opened.commit({
      ...{ branch, create: true, onto: commit, message: branch },
      changes: files.map(([path, content]) => ({ path, content })),
    });
    const title = branch;
    await opened.createPullRequest({ branch, title, body: '', draft: false });
  },
};
