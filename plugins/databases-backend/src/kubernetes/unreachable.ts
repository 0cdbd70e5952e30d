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

import { ApiProblem } from './ApiProblem';

/**
 * No answer came.
 *
 * @param whom - who did not answer, with the address
 */
export function unreachable(whom: string, error: unknown): ApiProblem {
  return new ApiProblem(
    'unreachable',
    `${whom} does not answer (${reasonOf(error)}).`,
    {
      cause: error,
    },
  );
}

/** `fetch` hides the reason in a cause, sometimes in several. */
function reasonOf(error: unknown): string {
  const { code, cause, errors, message } = error as {
    readonly code?: string;
    readonly cause?: unknown;
    readonly errors?: readonly unknown[];
    readonly message?: string;
  };
  if (cause) {
    return reasonOf(cause);
  }
  if (errors?.length) {
    return reasonOf(errors[0]);
  }
  return code ?? message ?? String(error);
}
