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

import { instantOf, sinceOf } from '../../assessment';
import { BackupData, cnpgBackup } from '../../kinds';
import { observation } from '../../messages';
import { BackupState, Severity } from '../../model';
import { evidenceOf } from '../../observation';
import { judgeAge } from './judgeAge';
import { ObjectRule, ObjectSubject } from './ObjectSubject';

/** A Backup by itself: how it ended, and what became of the promise since. */
export const backupObject: ObjectRule<BackupData> = {
  id: 'backup-object',
  title: 'How a Backup ended.',
  check(subject) {
    const { fact } = subject;
    const { phase, stoppedAt, startedAt, error } = fact.data;
    const at = stoppedAt ?? startedAt ?? fact.createdAt;
    const state = stateOf(subject);
    const seen = {
      state,
      severity: severityOf(state),
      ...sinceOf(at),
      evidence: [evidenceOf(cnpgBackup, fact, 'status.phase', phase)],
    };
    const params = { object: `Backup ${fact.namespace}/${fact.name}` };
    if (error && phase !== 'completed') {
      const told = { ...params, phase: phase || '""', error };
      return [observation('backupObject.error', told, seen)];
    }
    if (phase === '') {
      return [observation('backupObject.unseen', params, seen)];
    }
    if (at === undefined) {
      const told = { ...params, phase };
      return [observation('backupObject.phaseUndated', told, seen)];
    }
    return [
      phase === 'completed'
        ? observation('backupObject.completed', { ...params, at }, seen)
        : observation('backupObject.phase', { ...params, phase, at }, seen),
    ];
  },
};

function stateOf(subject: ObjectSubject<BackupData>): BackupState {
  const { fact, clock, settings } = subject;
  const { phase, cluster, stoppedAt, startedAt } = fact.data;
  const limit = settings.backupStuck * 1000;
  const isOld = (text: string | undefined) => {
    const instant = instantOf(text);
    return instant !== undefined && clock.hasCome(instant + limit);
  };
  switch (phase) {
    case 'completed':
      return judgeAge(stoppedAt, `${fact.namespace}/${cluster}`, subject);
    case 'failed':
      return 'failing';
    case 'walArchivingFailing':
    case 'invalid backup definition':
      return 'blocked';
    case '':
    case 'pending':
      return isOld(fact.createdAt) ? 'blocked' : 'running';
    case 'started':
    case 'running':
    case 'finalizing':
      return isOld(startedAt ?? fact.createdAt) ? 'stuck' : 'running';
    default:
      return 'unknown';
  }
}

function severityOf(state: BackupState): Severity {
  if (['failing', 'blocked', 'stuck'].includes(state)) {
    return 'error';
  }
  return ['stale', 'late', 'unknown'].includes(state) ? 'warning' : 'info';
}
