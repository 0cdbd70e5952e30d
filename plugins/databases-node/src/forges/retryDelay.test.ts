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

import { RequestOutcome, retryDelay } from './retryDelay';

const world = { now: 1_000, random: 0.5, longestWait: 10_000 };
const answered = (status: number, resetAt?: number): RequestOutcome => ({
  kind: 'answered',
  status,
  resetAt,
});

describe('retryDelay', () => {
  it.each<{
    outcome: RequestOutcome;
    method?: string;
    attempt?: number;
    delay: number | undefined;
    reason: string;
  }>([
    { outcome: answered(200), delay: undefined, reason: 'it succeeded' },
    { outcome: answered(404), delay: undefined, reason: 'it is an answer' },
    { outcome: answered(500), delay: undefined, reason: 'it fails again' },
    { outcome: answered(502), delay: 200, reason: 'a gateway lost it' },
    { outcome: answered(503), attempt: 2, delay: 400, reason: 'and again' },
    { outcome: answered(504), attempt: 3, delay: undefined, reason: 'enough' },
    {
      outcome: answered(502),
      method: 'POST',
      delay: undefined,
      reason: 'a write may have been carried out',
    },
    { outcome: { kind: 'unreachable' }, delay: 200, reason: 'no connection' },
    {
      outcome: { kind: 'unreachable' },
      method: 'PATCH',
      delay: undefined,
      reason: 'the connection may have broken after the write',
    },
    {
      outcome: { kind: 'timeout' },
      delay: undefined,
      reason: 'a slow host is not helped by more requests',
    },
    { outcome: answered(429, 6_000), delay: 5_000, reason: 'it says when' },
    {
      outcome: answered(429, 6_000),
      method: 'POST',
      delay: 5_000,
      reason: 'a refused write has not been carried out',
    },
    { outcome: answered(429, 500), delay: 0, reason: 'the time is over' },
    {
      outcome: answered(429, 60_000),
      delay: undefined,
      reason: 'nobody waits that long',
    },
    { outcome: answered(429), delay: undefined, reason: 'it says no time' },
    { outcome: answered(403, 2_000), delay: 1_000, reason: 'as GitHub does' },
    { outcome: answered(403), delay: undefined, reason: 'it is a refusal' },
  ])('$outcome.kind $outcome.status: $reason', item => {
    const { outcome, method = 'GET', attempt = 1, delay } = item;
    expect(retryDelay(outcome, { method, attempt }, world)).toBe(delay);
  });
});
