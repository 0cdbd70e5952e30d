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

import { OpenRequest } from '@basewell/plugin-databases-common';
import { request } from './requests';

const later = {
  state: 'waiting',
  message: 'order.database.later',
  params: {},
  summary: 'It comes after the merge of the platform pull request.',
  remedy: 'Nothing to do yet.',
} as const;

/** It waits for the merge of the platform side. */
export const openRequest: OpenRequest = {
  ...request,
  service: 'component:default/shop',
  mayCancel: true,
  order: {
    state: 'pending',
    message: 'order.status.platform',
    params: {},
    summary: 'Waits for the platform pull request.',
    turn: 'platform-team',
    steps: [
      {
        id: 'platform',
        state: 'waiting',
        turn: 'platform-team',
        since: '2026-11-21T03:00:00Z',
        message: 'order.platform.open',
        params: {},
        summary: 'The platform pull request waits for a review and a merge.',
        remedy: 'Review and merge it; the app follows.',
      },
      { ...later, id: 'credential', environment: 'dev' },
      { ...later, id: 'health', environment: 'dev' },
      { ...later, id: 'service', environment: 'dev' },
      {
        id: 'app',
        state: 'waiting',
        message: 'order.app.later',
        params: {},
        summary: 'The app pull request comes last.',
        remedy: 'Do not merge it before everything above is done.',
      },
    ],
  },
};
