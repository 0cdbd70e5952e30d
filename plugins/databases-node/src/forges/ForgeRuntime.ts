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

import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What a forge needs from the world, so that tests can replace it.
 *
 * @public
 */
export interface ForgeRuntime {
  readonly fetch: typeof fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** At least 0 and less than 1; spreads retries. */
  readonly random: () => number;
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** Milliseconds until one request is given up, its answer's body included. */
  readonly timeout: number;
  /** Longest time in milliseconds that is waited because the host asks for it. */
  readonly longestWait: number;
  /** Told about each request as it is sent, retries included. */
  readonly onRequest?: (request: {
    readonly method: string;
    readonly url: string;
  }) => void;
}

/** @internal */
export const nodeRuntime: ForgeRuntime = {
  fetch: (...request) => fetch(...request),
  now: Date.now,
  random: Math.random,
  wait: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }),
  // A commit to a repository of 10,000 files takes Gitea half a second.
  timeout: 30_000,
  longestWait: 10_000,
};
