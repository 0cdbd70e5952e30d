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
  databasesReadPermission,
  FleetResponse,
} from '@basewell/plugin-databases-common';
import { Router } from 'express';
import { sendDated } from '../answers/sendDated';
import { parseFleetQuery } from '../fleet/parseFleetQuery';
import { queryFleet } from '../fleet/queryFleet';
import { sumByService } from '../fleet/sumByService';
import { RouteContext } from '../router';
import { audited } from './audited';
import { authorize } from './authorize';

/** `GET /databases`: one page of all databases that the caller may see. */
export function fleetRoute(router: Router, context: RouteContext) {
  const { auditor, httpAuth, permissions, observatory } = context;
  router.get('/databases', async (request, response) => {
    const now = observatory.now();
    const { rows, found, ...page } = await audited(
      auditor,
      request,
      { eventId: 'database-fetch', queryType: 'fleet' },
      async () => {
        const credentials = await httpAuth.credentials(request, {
          allow: ['user', 'service'],
        });
        await authorize(permissions, databasesReadPermission, credentials);
        const isVisible = await context.visibleTo(credentials);
        const query = parseFleetQuery(request.query);
        const visible = observatory.store.rows().filter(isVisible);
        return queryFleet(visible, query);
      },
    );
    const items = rows.map(row => observatory.answers.summary(row, now));
    sendDated<Omit<FleetResponse, 'now' | 'validUntil'>>(
      response,
      now,
      {
        items: items.map(({ body }) => body),
        ...page,
        services: sumByService(found, ({ identity }) =>
          observatory.inventory.servicesOf(identity),
        ),
        // No token shows more here: what one person sees is not counted.
        gaps: observatory.gaps().map(({ tokenProvider, ...gap }) => gap),
      },
      { nextChanges: items.map(({ nextChangeAt }) => nextChangeAt) },
    );
  });
}
