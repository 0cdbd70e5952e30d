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

import { CoverageState } from '@basewell/plugin-databases-common/domain';

/** What keeps the reader from knowing something. */
export type ProblemState = Extract<
  CoverageState,
  'absent' | 'forbidden' | 'unauthorized' | 'unreachable' | 'failing'
>;

/**
 * Something could not be read. The message is a sentence about what happened,
 * with the words of whoever refused; it becomes the message of a `Coverage`.
 */
export class ApiProblem extends Error {
  readonly name = 'ApiProblem';
  readonly state: ProblemState;
  /** HTTP status, when there was an answer. */
  readonly status: number | undefined;
  /** Milliseconds that the server asks to be left alone for. */
  readonly retryAfter: number;

  constructor(
    state: ProblemState,
    message: string,
    options: {
      readonly status?: number;
      readonly retryAfter?: number;
      readonly cause?: unknown;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.state = state;
    this.status = options.status;
    this.retryAfter = options.retryAfter ?? 0;
  }

  /** Whatever was thrown, as a problem. */
  static of(error: unknown): ApiProblem {
    if (error instanceof ApiProblem) {
      return error;
    }
    const words = error instanceof Error ? error.message : String(error);
    return new ApiProblem(
      'failing',
      `The answer could not be read: ${words}. The log of the portal has the details.`,
      { cause: error },
    );
  }
}
