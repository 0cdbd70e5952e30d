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

import { sgBackup, sgCluster } from '../../kinds';
import { evidenceOf } from '../../observation';
import { RoutineSource } from '../BackupRoutine';
import { operatorRoutine } from './operatorRoutine';
import { readRoutinePlan } from './readRoutinePlan';
import { readRun } from './readRun';

/** Backups of StackGres: what the cluster is declared with, and what came of it. */
export const stackGresRoutines: RoutineSource = {
  id: 'stackgres',
  title: 'SGBackup',
  observes: [sgCluster, sgBackup],
  isBuiltIn: false,
  find({ database: { engine, namespace, name }, facts, clock }) {
    const key = `${namespace}/${name}`;
    const cluster =
      engine === 'stackgres' ? facts.of(sgCluster, key)[0] : undefined;
    if (!cluster) {
      return [];
    }
    const runs = facts.of(sgBackup, key).map(fact => readRun(sgBackup, fact));
    const { backups = [] } = cluster.data;
    const declared = backups.map(({ schedule, keep, to }) => {
      const evidence = evidenceOf(
        sgCluster,
        cluster,
        'spec.configurations.backups[].cronSchedule',
        schedule,
      );
      return operatorRoutine(cluster, {
        title: 'SGBackup',
        evidence,
        ...(schedule && {
          plan: readRoutinePlan(
            { name: cluster.name, schedule, suspended: false, evidence },
            clock.now,
          ),
        }),
        runs,
        ...(to && { destination: `SGObjectStorage ${to}` }),
        ...(keep !== undefined && { retention: String(keep) }),
      });
    });
    // By hand they can be made without any declaration.
    return declared.length || !runs.length
      ? declared
      : [
          operatorRoutine(cluster, {
            title: 'SGBackup',
            evidence: evidenceOf(
              sgCluster,
              cluster,
              'spec.configurations.backups',
            ),
            runs,
          }),
        ];
  },
};
