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

import { bitbucketCloudHost } from '@basewell/testkit';
import { askHost } from './askHost';
import { PublishingHost } from './PublishingHost';

/** A form that is the commit and begins its branch, and a pull request. */
export const bitbucketCloudPublishing: PublishingHost = {
  host: bitbucketCloudHost,
  async byBareRequests(url, { repository, branch, files }) {
    const root = `${url}/2.0/repositories/${bitbucketCloudHost.owner}/${repository}`;
    const form = new FormData();
    form.set('branch', branch);
    form.set('message', branch);
    for (const [path, content] of files) {
      form.set(path, new Blob([content]), path);
    }
    await askHost(`${root}/src`, form);
    await askHost(`${root}/pullrequests`, {
      title: branch,
      source: { branch: { name: branch } },
      destination: { branch: { name: 'main' } },
    });
  },
};
