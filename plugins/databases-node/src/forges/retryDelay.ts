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

/** What came of sending a request once. @internal */
export type RequestOutcome =
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** Milliseconds since 1970; given when the host asks to wait. */
      readonly resetAt?: number;
    }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'unreachable' };

const MOST_ATTEMPTS = 3;
const FIRST_DELAY = 200;

/**
 * Milliseconds to wait before a request is sent again; `undefined` when it is
 * not.
 *
 * A host that limits requests has not carried this one out, so any method is
 * sent again, but only when it asks for a wait that a person would sit
 * through. Other failures leave open whether the request was carried out:
 * only reads are repeated. A time-out is not: a host that slow is not helped by
 * more requests.
 *
 * @internal
 */
export function retryDelay(
  outcome: RequestOutcome,
  request: { readonly method: string; readonly attempt: number },
  world: {
    readonly now: number;
    readonly random: number;
    readonly longestWait: number;
  },
): number | undefined {
  if (request.attempt >= MOST_ATTEMPTS) {
    return undefined;
  }
  if (isRateLimited(outcome) && outcome.resetAt !== undefined) {
    const delay = Math.max(0, outcome.resetAt - world.now);
    return delay <= world.longestWait ? delay : undefined;
  }
  const passing =
    outcome.kind === 'unreachable' ||
    (outcome.kind === 'answered' && [502, 503, 504].includes(outcome.status));
  return passing && request.method === 'GET'
    ? FIRST_DELAY * 2 ** (request.attempt - 1) * (0.5 + world.random)
    : undefined;
}

/**
 * Whether the host refused because there were too many requests. GitHub says so
 * with 403, and a 403 without a time to wait for is about permissions.
 *
 * @internal
 */
export function isRateLimited(
  outcome: RequestOutcome,
): outcome is Extract<RequestOutcome, { kind: 'answered' }> {
  if (outcome.kind !== 'answered') {
    return false;
  }
  return (
    outcome.status === 429 ||
    (outcome.status === 403 && outcome.resetAt !== undefined)
  );
}
