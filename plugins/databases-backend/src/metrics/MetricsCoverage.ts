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
  metricSample,
} from '@basewell/plugin-databases-common/domain';
import { FactSink } from '../kubernetes/FactSink';
import { instant, ReaderClock } from '../kubernetes/ReaderClock';

/** How well the metrics of a Kubernetes cluster are seen, told to the sink, and to the log when it changes. */
export class MetricsCoverage {
  readonly #kubernetesCluster: string;
  readonly #sink: FactSink;
  readonly #logger: LoggerService;
  readonly #clock: ReaderClock;
  #reported?: Coverage;

  constructor(options: {
    readonly kubernetesCluster: string;
    readonly sink: FactSink;
    readonly logger: LoggerService;
    readonly clock: ReaderClock;
  }) {
    this.#kubernetesCluster = options.kubernetesCluster;
    this.#sink = options.sink;
    this.#logger = options.logger;
    this.#clock = options.clock;
    this.report('syncing', 0);
  }

  /** @param objects - of how many something is measured */
  report(state: Coverage['state'], objects: number, message?: string): void {
    const before = this.#reported;
    const now = instant(this.#clock.now());
    const lastSyncedAt = state === 'synced' ? now : before?.lastSyncedAt;
    this.#reported = {
      kubernetesCluster: `prometheus:${this.#kubernetesCluster}`,
      kind: metricSample.id,
      state,
      since: before?.state === state ? before.since : now,
      ...(lastSyncedAt && { lastSyncedAt }),
      ...(message && { message }),
      objects,
    };
    this.#sink.cover(this.#reported);
    if (before?.state !== state || before.message !== message) {
      this.#log(this.#reported);
    }
  }

  #log({ state, message, objects }: Coverage): void {
    const subject = `Metrics of ${this.#kubernetesCluster}`;
    if (message) {
      this.#logger.warn(`${subject}: ${state}. ${message}`);
    } else {
      this.#logger.info(`${subject}: ${state}, ${objects} pods and volumes`);
    }
  }
}
