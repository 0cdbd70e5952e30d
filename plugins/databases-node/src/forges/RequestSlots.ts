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

interface Lane {
  running: number;
  readonly waiting: (() => void)[];
}

/**
 * Lets only so many requests run at a time in each lane; the others wait their
 * turn. Hosts count concurrency per repository, and answer with a
 * secondary rate limit or lock files when there is too much of it.
 *
 * @public
 */
export class RequestSlots {
  readonly #limit: number;
  readonly #lanes = new Map<string, Lane>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /**
   * @param name - of the lane
   * @throws the reason of `signal` when that ends the wait
   */
  async run<T>(
    name: string,
    work: () => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    signal?.throwIfAborted();
    const lane = this.#lane(name);
    if (lane.running < this.#limit) {
      lane.running++;
    } else {
      await turn(lane, signal);
    }
    try {
      return await work();
    } finally {
      this.#leave(name, lane);
    }
  }

  #lane(name: string): Lane {
    let lane = this.#lanes.get(name);
    if (!lane) {
      lane = { running: 0, waiting: [] };
      this.#lanes.set(name, lane);
    }
    return lane;
  }

  /** Whoever leaves hands its slot over, so that a newcomer cannot overtake. */
  #leave(name: string, lane: Lane) {
    const next = lane.waiting.shift();
    if (next) {
      next();
    } else if (--lane.running === 0) {
      this.#lanes.delete(name);
    }
  }
}

function turn(lane: Lane, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    function start() {
      signal?.removeEventListener('abort', give);
      resolve();
    }
    function give() {
      lane.waiting.splice(lane.waiting.indexOf(start), 1);
      reject(signal!.reason);
    }
    lane.waiting.push(start);
    signal?.addEventListener('abort', give, { once: true });
  });
}
