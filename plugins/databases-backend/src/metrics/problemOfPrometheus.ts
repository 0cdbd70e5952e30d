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

import { ApiProblem } from '../kubernetes/ApiProblem';

/**
 * What an answer without a result means. Its words are dropped: they may repeat
 * what was sent.
 *
 * @param whom - who answered
 */
export function problemOfPrometheus(whom: string, status: number): ApiProblem {
  const problem = (
    state: 'failing' | 'forbidden' | 'unauthorized',
    words: string,
  ) => new ApiProblem(state, words, { status });
  if (status >= 300 && status < 400) {
    return problem(
      'failing',
      `${whom} sends the portal elsewhere (${status}). Give databases.metrics the address where it ends: a token follows no redirect.`,
    );
  }
  switch (status) {
    case 400:
    case 422:
      return problem(
        'failing',
        `${whom} does not understand a question (${status}). It may be another product or too old a version: 2.20 or newer is asked this way.`,
      );
    case 401:
      return problem(
        'unauthorized',
        `${whom} does not accept the portal's credentials (401). Renew those in databases.metrics.`,
      );
    case 403:
      return problem(
        'forbidden',
        `${whom} does not let the portal query (403). Give its account the right to read /api/v1/query.`,
      );
    case 404:
    case 405:
      return problem(
        'failing',
        `Nothing at the address of ${whom} answers queries (${status}). Correct the url in databases.metrics: /api/v1/query lies below it, and takes POST.`,
      );
    case 429:
    case 502:
    case 503:
    case 504:
      return problem(
        'failing',
        `${whom} is starting, stopping or overloaded (${status}). It is asked again.`,
      );
    default:
      return problem(
        'failing',
        `${whom} did not answer a query (${status}). Look at its log.`,
      );
  }
}
