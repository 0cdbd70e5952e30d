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

import { instantOf } from '../../assessment';
import {
  PgBackRestRepository,
  PgBackRestRun,
  perconaPgBackup,
  perconaPgCluster,
  PostgresClusterData,
  postgresCluster,
} from '../../kinds';
import { Fact } from '../../model';
import { evidenceOf, ObservedKind } from '../../observation';
import {
  BackupRoutine,
  BackupRun,
  RoutineSource,
  RoutineSubject,
} from '../BackupRoutine';
import { operatorRoutine } from './operatorRoutine';
import { readRoutinePlan } from './readRoutinePlan';
import { readRun } from './readRun';

/** What pgBackRest does for Crunchy's operator, by the status of its cluster. */
export const crunchyRoutines: RoutineSource = {
  id: 'crunchy',
  title: 'pgBackRest',
  observes: [postgresCluster],
  isBuiltIn: false,
  find(subject) {
    const cluster = anchorOf(postgresCluster, 'crunchy', subject);
    const { scheduled = [], manual } = cluster?.data.pgBackRest ?? {};
    const byHand = cluster && manual && ofRun(cluster, manual);
    return routinesOf(postgresCluster, cluster, subject, (fact, repo, type) => [
      ...scheduled
        .filter(run => run.repository === repo.name && run.type === type)
        .map(run => ofRun(fact, run)),
      ...(byHand && manual.repository === repo.name ? [byHand] : []),
    ]);
  },
};

/** The same for Percona's, which makes an object of each backup. */
export const perconaRoutines: RoutineSource = {
  id: 'percona',
  title: 'pgBackRest',
  observes: [perconaPgCluster, perconaPgBackup],
  isBuiltIn: false,
  find(subject) {
    const { namespace, name } = subject.database;
    const cluster = anchorOf(perconaPgCluster, 'percona', subject);
    const runs = subject.facts
      .of(perconaPgBackup, `${namespace}/${name}`)
      .map(fact => readRun(perconaPgBackup, fact));
    return routinesOf(perconaPgCluster, cluster, subject, () => runs);
  },
};

function anchorOf(
  kind: ObservedKind<PostgresClusterData>,
  engine: string,
  { facts, database }: RoutineSubject,
): Fact<PostgresClusterData> | undefined {
  const { namespace, name } = database;
  return database.engine === engine
    ? facts.of(kind, `${namespace}/${name}`)[0]
    : undefined;
}

const types = [
  ['full', 'full'],
  ['differential', 'diff'],
  ['incremental', 'incr'],
] as const;

/** One for each schedule of each repository; one without any when there is none. */
function routinesOf(
  kind: ObservedKind<PostgresClusterData>,
  cluster: Fact<PostgresClusterData> | undefined,
  { clock }: RoutineSubject,
  runsOf: (
    fact: Fact<PostgresClusterData>,
    repository: PgBackRestRepository,
    type: string,
  ) => readonly BackupRun[],
): readonly BackupRoutine[] {
  return (cluster?.data.pgBackRest?.repositories ?? []).flatMap(repository => {
    const fact = cluster!;
    const { name, on, schedules, retention, retentionType } = repository;
    const base = `spec.backups.pgbackrest.repos[${name}]`;
    const common = {
      title: 'pgBackRest',
      destination: `${name} (${on ?? '?'})`,
      // Both operators name the volume so.
      ...(on === 'volume' && {
        place: { type: 'claim' as const, name: `${fact.name}-${name}` },
      }),
      ...(retention && {
        retention: retentionType === 'time' ? `${retention}d` : retention,
      }),
    };
    const planned = types.flatMap(([field, type]): readonly BackupRoutine[] => {
      const schedule = schedules[field];
      if (!schedule) {
        return [];
      }
      const evidence = evidenceOf(
        kind,
        fact,
        `${base}.schedules.${field}`,
        schedule,
      );
      return [
        operatorRoutine(fact, {
          ...common,
          evidence,
          plan: readRoutinePlan(
            {
              name: `${fact.name} ${name} ${type}`,
              schedule,
              suspended: false,
              evidence,
            },
            clock.now,
          ),
          runs: runsOf(fact, repository, type),
        }),
      ];
    });
    const runs = runsOf(fact, repository, 'full');
    return planned.length
      ? planned
      : [
          operatorRoutine(fact, {
            ...common,
            evidence: evidenceOf(kind, fact, `${base}.schedules`),
            runs,
          }),
        ];
  });
}

/** A completion is written only when it succeeded. */
function ofRun(
  fact: Fact<PostgresClusterData>,
  { startedAt, completedAt, active = 0, failed = 0, type }: PgBackRestRun,
): BackupRun {
  const start = instantOf(startedAt);
  const end = instantOf(completedAt);
  return {
    name: `${type ?? 'manual'} ${startedAt ?? ''}`.trim(),
    evidence: evidenceOf(
      postgresCluster,
      fact,
      'status.pgbackrest.scheduledBackups[].completionTime',
      completedAt,
    ),
    at: end ?? start ?? 0,
    ...(start !== undefined && { startedAt: start }),
    ...(end !== undefined && { endedAt: end }),
    outcome: outcomeOf(end, active, failed),
    content: 'proven',
  };
}

function outcomeOf(
  end: number | undefined,
  active: number,
  failed: number,
): BackupRun['outcome'] {
  if (end !== undefined) {
    return 'completed';
  }
  if (active > 0) {
    return 'running';
  }
  return failed > 0 ? 'failed' : 'waiting';
}
