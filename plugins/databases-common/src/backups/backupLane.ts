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
import {
  cnpgBackup,
  cnpgCluster,
  cnpgScheduledBackup,
  cronJob,
  event,
  job,
  objectStore,
  pod,
  volumeSnapshot,
} from '../kinds';
import { observation } from '../messages';
import { BackupState, backupStates, Observation } from '../model';
import { assessBackupObject, backupObjectRules } from './assessBackupObject';
import { backupRules } from './backupRules';
import { BackupScene, ObservedSource } from './BackupScene';
import { BackupSource } from './BackupSource';
import { describeBackups } from './describeBackups';
import { gatherBackups } from './gatherBackups';
import { toInstant } from './toInstant';

/**
 * Can it be restored, and to when? Judged by the method that the database is set
 * up for. Nothing but a good backup that is as young as promised is `fresh`.
 *
 * @param sources - the methods that are known; of two that fit the first counts
 * @public
 */
export function backupLane(
  sources: readonly BackupSource[],
): Lane<BackupState> {
  const observed = sources.flatMap(source =>
    source.observation ? [source as ObservedSource] : [],
  );
  const sceneOf = oncePerSubject((subject): BackupScene | undefined => {
    const { namespace, name, engine } = subject.database;
    const cluster = subject.facts
      .of(cnpgCluster, `${namespace}/${name}`)
      .find(fact => fact.name === name && fact.namespace === namespace);
    return engine === 'cnpg' && cluster
      ? gatherBackups(cluster, subject, observed)
      : undefined;
  });
  return {
    id: 'backup',
    states: backupStates,
    rules: [...backupRules, ...backupObjectRules].map(({ id, title }) => ({
      id,
      title,
    })),
    observes: [
      ...new Set([
        cnpgCluster,
        cnpgBackup,
        cnpgScheduledBackup,
        objectStore,
        volumeSnapshot,
        job,
        cronJob,
        pod,
        event,
        ...observed.flatMap(({ observation: { needs, confirmedBy } }) => [
          ...needs,
          ...confirmedBy,
        ]),
      ]),
    ],
    assess(subject) {
      const scene = sceneOf(subject);
      return (
        scene &&
        conclude({
          states: backupStates,
          rules: backupRules,
          subject: scene,
          clock: subject.clock,
          otherwise: () => otherwise(scene),
        })
      );
    },
    describe(subject) {
      const scene = sceneOf(subject);
      return scene?.source ? { backups: describeBackups(scene) } : {};
    },
    remember(subject) {
      const scene = sceneOf(subject);
      return scene?.complete ? remarks(scene) : [];
    },
    assessObject: assessBackupObject,
  };
}

/** What is there when nothing is wrong: `fresh` only with a good backup in hand. */
function otherwise({
  complete,
  lastGood,
  promise,
  settings,
  cluster,
  ofCluster,
}: BackupScene): Observation<BackupState> & { readonly state: BackupState } {
  if (complete && lastGood && (promise || settings.backupObjective)) {
    const params = { at: lastGood.instant, object: lastGood.object };
    const seen = {
      severity: 'info' as const,
      since: lastGood.instant,
      evidence: [lastGood.evidence],
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
  const evidence = [ofCluster('metadata.creationTimestamp', cluster.createdAt)];
  if (complete && promise?.next !== undefined) {
    const awaited = observation(
      'backupLane.awaitingFirst',
      { due: toInstant(promise.next) },
      { severity: 'info', ...sinceOf(cluster.createdAt), evidence },
    );
    return { ...awaited, state: 'running' };
  }
  const undecided = observation(
    'backupLane.undecided',
    {},
    { severity: 'warning', evidence },
  );
  return { ...undecided, state: 'unknown' };
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
