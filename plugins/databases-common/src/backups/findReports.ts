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

import { cnpgCluster, cronJob, DrillReport, job, pod } from '../kinds';
import { Evidence, Fact } from '../model';
import { evidenceOf, FactView, ObservedKind } from '../observation';

/** The report of a restore drill, and where it was found. */
export interface FoundReport {
  readonly report: DrillReport;
  readonly evidence: Evidence;
  /** Which run it is about, as far as is known: names, and when the Job completed. */
  readonly run: {
    readonly job?: string;
    readonly cronJob?: string;
    readonly completedAt?: string;
  };
}

const ANNOTATION = 'metadata.annotations["basewell.dev/drill-report"]';

/**
 * All reports of restore drills of one CNPG cluster: what their pods left behind,
 * and what somebody wrote onto their jobs or onto the cluster. Some of them may
 * be about another cluster.
 *
 * @param cluster - `<namespace>/<name>`
 */
export function findReports(
  facts: FactView,
  cluster: string,
): readonly FoundReport[] {
  const jobs = facts.of(job, cluster);
  const runOf = (name: string | undefined): FoundReport['run'] => {
    const { cronJob: parent, completedAt } =
      jobs.find(fact => fact.name === name)?.data ?? {};
    return { job: name, cronJob: parent, completedAt };
  };
  return [
    ...facts
      .of(pod, `drill:${cluster}`)
      .flatMap(fact =>
        found(
          pod,
          fact,
          fact.data.drill?.report,
          'status.containerStatuses[].state.terminated.message',
          runOf(fact.data.drill?.job),
        ),
      ),
    ...jobs.flatMap(fact =>
      found(job, fact, fact.data.report, ANNOTATION, runOf(fact.name)),
    ),
    ...facts.of(cronJob, cluster).flatMap(fact =>
      found(cronJob, fact, fact.data.report, ANNOTATION, {
        cronJob: fact.name,
      }),
    ),
    ...facts
      .of(cnpgCluster, cluster)
      .filter(fact => `${fact.namespace}/${fact.name}` === cluster)
      .flatMap(fact =>
        found(cnpgCluster, fact, fact.data.drillReport, ANNOTATION, {}),
      ),
  ];
}

function found(
  kind: ObservedKind,
  fact: Fact,
  report: DrillReport | undefined,
  field: string,
  run: FoundReport['run'],
): readonly FoundReport[] {
  if (!report) {
    return [];
  }
  const evidence = evidenceOf(kind, fact, field, report.outcome);
  return [{ report, evidence, run }];
}
