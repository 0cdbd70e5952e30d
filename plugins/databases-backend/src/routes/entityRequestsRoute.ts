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

import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  DatabaseRequestsResponse,
  databasesReadPermission,
} from '@basewell/plugin-databases-common';
import { Router } from 'express';
import { visibleOrNone } from '../permissions';
import { ordersIn } from '../requests/ordersIn';
import { ShownRound } from '../requests/ShownRound';
import { RouteContext } from '../router';
import { audited } from './audited';
import { authorize } from './authorize';
import { requireAppKey } from './requireAppKey';

/** `GET /entities/:kind/:namespace/:name/requests`: what has been asked for and does not run yet. */
export function entityRequestsRoute(router: Router, context: RouteContext) {
  const { auditor, catalog, httpAuth, permissions } = context;
  const { findRequests, observatory, rounds } = context;
  router.get(
    '/entities/:kind/:namespace/:name/requests',
    async (request, response) => {
      const { kind, namespace, name } = request.params;
      const entityRef = stringifyEntityRef({ kind, namespace, name });
      const answer = await audited(
        auditor,
        request,
        {
          eventId: 'request-fetch',
          queryType: 'by-entity',
          meta: { entityRef },
        },
        async (): Promise<DatabaseRequestsResponse> => {
          const credentials = await httpAuth.credentials(request, {
            allow: ['user', 'service'],
          });
          await authorize(permissions, databasesReadPermission, credentials);
          const entity = await catalog.getEntityByRef(entityRef, {
            credentials,
          });
          if (!entity) {
            throw new NotFoundError(
              `The catalog has no ${entityRef} that you may see`,
            );
          }
          const requests = await findRequests(requireAppKey(entity));
          const round = new ShownRound(await rounds.load(), {
            store: observatory.store,
            now: observatory.now(),
            isVisible: await visibleOrNone(context.visibleTo(credentials)),
          });
          return ordersIn(round, requests);
        },
      );
      response.json(answer);
    },
  );
}
