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

/** What one watch knows between two of its requests. */
export interface WatchState {
  /** What the next request is for. */
  readonly step: 'list' | 'watch';
  /** How a list is asked for; pages once the server, or what stands before it, does not stream. */
  readonly listing: 'stream' | 'pages';
  /** Where to watch from; the API server's own, opaque to us. */
  readonly resourceVersion?: string;
  /** Requests in a row that came to nothing. */
  readonly failures: number;
  /** Streams in a row on which nothing was heard until patience ended. */
  readonly silences: number;
}

/** How a request ended. */
export type WatchOutcome = {
  /** Where the next watch can begin; left out when no list is complete. */
  readonly resourceVersion?: string;
  /** Whether anything came. */
  readonly heard: boolean;
} & (
  | { readonly type: 'ended' | 'listed' | 'silent' }
  /** 410: the API server no longer has what happened since. */
  | { readonly type: 'expired' }
  /** It does not do lists by stream. */
  | { readonly type: 'refused' }
  | { readonly type: 'failed'; readonly problem: ApiProblem }
);

export const initialWatchState: WatchState = {
  step: 'list',
  listing: 'stream',
  failures: 0,
  silences: 0,
};

/** Streamed lists that break off, until pages are tried. */
const MOST_BROKEN_LISTS = 3;
/** Watches in a row that stay silent, until lists take their place. */
const MOST_SILENCES = 2;

/**
 * What to do after a request: resume where it ended, and list anew only when
 * the API server has forgotten that place.
 *
 * @param random - at least 0, less than 1
 * @returns the next state, and how many milliseconds to wait before
 */
export function nextWatchState(
  state: WatchState,
  outcome: WatchOutcome,
  random: number,
): { readonly state: WatchState; readonly wait: number } {
  const resourceVersion = outcome.resourceVersion ?? state.resourceVersion;
  const resume: WatchState = {
    ...state,
    step: resourceVersion === undefined ? 'list' : 'watch',
    resourceVersion,
    silences: outcome.heard ? 0 : state.silences,
  };
  const relist: WatchState = {
    ...resume,
    step: 'list',
    resourceVersion: undefined,
  };
  const failures = outcome.heard ? 0 : state.failures + 1;

  switch (outcome.type) {
    case 'listed':
      // Without a version there is no place to watch from: list again, slowly.
      return {
        state: { ...resume, failures: 0 },
        wait: resume.step === 'watch' ? 0 : waitAfter(6, random),
      };
    case 'refused':
      return { state: { ...relist, listing: 'pages' }, wait: 0 };
    case 'expired':
      return {
        state: { ...relist, failures: state.failures + 1 },
        wait: waitAfter(state.failures, random),
      };
    case 'silent': {
      const silences = resume.silences + 1;
      const buffered = resume.step === 'list' || silences >= MOST_SILENCES;
      return {
        state: buffered
          ? { ...relist, listing: 'pages', silences: 0, failures: 0 }
          : { ...resume, silences, failures: 0 },
        wait: waitAfter(0, random),
      };
    }
    case 'ended': {
      const broken = resume.step === 'list';
      const count = broken ? state.failures + 1 : failures;
      return {
        state: {
          ...resume,
          failures: count,
          ...(broken && count >= MOST_BROKEN_LISTS && { listing: 'pages' }),
        },
        wait: waitAfter(count, random),
      };
    }
    default:
      return {
        state: { ...resume, failures: state.failures + 1 },
        wait: Math.max(
          outcome.problem.retryAfter,
          waitAfter(state.failures + 1, random),
        ),
      };
  }
}

/**
 * Milliseconds: up to one second when nothing is wrong, so that many watches do
 * not come back at once; then 1, 2, 4 … 30 s, of which between half and all.
 */
export function waitAfter(failures: number, random: number): number {
  return failures === 0
    ? random * 1000
    : Math.min(30_000, 500 * 2 ** failures) * (0.5 + random / 2);
}
