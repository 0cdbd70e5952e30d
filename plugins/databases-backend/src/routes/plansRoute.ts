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
import { PlanPreview } from '@basewell/plugin-databases-common';
import { parseDatabaseRequest } from '@basewell/plugin-databases-common/domain';
import { previewChange } from '@basewell/plugin-databases-node';
import { Request, Response, Router } from 'express';
import { z } from 'zod';
import { RouteContext } from '../router';
import { audited } from './audited';
import { previewRateLimit } from './previewRateLimit';

const bodySchema = z
  .object({
    request: z.unknown(),
    tokens: z
      .object({ platform: z.string(), app: z.string() })
      .partial()
      .strict()
      .optional(),
  })
  .strict();

/** `POST /plans`: both pull requests as they would be made. Nothing is written. */
export function plansRoute(router: Router, context: RouteContext) {
  const { auditor, httpAuth, planner } = context;
  router.post(
    '/plans',
    previewRateLimit(httpAuth),
    async (request, response) => {
      const preview = await audited(
        auditor,
        request,
        { eventId: 'plan-preview' },
        async (note): Promise<PlanPreview> => {
          const credentials = await httpAuth.credentials(request, {
            allow: ['user', 'service'],
          });
          const body = parseBody(request);
          const wanted = parseDatabaseRequest(body.request);
          const { service, target } = wanted.spec;
          note({ app: wanted.metadata.name, service, target });
          const planned = await planner.plan({
            request: wanted,
            tokens: body.tokens,
            credentials,
            signal: abortedWith(response),
          });
          return previewChange(planned);
        },
      );
      response.json(preview);
    },
  );
}

function parseBody(request: Request) {
  const body = bodySchema.safeParse(request.body);
  if (!body.success) {
    // Only paths: an issue's message can quote what was sent, a token for one.
    const fields = body.error.issues.map(({ path }) =>
      ['body', ...path].join('.'),
    );
    throw new InputError(
      `The body must be {request, tokens?: {platform?, app?}}; wrong at ${fields.join(', ')}`,
    );
  }
  return body.data;
}

/** People type on while a preview is made; the answer to an older one is not wanted. */
function abortedWith(response: Response): AbortSignal {
  const controller = new AbortController();
  response.on('close', () => {
    if (!response.writableEnded) {
      controller.abort();
    }
  });
  return controller.signal;
}
