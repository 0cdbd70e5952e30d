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

import { isError } from '@backstage/errors';
import { NextFunction, Request, Response } from 'express';

const STATUSES: Readonly<Record<string, number>> = {
  AuthenticationError: 401,
  NotAllowedError: 403,
  NotFoundError: 404,
  ConflictError: 409,
  InputError: 422,
};

/** The status that says what went wrong. @internal */
export function statusOf(error: unknown): number {
  return (isError(error) && STATUSES[error.name]) || 500;
}

/** Answers with an error the way Gitea does. @internal */
export function apiErrors(
  error: unknown,
  _request: Request,
  response: Response,
  // Express tells a handler of errors by its four parameters.
  _next: NextFunction,
) {
  const message = isError(error) ? error.message : String(error);
  response.status(statusOf(error)).json({ message });
}
