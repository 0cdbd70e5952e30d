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

import { DatabaseHistoryResponse } from '@basewell/plugin-databases-common';
import { Router } from 'express';
import { sendDated } from '../answers/sendDated';
import { HISTORY_DAYS } from '../history/historyDays';
import { RouteContext } from '../router';
import { audited } from './audited';
import { visibleRow } from './visibleRow';

const DAY_MS = 86_400_000;

/** `GET /databases/:id/history`: how its states changed, newest first. */
export function historyRoute(router: Router, context: RouteContext) {
  const { auditor, observatory } = context;
  router.get('/databases/:id/history', async (request, response) => {
    const { id } = request.params;
    const now = observatory.now();
    const items = await audited(
      auditor,
      request,
      {
        eventId: 'database-fetch',
        queryType: 'history',
        meta: { database: id },
      },
      async () => {
        const { row } = await visibleRow(request, context);
        const from = new Date(now - HISTORY_DAYS * DAY_MS).toISOString();
        return observatory.history.transitionsOf(row.identity.id, from);
      },
    );
    sendDated<Omit<DatabaseHistoryResponse, 'now' | 'validUntil'>>(
      response,
      now,
      { items },
    );
  });
}
