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
 * One page of a list, with the links of RFC 8288 to its neighbors:
 *
 * ```
 * Link: <https://…?page=2>; rel="next", <https://…?page=5>; rel="last"
 * ```
 *
 * `page` counts from 1 and `per_page` is 30, at most 100, when the request does
 * not say.
 *
 * @public
 */
export function pageOf<T>(
  { query, url }: Pick<SimulatedCall, 'query' | 'url'>,
  all: readonly T[],
  defaultSize = 30,
): SimulatedAnswer & { readonly body: readonly T[] } {
  const page = Number(query.page ?? 1);
  const size = Math.min(100, Number(query.per_page ?? defaultSize));
  const last = Math.max(1, Math.ceil(all.length / size));
  const link = (to: number, rel: string) => {
    const target = new URL(url);
    target.search = new URLSearchParams({
      ...query,
      page: `${to}`,
      per_page: `${size}`,
    }).toString();
    return `<${target}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev'), link(1, 'first')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
  ];
  return {
    status: 200,
    headers: links.length ? { link: links.join(', ') } : {},
    body: all.slice((page - 1) * size, page * size),
  };
}
