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
  BackupRunData,
  BackupScheduleData,
  k8upBackup,
  k8upSchedule,
  veleroBackup,
  veleroSchedule,
} from '../../kinds';
import { Fact } from '../../model';
import { evidenceOf, ObservedKind } from '../../observation';
import { BackupRoutine, RoutineSource, RoutineSubject } from '../BackupRoutine';
import { operatorRoutine } from './operatorRoutine';
import { readRoutinePlan } from './readRoutinePlan';
import { readRun } from './readRun';

/** Volumes of the namespace, whatever is in them. */
export const k8upRoutines: RoutineSource = ofNamespaces(
  'k8up',
  'k8up',
  k8upSchedule,
  k8upBackup,
);

/** Objects and volumes of whole namespaces, whatever is in them. */
export const veleroRoutines: RoutineSource = ofNamespaces(
  'velero',
  'Velero',
  veleroSchedule,
  veleroBackup,
);

function ofNamespaces(
  id: string,
  title: string,
  schedules: ObservedKind<BackupScheduleData>,
  backups: ObservedKind<BackupRunData>,
): RoutineSource {
  return {
    id,
    title,
    observes: [schedules, backups],
    isBuiltIn: false,
    find(subject) {
      const made = taking(backups, subject);
      return taking(schedules, subject)
        .filter(({ data }) => !data.isSelective)
        .map((fact): BackupRoutine => {
          const { schedule, suspended, destination, retention } = fact.data;
          const evidence = evidenceOf(
            schedules,
            fact,
            'spec.schedule',
            schedule,
          );
          const { name } = fact;
          return operatorRoutine(fact, {
            title,
            evidence,
            plan: readRoutinePlan(
              { name, schedule, suspended, evidence },
              subject.clock.now,
            ),
            runs: made
              .filter(({ data }) => data.schedule === name)
              .map(run => readRun(backups, run)),
            destination,
            retention,
          });
        });
    },
  };
}

/** Those that take the namespace of a database. */
function taking<Data>(
  kind: ObservedKind<Data>,
  { facts, database }: RoutineSubject,
): readonly Fact<Data>[] {
  return [`namespace:${database.namespace}`, 'namespace:*'].flatMap(key =>
    facts.of(kind, key),
  );
}
