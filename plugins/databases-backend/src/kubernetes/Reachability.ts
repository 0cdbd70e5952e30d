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
import { ClusterTransport } from './ClusterTransport';
import { ReaderClock } from './ReaderClock';
import { requestJson } from './requestJson';
import { waitAfter } from './WatchState';

/** Milliseconds between two probes, and up to half as much more. */
const INTERVAL = 20_000;
const DEADLINE = 10_000;
/** Longest pause while nobody answers. */
const LONGEST_PAUSE = 15_000;

/**
 * Whether an API server answers at all. It is asked for its version, which
 * anybody may know: one small request finds out in half a minute what each of
 * twenty quiet watches would notice after 90 s.
 *
 * Any answer counts, also a refusal. Two requests without one count as down.
 */
export class Reachability {
  readonly #transport: ClusterTransport;
  readonly #clock: ReaderClock;
  /** Aborted with the problem when the server stops answering. */
  #up = new AbortController();
  #waiting: (() => void)[] = [];
  #suspect: () => void = () => {};

  constructor(transport: ClusterTransport, clock: ReaderClock) {
    this.#transport = transport;
    this.#clock = clock;
  }

  /**
   * Waits until it answers.
   *
   * @returns a signal that is aborted with an `ApiProblem` when it no longer does
   * @throws the reason of `signal`
   */
  async up(signal: AbortSignal): Promise<AbortSignal> {
    while (this.#up.signal.aborted) {
      signal.throwIfAborted();
      await new Promise<void>(resolve => {
        this.#waiting.push(resolve);
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
    }
    signal.throwIfAborted();
    return this.#up.signal;
  }

  /** Somebody got no answer: look now. */
  suspect(): void {
    this.#suspect();
  }

  /** @throws the reason of `signal`, and nothing else */
  async run(signal: AbortSignal): Promise<void> {
    let failures = 0;
    for (;;) {
      const problem = await this.#probe(signal);
      failures = problem ? failures + 1 : 0;
      if (problem && failures > 1) {
        this.#up.abort(problem);
      } else if (!problem && this.#up.signal.aborted) {
        this.#up = new AbortController();
        this.#waiting.splice(0).forEach(resolve => resolve());
      }
      await this.#pause(failures, signal);
    }
  }

  async #probe(signal: AbortSignal): Promise<ApiProblem | undefined> {
    try {
      await requestJson(this.#transport, {
        path: '/version',
        asked: 'tell its version',
        deadline: DEADLINE,
        clock: this.#clock,
        signal,
      });
      return undefined;
    } catch (error) {
      signal.throwIfAborted();
      const problem = ApiProblem.of(error);
      return problem.state === 'unreachable' ? problem : undefined;
    }
  }

  async #pause(failures: number, signal: AbortSignal): Promise<void> {
    const chance = this.#clock.random();
    const wait = failures
      ? Math.min(LONGEST_PAUSE, waitAfter(failures, chance))
      : INTERVAL * (1 + chance / 2);
    const wake = new AbortController();
    const end = () => wake.abort();
    if (failures === 0) {
      this.#suspect = end;
    }
    signal.addEventListener('abort', end);
    await this.#clock.sleep(wait, wake.signal).catch(() => {});
    signal.removeEventListener('abort', end);
    this.#suspect = () => {};
    signal.throwIfAborted();
  }
}
