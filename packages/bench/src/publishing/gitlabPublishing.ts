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

import { createPublishGitlabMergeRequestAction } from '@backstage/plugin-scaffolder-backend-module-gitlab';
import { gitlabHost } from '@basewell/testkit';
import { askHost } from './askHost';
import { PublishingHost } from './PublishingHost';

/** A commit that begins its branch, and a merge request. */
export const gitlabPublishing: PublishingHost = {
  host: gitlabHost,
  action: integrations =>
    createPublishGitlabMergeRequestAction({ integrations }),
  async byBareRequests(url, { repository, branch, files }) {
    const project = encodeURIComponent(`${gitlabHost.owner}/${repository}`);
    const root = `${url}/api/v4/projects/${project}`;
    await askHost(`${root}/repository/commits`, {
      ...{ branch, start_branch: 'main', commit_message: branch },
      actions: files.map(([path, content]) => ({
        ...{ action: 'create', file_path: path, content },
      })),
    });
    await askHost(`${root}/merge_requests`, {
      source_branch: branch,
      target_branch: 'main',
      title: branch,
    });
  },
};
