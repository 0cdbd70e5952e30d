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
import {
  Coverage,
  CoverageState,
} from '@basewell/plugin-databases-common/domain';
import { ApiProblem } from './ApiProblem';
import { FactSink } from './FactSink';
import { instant, ReaderClock } from './ReaderClock';

/** A kind is seen as badly as the worst of its watches; worst first. */
const worstFirst: readonly CoverageState[] = [
  'unreachable',
  'unauthorized',
  'forbidden',
  'failing',
  'absent',
  'syncing',
  'synced',
];

/** Milliseconds between two reports of the same state. */
const REPORT_SYNCING = 1_000;
const REPORT_SYNCED = 10_000;

interface WatchSight {
  readonly state: CoverageState;
  readonly message?: string;
  /** When what it brought was last known to be all; milliseconds since the epoch. */
  readonly completeAt?: number;
}

/** Whose coverage it is, and who is told. */
export interface CoverageSubject {
  readonly kubernetesCluster: string;
  readonly kind: string;
  /** What it is called in the log, where it is no Kubernetes cluster. */
  readonly title?: string;
  readonly sink: FactSink;
  readonly clock: ReaderClock;
  readonly logger: LoggerService;
  /** How many objects are known. */
  readonly objects: () => number;
}

/** How well one kind of one Kubernetes cluster is seen, told to the sink. */
export class KindCoverage {
  readonly #subject: CoverageSubject;
  readonly #watches: WatchSight[];
  #reported?: Coverage;
  #reportedAt = -Infinity;

  /** @param watches - how many watches it takes to see the kind */
  constructor(subject: CoverageSubject, watches: number) {
    this.#subject = subject;
    this.#watches = Array.from({ length: watches }, () => ({
      state: 'syncing',
    }));
    this.#report();
  }

  /** A list begins. If it is not the first, what is known stays as good as it was. */
  listBegan(watch: number): void {
    if (this.#watches[watch].completeAt === undefined) {
      this.#set(watch, { state: 'syncing' });
    }
  }

  /** All is known, or what is missing is on its way. */
  synced(watch: number): void {
    const completeAt = this.#subject.clock.now();
    this.#set(watch, { state: 'synced', completeAt });
  }

  alive(watch: number): void {
    const now = this.#subject.clock.now();
    if (this.#watches[watch].state === 'synced') {
      this.#watches[watch] = { state: 'synced', completeAt: now };
    }
    const pause =
      this.#reported?.state === 'synced' ? REPORT_SYNCED : REPORT_SYNCING;
    if (now - this.#reportedAt >= pause) {
      this.#report();
    }
  }

  failed(watch: number, { state, message }: ApiProblem): void {
    const { completeAt } = this.#watches[watch];
    this.#set(watch, { state, message, completeAt });
  }

  failedAll(problem: ApiProblem): void {
    this.#watches.forEach((_, watch) => this.failed(watch, problem));
  }

  /** That there are none is all that is to be known. */
  absent({ message }: ApiProblem): void {
    const completeAt = this.#subject.clock.now();
    this.#watches.forEach((_, watch) =>
      this.#set(watch, { state: 'absent', message, completeAt }),
    );
    this.#report();
  }

  #set(watch: number, sight: WatchSight): void {
    this.#watches[watch] = sight;
    const { state, message } = this.#worst();
    if (state !== this.#reported?.state || message !== this.#reported.message) {
      this.#report();
    }
  }

  #worst(): WatchSight {
    const rank = ({ state }: WatchSight) => worstFirst.indexOf(state);
    return this.#watches.reduce((a, b) => (rank(b) < rank(a) ? b : a));
  }

  #report(): void {
    const { kubernetesCluster, kind, sink, clock, objects } = this.#subject;
    const { state, message } = this.#worst();
    const now = clock.now();
    const changed = state !== this.#reported?.state;
    const complete = this.#watches.map(({ completeAt }) => completeAt ?? NaN);
    const lastSynced = Math.min(...complete);
    this.#reported = {
      kubernetesCluster,
      kind,
      state,
      since: changed ? instant(now) : this.#reported!.since,
      ...(Number.isFinite(lastSynced) && { lastSyncedAt: instant(lastSynced) }),
      ...(message !== undefined && { message }),
      objects: objects(),
    };
    this.#reportedAt = now;
    sink.cover(this.#reported);
    if (changed) {
      this.#log(this.#reported);
    }
  }

  #log({ kubernetesCluster, kind, state, message, objects }: Coverage): void {
    const { title = `Kubernetes cluster ${kubernetesCluster}` } = this.#subject;
    const subject = `${kind} of ${title}`;
    if (message !== undefined && state !== 'absent') {
      this.#subject.logger.warn(`${subject}: ${state}. ${message}`);
    } else {
      this.#subject.logger.info(`${subject}: ${state}, ${objects} objects`);
    }
  }
}
