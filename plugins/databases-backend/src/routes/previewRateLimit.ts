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

import { HttpAuthService } from '@backstage/backend-plugin-api';
import { rateLimit } from 'express-rate-limit';

/** A preview is up to a dozen requests to the forges; a form makes one a pause in typing. */
const MOST_PREVIEWS_A_MINUTE = 60;

/** Limits previews by person, so that one cannot use up the forges' rate limits for all. */
export function previewRateLimit(httpAuth: HttpAuthService) {
  return rateLimit({
    windowMs: 60_000,
    limit: MOST_PREVIEWS_A_MINUTE,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    async keyGenerator(request) {
      const { principal } = await httpAuth.credentials(request as any, {
        allow: ['user', 'service'],
      });
      return principal.type === 'user'
        ? principal.userEntityRef
        : principal.subject;
    },
    message: {
      error: {
        name: 'TooManyRequestsError',
        message: `More than ${MOST_PREVIEWS_A_MINUTE} previews in a minute; wait a moment and go on`,
      },
    },
  });
}
