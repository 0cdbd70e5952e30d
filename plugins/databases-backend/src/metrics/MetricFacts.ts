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

import {
  Fact,
  MetricQuery,
  MetricReading,
  MetricRow,
  metricSample,
  MetricSampleData,
  readingOf,
} from '@basewell/plugin-databases-common/domain';

/** Readings of one pod: more than all queries have, unless an exporter goes astray. */
const MOST_READINGS = 15;

/** Puts answers together: one fact for each pod, claim or custom resource. */
export class MetricFacts {
  readonly #kubernetesCluster: string;
  readonly #observedAt: string;
  readonly #samples = new Map<
    string,
    Pick<MetricSampleData, 'subject'> & {
      readonly namespace: string;
      readonly readings: MetricReading[];
    }
  >();

  /** @param observedAt - UTC ISO instant */
  constructor(kubernetesCluster: string, observedAt: string) {
    this.#kubernetesCluster = kubernetesCluster;
    this.#observedAt = observedAt;
  }

  add(query: MetricQuery, rows: readonly MetricRow[]): void {
    for (const row of rows) {
      const found = readingOf(query, row);
      if (found) {
        const { namespace, subject, reading } = found;
        const key = `${namespace}/${nameOf(subject)}`;
        const sample = this.#samples.get(key) ?? {
          namespace,
          subject,
          readings: [],
        };
        if (sample.readings.length < MOST_READINGS) {
          sample.readings.push(reading);
        }
        this.#samples.set(key, sample);
      }
    }
  }

  /** By their names. */
  get all(): ReadonlyMap<string, Fact<MetricSampleData>> {
    return new Map(
      [...this.#samples].map(([key, { namespace, subject, readings }]) => [
        key,
        {
          kind: metricSample.id,
          kubernetesCluster: `prometheus:${this.#kubernetesCluster}`,
          namespace,
          name: nameOf(subject),
          observedAt: this.#observedAt,
          data: {
            kubernetesCluster: this.#kubernetesCluster,
            subject,
            readings: inOrder(readings),
          },
        },
      ]),
    );
  }
}

/** A pod and its claim may have one name. */
function nameOf({ kind, name }: MetricSampleData['subject']): string {
  return kind === 'Pod' ? name : `${kind}/${name}`;
}

/** Prometheus gives rows in no order, and another order is no change. */
function inOrder(readings: readonly MetricReading[]): readonly MetricReading[] {
  const keyOf = ({ measure, metric, detail = '' }: MetricReading) =>
    [measure, metric, detail].join();
  return [...readings].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
