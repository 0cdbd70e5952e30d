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

import {
  DatabaseRequestsResponse,
  DatabaseRequestStatus,
} from '@basewell/plugin-databases-common';

const pull = {
  number: 1,
  url: 'https://forge.example.test/platform/gitops/pulls/1',
  title: 'feat(db): shop PostgreSQL for dev, prod',
  draft: false,
};

const request: DatabaseRequestStatus = {
  app: 'shop',
  target: 'storefront',
  requester: 'user:default/ada',
  environments: ['dev', 'prod'],
  summary: 'The platform pull request waits for a review and a merge.',
  pullRequests: [
    { ...pull, repository: 'platform', state: 'open' },
    { ...pull, repository: 'app', state: 'open', draft: true },
  ],
};

const problem = { target: 'other', error: 'The forge did not answer in 10 s' };

/** What the backend can answer, by the name of the state it leads to. */
export const states: readonly {
  readonly name: string;
  readonly getRequests: () => Promise<DatabaseRequestsResponse>;
}[] = [
  {
    name: 'Requested',
    getRequests: async () => ({ items: [request], problems: [] }),
  },
  {
    name: 'Platform merged',
    getRequests: async () => ({
      items: [
        {
          ...request,
          summary: 'The platform side is merged; mark the app one ready.',
          pullRequests: [
            { ...pull, repository: 'platform', state: 'merged' },
            { ...pull, repository: 'app', state: 'open', draft: true },
          ],
        },
      ],
      problems: [],
    }),
  },
  { name: 'Empty', getRequests: async () => ({ items: [], problems: [] }) },
  {
    name: 'Partial',
    getRequests: async () => ({ items: [request], problems: [problem] }),
  },
  {
    name: 'Partial and empty',
    getRequests: async () => ({ items: [], problems: [problem] }),
  },
  { name: 'Loading', getRequests: () => new Promise(() => {}) },
  {
    name: 'Failed',
    getRequests: async () => {
      throw new Error('The databases backend is out of order');
    },
  },
  {
    name: 'Forbidden',
    getRequests: async () => {
      throw Object.assign(new Error('Forbidden'), { statusCode: 403 });
    },
  },
];
