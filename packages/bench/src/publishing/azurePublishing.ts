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

import { azureHost } from '@basewell/testkit';
import { askHost } from './askHost';
import { PublishingHost } from './PublishingHost';

const version = 'api-version=7.1';

/** Where the base is, a push that begins a branch there, and a pull request. */
export const azurePublishing: PublishingHost = {
  host: azureHost,
  async byBareRequests(url, { repository, branch, files }) {
    const root = `${url}/${azureHost.owner}/_apis/git/repositories/${repository}`;
    const { value } = await askHost(
      `${root}/refs?filter=heads/main&${version}`,
    );
    await askHost(`${root}/pushes?${version}`, {
      refUpdates: [
        { name: `refs/heads/${branch}`, oldObjectId: value[0].objectId },
      ],
      commits: [
        {
          comment: branch,
          changes: files.map(([path, content]) => ({
            changeType: 'add',
            item: { path: `/${path}` },
            newContent: { content, contentType: 'rawtext' },
          })),
        },
      ],
    });
    await askHost(`${root}/pullrequests?${version}`, {
      sourceRefName: `refs/heads/${branch}`,
      targetRefName: 'refs/heads/main',
      title: branch,
    });
  },
};
