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

import { conclude, Lane, oncePerSubject, Remark, sinceOf } from '../assessment';
import { Engine } from '../engines';
import {
  cnpgBackup,
  cnpgCluster,
  cnpgScheduledBackup,
  event,
  metricSample,
  objectStore,
  pod,
  statefulSet,
  volumeSnapshot,
} from '../kinds';
import { observation } from '../messages';
import { BackupState, backupStates, Observation } from '../model';
import { assessBackupObject, backupObjectRules } from './assessBackupObject';
import { BackupCourse } from './BackupCourse';
import { backupRules } from './backupRules';
import { BackupScene, ObservedSource } from './BackupScene';
import { BackupSource } from './BackupSource';
import { describeBackups } from './describeBackups';
import { describeRoutines } from './describeRoutines';
import { gatherBackups } from './gatherBackups';
import { gatherRoutines } from './gatherRoutines';
import { routineRules } from './routineRules';
import { RoutineScene } from './RoutineScene';
import { routineSources } from './routineSources';
import { toInstant } from './toInstant';

/** What CloudNativePG makes itself, or what somebody else makes of any database. */
type Scene =
  | { readonly by: 'operator'; readonly scene: BackupScene }
  | { readonly by: 'routine'; readonly scene: RoutineScene };

/**
 * Can it be restored, and to when? Judged by the method that the database is set
 * up for. Nothing but a good backup that is as young as promised is `fresh`.
 *
 * @param sources - the methods that are known; of two that fit the first counts
 * @param engines - know under which addresses jobs reach a database
 * @public
 */
export function backupLane(
  sources: readonly BackupSource[],
  engines: readonly Engine[] = [],
): Lane<BackupState> {
  const observed = sources.flatMap(source =>
    source.observation ? [source as ObservedSource] : [],
  );
  const sceneOf = oncePerSubject((subject): Scene | undefined => {
    const { namespace, name, engine } = subject.database;
    const addresses =
      engines
        .find(({ id }) => id === engine)
        ?.observation?.addresses?.(subject) ?? [];
    const routines = gatherRoutines(subject, [
      ...new Set([...addresses, `${name}.${namespace}`]),
    ]);
    const cluster = subject.facts
      .of(cnpgCluster, `${namespace}/${name}`)
      .find(fact => fact.name === name && fact.namespace === namespace);
    if (engine !== 'cnpg') {
      return { by: 'routine', scene: routines };
    }
    if (!cluster) {
      return undefined;
    }
    const { courses, copies } = routines;
    const beside = [
      ...courses.flatMap(course => course.routines),
      ...routines.beside,
    ];
    const scene = gatherBackups(cluster, subject, { beside, copies }, observed);
    // Where it is set up for nothing of its own, what others make decides.
    return scene.source || scene.plans.length || !courses.length
      ? { by: 'operator', scene }
      : { by: 'routine', scene: routines };
  });
  return {
    id: 'backup',
    states: backupStates,
    rules: [
      ...new Map(
        [...backupRules, ...routineRules, ...backupObjectRules].map(
          ({ id, title }) => [id, { id, title }],
        ),
      ).values(),
    ],
    observes: [
      ...new Set([
        cnpgCluster,
        cnpgBackup,
        cnpgScheduledBackup,
        objectStore,
        volumeSnapshot,
        pod,
        event,
        statefulSet,
        metricSample,
        ...routineSources.flatMap(({ observes }) => observes),
        ...observed.flatMap(({ observation: { needs, confirmedBy } }) => [
          ...needs,
          ...confirmedBy,
        ]),
      ]),
    ],
    assess(subject) {
      const found = sceneOf(subject);
      const common = { states: backupStates, clock: subject.clock };
      switch (found?.by) {
        case 'operator':
          return conclude({
            ...common,
            rules: backupRules,
            subject: found.scene,
            otherwise: () => otherwise(found.scene),
          });
        case 'routine':
          return conclude({
            ...common,
            rules: routineRules,
            subject: found.scene,
            otherwise: () => worstOf(found.scene),
          });
        default:
          return undefined;
      }
    },
    describe(subject) {
      const found = sceneOf(subject);
      if (!found?.scene.source) {
        return {};
      }
      return {
        backups:
          found.by === 'operator'
            ? describeBackups(found.scene)
            : describeRoutines(found.scene),
      };
    },
    remember(subject) {
      const found = sceneOf(subject);
      if (!found?.scene.complete) {
        return [];
      }
      return found.by === 'operator'
        ? remarks(found.scene)
        : dumpRemarks(found.scene);
    },
    assessObject: assessBackupObject,
  };
}

type Otherwise = Observation<BackupState> & { readonly state: BackupState };

/** What is there when nothing is wrong: `fresh` only with a good backup in hand. */
function otherwise({
  complete,
  lastGood,
  proof,
  promise,
  settings,
  born,
}: BackupCourse): Otherwise {
  if (complete && lastGood && (promise || settings.backupObjective)) {
    const params = { at: lastGood.instant, object: lastGood.object };
    const seen = {
      severity: 'info' as const,
      since: lastGood.instant,
      evidence: [lastGood.evidence, ...(proof ? [proof] : [])],
    };
    const fresh =
      promise?.next === undefined
        ? observation('backupLane.freshByObjective', params, seen)
        : observation(
            'backupLane.fresh',
            { ...params, due: toInstant(promise.next) },
            seen,
          );
    return { ...fresh, state: 'fresh' };
  }
  if (complete && promise?.next !== undefined) {
    const awaited = observation(
      'backupLane.awaitingFirst',
      { due: toInstant(promise.next) },
      { severity: 'info', ...sinceOf(born.value), evidence: [born] },
    );
    return { ...awaited, state: 'running' };
  }
  return undecided(born);
}

/** Of databases that are backed up each by itself, the one that is worst off. */
function worstOf({ courses, born }: RoutineScene): Otherwise {
  const [worst] = courses
    .map(otherwise)
    .sort(
      (a, b) => backupStates.indexOf(a.state) - backupStates.indexOf(b.state),
    );
  return worst ?? undecided(born);
}

function undecided(born: BackupCourse['born']): Otherwise {
  const seen = { severity: 'warning' as const, evidence: [born] };
  return {
    ...observation('backupLane.undecided', {}, seen),
    state: 'unknown',
  };
}

/** A store that is emptied forgets; what it held once is ours to keep. */
function remarks({ evidence, lastGood }: BackupScene): readonly Remark[] {
  return [
    ...(evidence.place ? [{ key: 'destination', value: evidence.place }] : []),
    ...(lastGood ? [{ key: 'lastGood', value: lastGood.instant }] : []),
    ...(evidence.windowStart?.text
      ? [{ key: 'window', value: evidence.windowStart.text }]
      : []),
  ];
}

/** A CronJob that is made anew forgets as well. */
function dumpRemarks({ courses }: RoutineScene): readonly Remark[] {
  const [newest] = courses
    .flatMap(({ lastGood }) => lastGood ?? [])
    .sort((a, b) => b.at - a.at);
  return newest ? [{ key: 'lastDump', value: newest.instant }] : [];
}
