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
  databasesRequestCreatePermission,
  TargetsResponse,
} from '@basewell/plugin-databases-common';
import { Router } from 'express';
import { RouteContext } from '../router';
import { audited } from './audited';
import { authorize } from './authorize';

/** `GET /targets`: where a database can be created. */
export function targetsRoute(router: Router, context: RouteContext) {
  const { auditor, httpAuth, permissions, planner } = context;
  router.get('/targets', async (request, response) => {
    const answer = await audited(
      auditor,
      request,
      { eventId: 'target-fetch', queryType: 'all' },
      async (): Promise<TargetsResponse> => {
        const credentials = await httpAuth.credentials(request, {
          allow: ['user', 'service'],
        });
        await authorize(
          permissions,
          databasesRequestCreatePermission,
          credentials,
        );
        return planner.describeTargets();
      },
    );
    response.json(answer);
  });
}
