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

import { DatabaseResponse } from '@basewell/plugin-databases-common';
import { Router } from 'express';
import { sendDated } from '../answers/sendDated';
import { RouteContext } from '../router';
import { audited } from './audited';
import { visibleRow } from './visibleRow';

/** `GET /databases/:id`: everything about one database. */
export function databaseRoute(router: Router, context: RouteContext) {
  const { auditor, observatory } = context;
  router.get('/databases/:id', async (request, response) => {
    const { id } = request.params;
    const { row, answers, view } = await audited(
      auditor,
      request,
      { eventId: 'database-fetch', queryType: 'by-id', meta: { database: id } },
      () => visibleRow(request, context),
    );
    const now = observatory.now();
    const { body, nextChangeAt } = answers.detail(row, now);
    const gaps = observatory
      .gaps(view)
      .filter(({ kubernetesCluster }) =>
        ['*', row.identity.kubernetesCluster].includes(kubernetesCluster),
      );
    sendDated<Omit<DatabaseResponse, 'now' | 'validUntil'>>(
      response,
      now,
      { item: body, gaps },
      { nextChanges: [nextChangeAt], view },
    );
  });
}
