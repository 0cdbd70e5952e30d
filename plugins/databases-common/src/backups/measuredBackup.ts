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
import { metricSample } from '../kinds';
import { Evidence } from '../model';

/** Seconds that an exporter or a Pushgateway may be behind the Job. */
const LATE = 600;

/**
 * What Prometheus says of the size of one backup. A gauge outlives the run that set
 * it, so it counts for the run during which it was set, and for no other.
 *
 * @param names - of the Job, and of its CronJob
 * @param run - milliseconds since the epoch
 */
export function measuredBackup(
  {
    facts,
    clock,
    settings,
  }: Pick<AssessmentSubject, 'facts' | 'clock' | 'settings'>,
  namespace: string,
  names: readonly string[],
  run: { readonly startedAt?: number; readonly endedAt?: number },
): { readonly bytes: number; readonly evidence: Evidence } | undefined {
  const { startedAt, endedAt } = run;
  if (startedAt === undefined || endedAt === undefined) {
    return undefined;
  }
  const [found] = names
    .flatMap(name =>
      facts.everywhere(
        metricSample,
        `${facts.kubernetesCluster}/${namespace}/job/${name}`,
      ),
    )
    .filter(
      ({ observedAt }) =>
        !clock.isOlder(Date.parse(observedAt), settings.metricsLimit),
    )
    .flatMap(({ data, observedAt }) => {
      const of = (measure: string) =>
        data.readings.find(reading => reading.measure === measure);
      const size = of('backupSize');
      const at = (of('backupSizeAt')?.value ?? NaN) * 1000;
      // Both are whole seconds here.
      return size && at > startedAt - 1000 && at <= endedAt + LATE * 1000
        ? {
            bytes: size.value,
            evidence: {
              object: `Metrics of ${namespace}/${data.subject.name}`,
              field: size.metric,
              value: String(size.value),
              observedAt,
            },
          }
        : [];
    });
  return found;
}
