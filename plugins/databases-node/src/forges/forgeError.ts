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
  AuthenticationError,
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';

/**
 * What a person can do about a refusal, in sentences; each forge has its own.
 *
 * @internal
 */
export interface ForgeAdvice {
  /** The host does not know who we are. */
  readonly authentication: string;
  /** It knows, and does not let us. */
  readonly permission: string;
  /** There is no such repository, as far as we may see. */
  readonly repository: string;
}

/**
 * The error for an answer that says no.
 *
 * @param attempt - what was tried, in words: `Could not read the branch main of acme/shop on git.example.test`
 * @param answer - the status, what the host said, and until when it asks to wait (ISO instant)
 * @internal
 */
export function forgeError(
  attempt: string,
  answer: {
    readonly status: number;
    readonly said: string;
    readonly waitUntil?: string;
  },
  advice: ForgeAdvice,
): Error {
  const { status, said, waitUntil } = answer;
  const refusal = `${attempt}: ${status}${said ? ` "${said}"` : ''}`;
  if (waitUntil !== undefined || status === 429) {
    return new ServiceUnavailableError(
      `${refusal}. The host limits requests; run again after ${waitUntil ?? 'a few minutes'}`,
    );
  }
  if (status >= 500) {
    return new ServiceUnavailableError(
      `${refusal}. The host has a problem of its own; run again later, and look into its log if it stays`,
    );
  }
  switch (status) {
    case 401:
      return new AuthenticationError(`${refusal}. ${advice.authentication}`);
    case 403:
      return new NotAllowedError(`${refusal}. ${advice.permission}`);
    case 404:
      return new NotFoundError(`${refusal}. ${advice.repository}`);
    case 423:
      return new NotAllowedError(
        `${refusal}. The repository is archived; unarchive it, or name another one in the target's repoUrl`,
      );
    case 409:
    case 412:
    case 422:
      return new ConflictError(
        `${refusal}. It is not as it was when the change was prepared; run again`,
      );
    default:
      return new InputError(
        `${refusal}. The host does not understand the request; check that its version is supported and that baseUrl of its integration is its own`,
      );
  }
}
