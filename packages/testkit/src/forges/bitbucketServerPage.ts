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

import { SimulatedAnswer, SimulatedCall } from './SimulatedEndpoint';

/**
 * One page of a list, with the start of the next one.
 *
 * https://developer.atlassian.com/server/bitbucket/rest/v906/intro/#paged-apis
 */
export function bitbucketServerPage<T>(
  { query }: Pick<SimulatedCall, 'query'>,
  all: readonly T[],
): SimulatedAnswer {
  const start = Number(query.start ?? 0);
  const limit = Number(query.limit ?? 25);
  const values = all.slice(start, start + limit);
  const isLastPage = start + limit >= all.length;
  return {
    status: 200,
    body: {
      ...{ size: values.length, limit, isLastPage, values, start },
      nextPageStart: isLastPage ? null : start + limit,
    },
  };
}
