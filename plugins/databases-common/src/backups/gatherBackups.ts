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

import { AssessmentSubject, instantOf, sinceOf } from '../assessment';
import {
  ClusterData,
  cnpgBackup,
  cnpgCluster,
  cnpgScheduledBackup,
} from '../kinds';
import { Fact } from '../model';
import { evidenceOf, FactView } from '../observation';
import { BackupsBeside } from './BackupRoutine';
import { BackupEvidence, Claim } from './BackupObservation';
import { claimOf } from './claimOf';
import { judgePromise } from './BackupPromise';
import { BackupScene, ObservedSource } from './BackupScene';
import { densestPromise } from './densestPromise';
import { judgeReports } from './judgeReports';
import { medianDuration } from './medianDuration';
import { PlannedBackup, readPlan } from './PlannedBackup';
import { sortClaims } from './sortClaims';
import { timeOf } from './timeOf';

const nothing: BackupEvidence = { good: [], failed: [], restoredKeys: [] };

/** Everything about the backups of one CNPG cluster. */
export function gatherBackups(
  cluster: Fact<ClusterData>,
  subject: AssessmentSubject,
  beside: BackupsBeside,
  sources: readonly ObservedSource[],
): BackupScene {
  const { facts, clock, settings } = subject;
  const key = `${cluster.namespace}/${cluster.name}`;
  const plans = facts
    .of(cnpgScheduledBackup, key)
    .map(fact => readPlan(fact, clock.now));
  const backups = facts
    .of(cnpgBackup, key)
    .map(fact => ({ fact, time: timeOf(fact) }))
    .sort((a, b) => a.time - b.time)
    .map(({ fact }) => fact);
  const configured = sources.filter(({ observation }) =>
    observation.configures(cluster.data),
  );
  const asks = ({ fact }: PlannedBackup, { observation }: ObservedSource) =>
    observation.isAskedBy(fact.data, cluster.data);
  // Of several methods the one that a schedule asks for.
  const source =
    configured.find(one => plans.some(plan => asks(plan, one))) ??
    configured[0];
  const mismatched = plans.filter(
    plan => !configured.some(one => asks(plan, one)),
  );
  const own = source
    ? backups.filter(
        ({ data }) =>
          source.observation.isAskedBy(data, cluster.data) &&
          (!data.clusterUid || !cluster.uid || data.clusterUid === cluster.uid),
      )
    : [];
  const evidence =
    source?.observation.evidence({ cluster, backups: own, facts }) ?? nothing;
  const born = instantOf(cluster.createdAt) ?? -Infinity;
  const proven = own.some(
    ({ data }) => data.phase === 'completed' && data.clusterUid,
  );
  const good = sortClaims(evidence.good, {
    // An older one may be of a former cluster of that name.
    isOurs: ({ at, by }) => at >= born || (by === 'store' && proven),
    isPast: ({ at }) => clock.hasCome(at - settings.clockSkew * 1000),
  });
  const failed = sortClaims([...evidence.failed, ...lastFailure(cluster)], {
    isOurs: ({ at }) => at >= born,
    isPast: ({ at }) => clock.hasCome(at - settings.clockSkew * 1000),
  });
  const lastGood = good.dated.at(-1);
  const ofCluster: BackupScene['ofCluster'] = (field, value) =>
    evidenceOf(cnpgCluster, cluster, field, value);
  const { trouble } = evidence;
  const duration = medianDuration(
    own
      .filter(({ data }) => data.phase === 'completed')
      .map(({ data }) => ({
        start: instantOf(data.startedAt),
        end: instantOf(data.stoppedAt),
      })),
  );
  return {
    ...subject,
    ...beside,
    cluster,
    ...(source && { source }),
    isConfigured: source !== undefined,
    evidence,
    complete: isComplete(facts, source),
    plans,
    mismatched,
    backups,
    open: backups.filter(
      ({ data }) => !['completed', 'failed'].includes(data.phase),
    ),
    lastGood,
    lastFailed: failed.dated.at(-1),
    foreign: good.foreign,
    future: good.future,
    unreadable: good.unreadable,
    duration,
    promise: densestPromise(
      plans
        .filter(
          plan => mismatched.includes(plan) || (source && asks(plan, source)),
        )
        .flatMap(
          plan =>
            judgePromise(plan, clock, {
              since:
                lastGood?.at ??
                Math.max(born, instantOf(plan.fact.createdAt) ?? born, 0),
              first: !lastGood,
              duration,
              graceUnknown: settings.backupGrace,
            }) ?? [],
        ),
    ),
    reports: judgeReports(subject, cluster),
    hibernatedSince: hibernation(cluster.data),
    born: ofCluster('metadata.creationTimestamp', cluster.createdAt),
    emptiness: trouble?.type === 'window-empty' ? trouble.evidence : [],
    ofCluster,
  };
}

/** Whether everything that decides is seen. */
function isComplete(facts: FactView, source?: ObservedSource): boolean {
  const { needs = [], confirmedBy = [] } = source?.observation ?? {};
  return (
    [cnpgBackup, cnpgScheduledBackup, ...needs].every(
      kind => facts.coverage(kind).state === 'synced',
    ) &&
    confirmedBy.every(kind =>
      ['synced', 'omitted'].includes(facts.coverage(kind).state),
    )
  );
}

/**
 * The operator's word about the newest attempt. Its time is the start of the
 * first failure since the last success, not of the last one.
 */
function lastFailure(cluster: Fact<ClusterData>): readonly Claim[] {
  const found = cluster.data.status?.conditions.find(
    ({ type, status, reason }) =>
      type === 'LastBackupSucceeded' &&
      status === 'False' &&
      // The other reason is that one has begun.
      reason === 'LastBackupFailed',
  );
  return claimOf(
    'cluster',
    cnpgCluster,
    cluster,
    'status.conditions[LastBackupSucceeded].lastTransitionTime',
    found?.lastTransitionTime,
  ).map(claim => ({ ...claim, error: found?.message }));
}

function hibernation({
  annotations,
  status,
}: ClusterData): BackupScene['hibernatedSince'] {
  const condition = status?.conditions.find(
    ({ type }) => type === 'cnpg.io/hibernation',
  );
  return annotations.hibernation === 'on' && condition?.status === 'True'
    ? sinceOf(condition.lastTransitionTime)
    : undefined;
}
