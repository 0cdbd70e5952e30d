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

import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import {
  Coverage,
  laneIds,
  Place,
  placeOf,
} from '@basewell/plugin-databases-common';
import { SnapshotStore } from '../store/SnapshotStore';

/** What a place is called in metrics. */
const attributes: Readonly<Record<Place['origin'], string>> = {
  kubernetes: 'kubernetes_cluster',
  git: 'repository',
  vault: 'vault',
  metrics: 'prometheus',
};

/** What the server counts, for whoever watches it. */
export class Meter {
  readonly #answers;
  readonly #assessments;
  readonly #coverage;

  constructor(metrics: MetricsService) {
    this.#answers = metrics.createCounter('databases.answers', {
      description: 'Databases in answers, and whether they were stale',
    });
    this.#assessments = metrics.createHistogram('databases.assessment', {
      description: 'Time to judge one database after a change',
      unit: 's',
      advice: {
        explicitBucketBoundaries: [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03],
      },
    });
    this.#coverage = metrics.createCounter('databases.coverage_changes', {
      description:
        'How often a kind came into a state of coverage: synced again is a reconnect',
    });
  }

  answered(stale: boolean): void {
    this.#answers.add(1, { stale });
  }

  assessed(milliseconds: number): void {
    this.#assessments.record(milliseconds / 1000);
  }

  covered({ kubernetesCluster, state }: Coverage): void {
    const { origin, name } = placeOf(kubernetesCluster);
    this.#coverage.add(1, { [attributes[origin]]: name, state });
  }

  /** Counts the databases by lane and state whenever it is asked. */
  static watch(metrics: MetricsService, store: SnapshotStore): void {
    const databases = metrics.createObservableGauge<{
      lane: string;
      state: string;
    }>('databases.count', { description: 'Databases by lane and state' });
    databases.addCallback(result => {
      const rows = store.rows();
      for (const lane of laneIds) {
        const counts = new Map<string, number>();
        for (const { states } of rows) {
          const state = states[lane];
          if (state) {
            counts.set(state, (counts.get(state) ?? 0) + 1);
          }
        }
        counts.forEach((count, state) =>
          result.observe(count, { lane, state }),
        );
      }
    });
  }
}
