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
  backupMetrics,
  Engine,
  MetricQuery,
  metricSample,
} from '@basewell/plugin-databases-common/domain';
import { instant, ReaderClock, systemClock } from '../kubernetes/ReaderClock';
import { FactReader } from '../observatory/FactReader';
import { SnapshotStore } from '../store/SnapshotStore';
import { MetricsSettings } from './MetricsSettings';
import { MetricsWatch, WantedMetrics } from './MetricsWatch';
import { ConfiguredMetrics } from './readMetricsSettings';

/**
 * Asks the Prometheus of each Kubernetes cluster, as far as one is configured, a
 * few questions about all databases that are seen there. Each is asked by itself: a
 * dead one delays nobody.
 */
export class MetricsReader implements FactReader {
  readonly #configured: ConfiguredMetrics;
  readonly #engines: readonly Engine[];
  readonly #logger: LoggerService;
  readonly #clock: ReaderClock;
  #watches: readonly MetricsWatch[] = [];
  #done: Promise<unknown> = Promise.resolve();

  constructor(options: {
    readonly configured: ConfiguredMetrics;
    readonly engines: readonly Engine[];
    readonly logger: LoggerService;
    readonly clock?: ReaderClock;
  }) {
    this.#configured = options.configured;
    this.#engines = options.engines;
    this.#logger = options.logger;
    this.#clock = options.clock ?? systemClock;
  }

  start(store: SnapshotStore): void {
    const { endpoints, problems } = this.#configured;
    const clock = this.#clock;
    const logger = this.#logger;
    for (const { kubernetesCluster, message } of problems) {
      logger.error(`Metrics of ${kubernetesCluster} are not read. ${message}`);
      store.cover({
        kubernetesCluster: `prometheus:${kubernetesCluster}`,
        kind: metricSample.id,
        state: 'failing',
        since: instant(clock.now()),
        message: `${message}. Correct the configuration of the portal.`,
        objects: 0,
      });
    }
    this.#watches = endpoints.map(
      settings =>
        new MetricsWatch({
          settings,
          sink: store,
          logger,
          clock,
          wanted: () => this.#wantedIn(store, settings),
        }),
    );
    this.#done = Promise.all(this.#watches.map(watch => watch.run()));
  }

  async stop(): Promise<void> {
    this.#watches.forEach(watch => watch.stop());
    await this.#done;
  }

  #wantedIn(
    store: SnapshotStore,
    { kubernetesCluster, backups }: MetricsSettings,
  ): WantedMetrics {
    const databases = store
      .rows()
      .map(({ identity }) => identity)
      .filter(identity => identity.kubernetesCluster === kubernetesCluster);
    const engines = new Set(databases.map(({ engine }) => engine));
    const queries = this.#engines
      .filter(({ id }) => engines.has(id))
      .flatMap(({ observation }) => observation?.metrics ?? []);
    return {
      namespaces: databases.map(({ namespace }) => namespace),
      queries: eachOnce([
        ...queries,
        ...(backups && databases.length ? backupMetrics(backups) : []),
      ]),
    };
  }
}

/** Engines share what the kubelet and a common exporter say. */
function eachOnce(queries: readonly MetricQuery[]): readonly MetricQuery[] {
  return [...new Map(queries.map(query => [query.promql, query])).values()];
}
