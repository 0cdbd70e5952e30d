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

import { LoggerService } from '@backstage/backend-plugin-api';
import { Engine } from '@basewell/plugin-databases-common/domain';
import { Forges, RequestSlots } from '@basewell/plugin-databases-node';
import { Declarations } from '../declarations/Declarations';
import { FactSink } from '../kubernetes';
import { ReaderClock, systemClock } from '../kubernetes/ReaderClock';
import { pauseAfter } from './pauseAfter';
import { RepositoryReader } from './RepositoryReader';
import { WatchedRepository } from './WatchedRepository';

/** Milliseconds that lie between two looks at least, however many pushes are told of. */
const LOOK_NOT_BEFORE = 10_000;
/** The first looks are spread over this time. */
const SPREAD = 2_000;
/** Repositories of one host that are read at the same time. */
const MOST_PER_HOST = 2;

export interface RepositoriesOptions {
  readonly repositories: readonly WatchedRepository[];
  readonly forges: Forges;
  readonly sink: FactSink;
  readonly logger: LoggerService;
  /** People use tokens of their own at hosts; integrations may have none. */
  readonly usersHaveTokens: boolean;
  readonly declarations: Declarations;
  readonly engines: readonly Engine[];
  readonly clock?: ReaderClock;
}

/** Readers that run. */
export interface RunningRepositories {
  /** Somebody pushed to a repository: it is looked at now. `owner/name` in lower case. */
  pushed(name: string): void;
  /** Resolves when no request is under way any more. */
  stop(): Promise<void>;
}

/**
 * Keeps the facts of repositories up to date in a sink, until it is stopped. A
 * host that does not answer keeps only its own repositories waiting.
 */
export function startRepositories(
  options: RepositoriesOptions,
): RunningRepositories {
  const { repositories, clock = systemClock } = options;
  const stopping = new AbortController();
  const slots = new RequestSlots(MOST_PER_HOST);
  /** Ends the rest that a repository has, or is about to have. */
  const wakes = new Map<WatchedRepository, AbortController>();

  async function rest(milliseconds: number, awake: AbortSignal) {
    const end = AbortSignal.any([awake, stopping.signal]);
    await clock.sleep(milliseconds, end).catch(error => {
      stopping.signal.throwIfAborted();
      if (!awake.aborted) {
        throw error;
      }
    });
  }

  async function run(repository: WatchedRepository): Promise<void> {
    const { host } = repository.ref;
    const reader = new RepositoryReader({ ...options, repository, clock });
    await clock.sleep(SPREAD * clock.random(), stopping.signal);
    for (;;) {
      const awake = new AbortController();
      wakes.set(repository, awake);
      await slots.run(
        host,
        () => reader.look(stopping.signal),
        stopping.signal,
      );
      const pause = pauseAfter(reader, clock.random());
      const undisturbed = Math.min(pause, LOOK_NOT_BEFORE);
      await clock.sleep(undisturbed, stopping.signal);
      await rest(pause - undisturbed, awake.signal);
    }
  }

  const done = repositories.map(repository => run(repository).catch(() => {}));
  return {
    pushed(name) {
      for (const [{ ref }, awake] of wakes) {
        if (`${ref.owner}/${ref.repo}`.toLowerCase() === name) {
          awake.abort();
        }
      }
    },
    async stop() {
      stopping.abort();
      await Promise.all(done);
    },
  };
}
