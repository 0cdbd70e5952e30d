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

import { instantOf } from '../assessment';
import { ClusterData, cnpgCluster, cronJob, job } from '../kinds';
import { Evidence, Fact } from '../model';
import { evidenceOf } from '../observation';
import { BackupScene } from './BackupScene';
import { ownSuccess } from './drillSuccess';
import { JudgedReport } from './judgeReports';
import { toInstant } from './toInstant';

/** Something that shows, or says, that a backup was restored. */
export interface Restore {
  /** UTC ISO instant. */
  readonly at: string;
  readonly object: string;
  readonly how: 'recovery' | 'drill' | 'declared';
  readonly evidence: Evidence;
  /** Name of the Backup, and how many seconds it took, where a report tells. */
  readonly backup?: string;
  readonly seconds?: number;
}

/**
 * Restores of this database's backups, the newest proven one first: a cluster
 * that was recovered from the same store and came up (a refresh of another
 * environment is a drill too), reports of drills that passed, and jobs of drills that
 * ended well without a report. A declared date proves nothing and comes last.
 */
export function findRestores({
  cluster,
  evidence,
  facts,
  ofCluster,
  reports,
}: BackupScene): readonly Restore[] {
  const key = `${cluster.namespace}/${cluster.name}`;
  const recovered = new Set(
    evidence.restoredKeys.flatMap(restored =>
      facts.everywhere(cnpgCluster, restored),
    ),
  );
  const restores = [
    ...[...recovered].filter(fact => fact !== cluster).flatMap(ofRecovery),
    ...reports.flatMap(ofReport),
    ...facts
      .of(job, key)
      .filter(({ name }) => !reports.some(({ run }) => run.job === name))
      .flatMap(fact =>
        drill(fact.data.completedAt, at =>
          evidenceOf(job, fact, 'status.completionTime', at),
        ),
      ),
    ...facts
      .of(cronJob, key)
      .flatMap(fact =>
        drill(ownSuccess(fact, reports), at =>
          evidenceOf(cronJob, fact, 'status.lastSuccessfulTime', at),
        ),
      ),
  ].sort((a, b) => (a.at < b.at ? 1 : -1));
  const { restoreProvenAt = '' } = cluster.data.annotations;
  const declared = instantOf(
    /^\d{4}-\d\d-\d\d$/.test(restoreProvenAt)
      ? `${restoreProvenAt}T00:00:00Z`
      : restoreProvenAt,
  );
  return declared === undefined
    ? restores
    : [
        ...restores,
        {
          at: toInstant(declared),
          object: `Cluster ${key}`,
          how: 'declared',
          evidence: ofCluster(
            'metadata.annotations["basewell.dev/restore-proven-at"]',
            restoreProvenAt,
          ),
        },
      ];
}

/** A recovered cluster has come up when it has a primary that was ready once. */
function ofRecovery(fact: Fact<ClusterData>): readonly Restore[] {
  const { status } = fact.data;
  const ready = status?.conditions.find(
    ({ type, status: value }) =>
      ['Initialized', 'Ready'].includes(type) && value === 'True',
  );
  const at = instantOf(ready?.lastTransitionTime ?? fact.createdAt);
  if (!ready || !status?.currentPrimary || at === undefined) {
    return [];
  }
  const evidence = evidenceOf(
    cnpgCluster,
    fact,
    `status.conditions[${ready.type}].status`,
    ready.status,
  );
  return [
    { at: toInstant(at), object: evidence.object, how: 'recovery', evidence },
  ];
}

function ofReport(found: JudgedReport): readonly Restore[] {
  if (found.verdict !== 'passed') {
    return [];
  }
  const { at, evidence, report } = found;
  const { backup, seconds } = report;
  const { object } = evidence;
  return [
    { at: toInstant(at), object, how: 'drill', evidence, backup, seconds },
  ];
}

function drill(
  text: string | undefined,
  evidenceOfIt: (text: string | undefined) => Evidence,
): readonly Restore[] {
  const at = instantOf(text);
  if (at === undefined) {
    return [];
  }
  const evidence = evidenceOfIt(text);
  return [
    { at: toInstant(at), object: evidence.object, how: 'drill', evidence },
  ];
}
