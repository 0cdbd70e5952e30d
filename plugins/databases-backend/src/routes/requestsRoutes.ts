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
  CanceledRequest,
  databasesReadPermission,
  OpenRequestsResponse,
} from '@basewell/plugin-databases-common';
import { Router } from 'express';
import { z } from 'zod';
import { sendDated } from '../answers/sendDated';
import { visibleOrNone } from '../permissions';
import { ShownRound } from '../requests/ShownRound';
import { RouteContext } from '../router';
import { audited } from './audited';
import { authorize } from './authorize';

const bodySchema = z
  .object({
    target: z.string(),
    branch: z.string(),
    tokens: z
      .object({ platform: z.string(), app: z.string() })
      .partial()
      .strict()
      .optional(),
  })
  .strict();

/**
 * `GET /requests`: what is asked for and not done, of the services that the
 * caller may see in the catalog, and the caller's own.
 * `POST /requests/cancel`: closes a request's pull requests and deletes their branches.
 */
export function requestsRoutes(router: Router, context: RouteContext) {
  const { auditor, auth, catalog, httpAuth, permissions } = context;
  const { observatory, requests, rounds } = context;

  router.get('/requests', async (request, response) => {
    const now = observatory.now();
    const answer = await audited(
      auditor,
      request,
      { eventId: 'request-fetch', queryType: 'all' },
      async (): Promise<Omit<OpenRequestsResponse, 'now' | 'validUntil'>> => {
        const credentials = await httpAuth.credentials(request, {
          allow: ['user', 'service'],
        });
        await authorize(permissions, databasesReadPermission, credentials);
        const round = await rounds.load();
        const { items } = round;
        const services = [
          ...new Set(
            items.flatMap(({ request: { service } }) => service ?? []),
          ),
        ];
        const { items: entities } = services.length
          ? await catalog.getEntitiesByRefs(
              { entityRefs: services, fields: ['kind'] },
              { credentials },
            )
          : { items: [] };
        const visible = new Set(
          services.filter((_, index) => entities[index] !== undefined),
        );
        const self = auth.isPrincipal(credentials, 'user')
          ? credentials.principal.userEntityRef
          : undefined;
        const mayCancel = await requests.cancelableBy(credentials);
        const shown = new ShownRound(round, {
          store: observatory.store,
          now,
          isVisible: await visibleOrNone(context.visibleTo(credentials)),
        });
        return {
          items: items
            .map(kept => kept.request)
            .filter(
              ({ service, requester }) =>
                requester === self ||
                (service !== undefined && visible.has(service)),
            )
            .map(({ order, ...open }) => {
              const current = shown.orderOf(open);
              return {
                ...open,
                ...(current && { order: current }),
                mayCancel: mayCancel(open.requester),
              };
            }),
          problems: shown.problems,
          ...shown.lookedAt,
        };
      },
    );
    sendDated<Omit<OpenRequestsResponse, 'now' | 'validUntil'>>(
      response,
      now,
      answer,
    );
  });

  router.post('/requests/cancel', async (request, response) => {
    const canceled = await audited(
      auditor,
      request,
      { eventId: 'request-cancel' },
      async (note): Promise<CanceledRequest> => {
        const credentials = await httpAuth.credentials(request, {
          allow: ['user', 'service'],
        });
        const body = bodySchema.safeParse(request.body);
        if (!body.success) {
          // Only paths: an issue's message can quote what was sent, a token for one.
          const fields = body.error.issues.map(({ path }) =>
            ['body', ...path].join('.'),
          );
          throw new InputError(
            `The body must be {target, branch, tokens?: {platform?, app?}}; wrong at ${fields.join(', ')}`,
          );
        }
        const { target, branch, tokens } = body.data;
        note({ target, branch });
        const done = await requests.cancel({
          target,
          branch,
          tokens,
          credentials,
        });
        await rounds.forget(target, branch);
        return done;
      },
    );
    response.json(canceled);
  });
}
