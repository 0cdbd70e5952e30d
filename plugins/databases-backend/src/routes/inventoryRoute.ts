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

import { InputError } from '@backstage/errors';
import {
  databasesReadPermission,
  InventoryResponse,
} from '@basewell/plugin-databases-common';
import { Router } from 'express';
import { z } from 'zod';
import { RouteContext } from '../router';
import { audited } from './audited';
import { authorize } from './authorize';

/** So that a URL stays shorter than any proxy takes. */
const MOST_IDS = 200;

const querySchema = z
  .object({
    id: z.preprocess(
      value => (value === undefined ? undefined : [value].flat()),
      z.array(z.string().max(500)).max(MOST_IDS).optional(),
    ),
  })
  .strict();

/** `GET /inventory`: which databases there are, for catalogs and the like. */
export function inventoryRoute(router: Router, context: RouteContext) {
  const { auditor, httpAuth, permissions, observatory } = context;
  router.get('/inventory', async (request, response) => {
    const answer = await audited(
      auditor,
      request,
      { eventId: 'database-fetch', queryType: 'inventory' },
      async (): Promise<InventoryResponse> => {
        const credentials = await httpAuth.credentials(request, {
          allow: ['user', 'service'],
        });
        await authorize(permissions, databasesReadPermission, credentials);
        const isVisible = await context.visibleTo(credentials);
        const ids = readIds(request.query);
        const { inventory } = observatory;
        const entries = inventory.entries(ids).filter(isVisible);
        return {
          databases: await inventory.items(entries),
          gone: (ids ?? []).filter(id => inventory.isGone(id)),
          unseen: observatory.unseen(),
        };
      },
    );
    response.json(answer);
  });
}

function readIds(query: unknown): readonly string[] | undefined {
  const parsed = querySchema.safeParse(query);
  if (!parsed.success) {
    throw new InputError(
      `Query: there is one parameter, id, at most ${MOST_IDS} times; ask in several calls`,
    );
  }
  return parsed.data.id;
}
