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
import {
  initialWatchState,
  nextWatchState,
  waitAfter,
  WatchOutcome,
  WatchState,
} from './WatchState';

const watching: WatchState = {
  ...initialWatchState,
  step: 'watch',
  resourceVersion: '7',
};
const overloaded = new ApiProblem('failing', 'Too many requests.', {
  status: 429,
  retryAfter: 40_000,
});
const refused = new ApiProblem('forbidden', 'No.', { status: 403 });

describe('nextWatchState', () => {
  it.each<{
    reason: string;
    state: WatchState;
    outcome: WatchOutcome;
    next: Partial<WatchState>;
    wait: readonly [number, number];
  }>([
    {
      reason: 'a stream that ends in time is resumed where it was',
      state: watching,
      outcome: { type: 'ended', resourceVersion: '9', heard: true },
      next: { step: 'watch', resourceVersion: '9', failures: 0 },
      wait: [0, 1000],
    },
    {
      reason: 'a stream that ends at once is not asked for again at once',
      state: { ...watching, failures: 3 },
      outcome: { type: 'ended', resourceVersion: '7', heard: false },
      next: { step: 'watch', resourceVersion: '7', failures: 4 },
      wait: [4000, 8000],
    },
    {
      reason: 'a list that breaks off begins anew',
      state: initialWatchState,
      outcome: { type: 'ended', heard: true },
      next: { step: 'list', listing: 'stream', failures: 1 },
      wait: [500, 1000],
    },
    {
      reason: 'a list that breaks off again and again is read by pages',
      state: { ...initialWatchState, failures: 2 },
      outcome: { type: 'ended', heard: true },
      next: { step: 'list', listing: 'pages' },
      wait: [2000, 4000],
    },
    {
      reason: 'a server that does not stream lists is asked for pages',
      state: initialWatchState,
      outcome: { type: 'refused', heard: false },
      next: { step: 'list', listing: 'pages' },
      wait: [0, 0],
    },
    {
      reason: 'a proxy that holds a list back is asked for pages',
      state: initialWatchState,
      outcome: { type: 'silent', heard: false },
      next: { step: 'list', listing: 'pages' },
      wait: [0, 1000],
    },
    {
      reason: 'pages that are complete are followed by a watch',
      state: { ...initialWatchState, listing: 'pages', failures: 2 },
      outcome: { type: 'listed', resourceVersion: '12', heard: true },
      next: { step: 'watch', resourceVersion: '12', failures: 0 },
      wait: [0, 0],
    },
    {
      reason: 'a list without a version leaves nothing to watch from',
      state: { ...initialWatchState, listing: 'pages' },
      outcome: { type: 'listed', heard: true },
      next: { step: 'list', listing: 'pages' },
      wait: [15_000, 30_000],
    },
    {
      reason: 'only 410 makes it list again',
      state: watching,
      outcome: { type: 'expired', heard: false },
      next: { step: 'list', resourceVersion: undefined },
      wait: [0, 1000],
    },
    {
      reason: 'one silent stream may be a broken connection',
      state: watching,
      outcome: { type: 'silent', resourceVersion: '7', heard: false },
      next: { step: 'watch', resourceVersion: '7', silences: 1 },
      wait: [0, 1000],
    },
    {
      reason: 'two of them are something that holds events back',
      state: { ...watching, silences: 1 },
      outcome: { type: 'silent', resourceVersion: '7', heard: false },
      next: { step: 'list', listing: 'pages', silences: 0 },
      wait: [0, 1000],
    },
    {
      reason:
        'a stream that said something before it fell silent does not count twice',
      state: { ...watching, silences: 1 },
      outcome: { type: 'silent', resourceVersion: '8', heard: true },
      next: { step: 'watch', resourceVersion: '8', silences: 1 },
      wait: [0, 1000],
    },
    {
      reason: 'a refusal keeps the place',
      state: watching,
      outcome: { type: 'failed', problem: refused, heard: false },
      next: { step: 'watch', resourceVersion: '7', failures: 1 },
      wait: [500, 1000],
    },
    {
      reason: 'a server that asks to be left alone is',
      state: watching,
      outcome: { type: 'failed', problem: overloaded, heard: false },
      next: { step: 'watch', resourceVersion: '7', failures: 1 },
      wait: [40_000, 40_000],
    },
  ])('$reason', ({ state, outcome, next, wait }) => {
    const soonest = nextWatchState(state, outcome, 0);
    const latest = nextWatchState(state, outcome, 1);
    expect(soonest.state).toMatchObject(next);
    expect([soonest.wait, latest.wait]).toEqual(wait);
  });

  it('never waits longer than half a minute of its own accord', () => {
    expect(waitAfter(1000, 1)).toBe(30_000);
  });
});
