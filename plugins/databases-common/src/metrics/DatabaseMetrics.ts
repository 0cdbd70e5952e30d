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

import { AssessmentSubject } from '../assessment';
import { metricSample, MetricReading, MetricSampleData } from '../kinds';
import { Coverage, Evidence, Fact } from '../model';
import { Measure, measures } from './Measure';

/** Of what can be written as an instant. */
const LAST_SECOND = 8_640_000_000_000;

/** A reading that is young enough to count. */
export interface Measured {
  /** Name of the pod, the volume claim or the custom resource. */
  readonly subject: string;
  readonly detail?: string;
  readonly value: number;
  readonly evidence: Evidence;
}

/** What is measured of one database. What nobody measures is in no list. */
export interface DatabaseMetrics {
  /** How well metrics are seen; left out where no Prometheus is configured. */
  readonly coverage?: Coverage;
  /** Instances that there should be, when it is known. */
  readonly wanted?: number;
  /** Those of them that are ready, when it is known. */
  readonly ready?: number;
  /** Whether any server is measured; volumes alone tell nothing of it. */
  readonly isMeasured: boolean;
  /** In the order of their subjects. */
  of(measure: Measure): readonly Measured[];
}

/**
 * Looks up once what is measured. Readings that are older than the setting are
 * not known any more, whatever keeps newer ones from coming.
 *
 * @param database - `names`: of its StatefulSets, CNPG cluster or custom resource;
 *   `claims`: its volume claims, as far as they are seen
 */
export function metricsOf(
  {
    facts,
    clock,
    settings,
  }: Pick<AssessmentSubject, 'facts' | 'clock' | 'settings'>,
  database: {
    readonly namespace: string;
    readonly names: readonly string[];
    readonly claims?: readonly string[];
    readonly wanted?: number;
    readonly ready?: number;
  },
): DatabaseMetrics {
  const { namespace, names, claims = [], wanted, ready } = database;
  const place = `prometheus:${facts.kubernetesCluster}`;
  const coverage = facts
    .coverages(metricSample)
    .find(({ kubernetesCluster }) => kubernetesCluster === place);
  const known = coverage
    ? [...names, ...claims.map(claim => `claim/${claim}`)]
        .flatMap(name =>
          facts.everywhere(
            metricSample,
            `${facts.kubernetesCluster}/${namespace}/${name}`,
          ),
        )
        .filter(
          ({ observedAt }) =>
            !clock.isOlder(Date.parse(observedAt), settings.metricsLimit),
        )
    : [];
  return {
    ...(coverage && { coverage }),
    ...(wanted !== undefined && { wanted }),
    ...(ready !== undefined && { ready }),
    isMeasured: known.some(
      ({ data }) => data.subject.kind !== 'PersistentVolumeClaim',
    ),
    of: measure =>
      known.flatMap(fact =>
        fact.data.readings
          .filter(reading => reading.measure === measure)
          .map(reading => measured(fact, reading, measure)),
      ),
  };
}

function measured(
  { namespace, data, observedAt }: Fact<MetricSampleData>,
  { metric, detail, value }: MetricReading,
  measure: Measure,
): Measured {
  const { kind, name } = data.subject;
  return {
    subject: name,
    ...(detail !== undefined && { detail }),
    value,
    evidence: {
      object: `${kind} ${namespace}/${name}`,
      field: detail === undefined ? metric : `${metric}[${detail}]`,
      value:
        measures[measure] === 'instant' && value > 0 && value < LAST_SECOND
          ? new Date(value * 1000).toISOString()
          : String(value),
      observedAt,
    },
  };
}
