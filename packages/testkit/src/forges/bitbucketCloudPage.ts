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
 * One page of a list, with the address of the next one in its body. `page` counts
 * from 1.
 *
 * https://developer.atlassian.com/cloud/bitbucket/rest/intro/#pagination
 *
 * @param size - most names of a page; 10 when the request does not say
 */
export function bitbucketCloudPage<T>(
  { query, url }: Pick<SimulatedCall, 'query' | 'url'>,
  all: readonly T[],
  size = 100,
): SimulatedAnswer {
  const page = Number(query.page ?? 1);
  const pagelen = Math.min(size, Number(query.pagelen ?? 10));
  const next = new URL(url);
  next.search = new URLSearchParams({
    ...query,
    page: `${page + 1}`,
  }).toString();
  return {
    status: 200,
    body: {
      ...{ page, pagelen, size: all.length },
      values: all.slice((page - 1) * pagelen, page * pagelen),
      ...(all.length > page * pagelen && { next: next.toString() }),
    },
  };
}
