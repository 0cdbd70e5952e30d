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

import { DatabaseRequestStatus } from '@basewell/plugin-databases-common';

const pull = {
  number: 1,
  url: 'https://forge.example.test/platform/gitops/pulls/1',
  title: 'feat(db): shop PostgreSQL for dev, prod',
  draft: false,
};

/** An open request: both pull requests wait. */
export const request: DatabaseRequestStatus = {
  app: 'shop',
  target: 'storefront',
  branch: 'databases/shop/create',
  requester: 'user:default/ada',
  environments: ['dev', 'prod'],
  summary: 'The platform pull request waits for a review and a merge.',
  pullRequests: [
    { ...pull, repository: 'platform', state: 'open' },
    {
      ...pull,
      url: 'https://forge.example.test/app/shop/pulls/1',
      repository: 'app',
      state: 'open',
      draft: true,
    },
  ],
};
