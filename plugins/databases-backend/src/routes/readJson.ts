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
import express, { RequestHandler } from 'express';

/** A request with a hundred environments is about 50 kB. */
const LARGEST_BODY = '256kb';

/**
 * Reads bodies. One that is no JSON is refused in our own words: the parser's
 * quote what is around the mistake, a token for one.
 */
export function readJson(): RequestHandler {
  const read = express.json({ limit: LARGEST_BODY });
  return (request, response, next) =>
    read(request, response, error =>
      next(
        (error as { type?: string } | undefined)?.type === 'entity.parse.failed'
          ? new InputError('The body is no JSON; send {request, tokens?}')
          : error,
      ),
    );
}
