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

import { SimulatedAnswer } from './SimulatedEndpoint';

/**
 * How a host limits requests. A primary limit is a number per window, which
 * every answer tells; a secondary one is for bursts, and only says when to come
 * back.
 *
 * @public
 */
export interface RequestLimits {
  /** Requests that are left; counted down. */
  remaining: number;
  readonly limit: number;
  /** Seconds since 1970. */
  resetAt: number;
  /** Seconds to wait; the next request is refused with it, once. */
  secondary?: number;
}

/** Words and headers in which a host speaks of its limits. */
export interface LimitDialect {
  /**
   * Such as `x-ratelimit`, before `-limit`, `-remaining` and `-reset`; or the
   * headers themselves, of a host that says something else.
   */
  readonly prefix:
    string | ((limits: RequestLimits) => { readonly [name: string]: string });
  /** When nothing is left; the headers come by themselves. */
  readonly exhausted: SimulatedAnswer;
  /** For a burst; `retry-after` comes by itself. */
  readonly burst: SimulatedAnswer;
}

/** Counts a request; the refusal when there was one too many. @internal */
export function countRequest(
  limits: RequestLimits,
  dialect: LimitDialect,
): SimulatedAnswer | undefined {
  const { secondary } = limits;
  if (secondary !== undefined) {
    limits.secondary = undefined;
    const headers = { ...dialect.burst.headers, 'retry-after': `${secondary}` };
    return { ...dialect.burst, headers };
  }
  if (limits.remaining === 0) {
    return dialect.exhausted;
  }
  limits.remaining--;
  return undefined;
}

/** Headers that come with every answer. @internal */
export function limitHeaders(
  limits: RequestLimits,
  { prefix }: LimitDialect,
): { readonly [name: string]: string } {
  const { limit, remaining, resetAt } = limits;
  if (typeof prefix === 'function') {
    return prefix(limits);
  }
  return {
    [`${prefix}-limit`]: `${limit}`,
    [`${prefix}-remaining`]: `${remaining}`,
    [`${prefix}-reset`]: `${resetAt}`,
  };
}
