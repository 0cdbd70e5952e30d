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

import { arangoBackup, arangoBackupPolicy } from '../../kinds';
import { evidenceOf } from '../../observation';
import { BackupRoutine, RoutineSource } from '../BackupRoutine';
import { operatorRoutine } from './operatorRoutine';
import { readRoutinePlan } from './readRoutinePlan';
import { readRun } from './readRun';

const title = 'ArangoBackup';

/** Backups of kube-arangodb: those that a policy asks for, and those by hand. */
export const arangoRoutines: RoutineSource = {
  id: 'arango',
  title,
  observes: [arangoBackup, arangoBackupPolicy],
  isBuiltIn: false,
  find({ database: { engine, namespace, name }, facts, clock }) {
    if (engine !== 'arangodb') {
      return [];
    }
    const backups = facts.of(arangoBackup, `${namespace}/${name}`);
    const policies = facts
      .of(arangoBackupPolicy, `namespace:${namespace}`)
      // Whose labels choose, what it has made tells whether it chooses this one.
      .filter(
        policy =>
          !policy.data.isSelective ||
          backups.some(({ data }) => data.schedule === policy.name),
      );
    const asked = policies.map((policy): BackupRoutine => {
      const { schedule, suspended, destination, retention } = policy.data;
      const evidence = evidenceOf(
        arangoBackupPolicy,
        policy,
        'spec.schedule',
        schedule,
      );
      return operatorRoutine(policy, {
        title,
        evidence,
        plan: readRoutinePlan(
          { name: policy.name, schedule, suspended, evidence },
          clock.now,
        ),
        runs: backups
          .filter(({ data }) => data.schedule === policy.name)
          .map(fact => readRun(arangoBackup, fact)),
        destination,
        retention,
      });
    });
    const others = backups.filter(
      ({ data }) => !policies.some(policy => policy.name === data.schedule),
    );
    const newest = others.at(-1);
    return newest
      ? [
          ...asked,
          operatorRoutine(newest, {
            title,
            evidence: evidenceOf(
              arangoBackup,
              newest,
              'status.state',
              newest.data.word,
            ),
            runs: others.map(fact => readRun(arangoBackup, fact)),
            destination: newest.data.destination,
          }),
        ]
      : asked;
  },
};
