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

/**
 * When a host that limits requests will answer again, in milliseconds since
 * 1970; `undefined` when it does not limit them.
 *
 * ```
 * Retry-After: 30                                  RFC 9110 §10.2.3, any host
 * Retry-After: Sat, 21 Nov 2026 10:00:00 GMT
 * X-RateLimit-Remaining: 0, X-RateLimit-Reset: …   GitHub, Gitea behind a gateway
 * RateLimit-Remaining: 0, RateLimit-Reset: …       GitLab
 * ```
 *
 * The resets are seconds since 1970.
 *
 * @internal
 */
export function rateLimitReset(
  headers: Headers,
  now: number,
): number | undefined {
  const after = headers.get('retry-after');
  if (after) {
    const seconds = Number(after);
    const at = Number.isNaN(seconds)
      ? Date.parse(after)
      : now + Math.max(0, seconds) * 1000;
    return Number.isNaN(at) ? undefined : at;
  }
  for (const prefix of ['x-ratelimit', 'ratelimit']) {
    const reset = Number(headers.get(`${prefix}-reset`) ?? NaN);
    if (headers.get(`${prefix}-remaining`) === '0' && reset) {
      return reset * 1000;
    }
  }
  return undefined;
}
