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

import { BackupData, cnpgBackup } from '../kinds';
import { Fact } from '../model';
import { evidenceOf, ObservedKind } from '../observation';
import { Claim } from './BackupObservation';

/** What a field of an object claims; nothing when the field is absent. */
export function claimOf(
  by: Claim['by'],
  kind: ObservedKind,
  fact: Fact,
  field: string,
  text: string | undefined,
): readonly Claim[] {
  const evidence = evidenceOf(kind, fact, field, text);
  return text === undefined
    ? []
    : [{ text, by, object: evidence.object, evidence }];
}

/** What the finished Backups of a method claim. */
export function backupClaims(
  backups: readonly Fact<BackupData>[],
  phase: 'completed' | 'failed',
): readonly Claim[] {
  return backups
    .filter(({ data }) => data.phase === phase)
    .map(fact => {
      const { stoppedAt, startedAt, error } = fact.data;
      const failure = phase === 'failed';
      const evidence = evidenceOf(cnpgBackup, fact, 'status.phase', phase);
      return {
        // A failed one may not have begun; a completed one has an end.
        text: failure ? (stoppedAt ?? startedAt ?? fact.createdAt) : stoppedAt,
        by: 'backup' as const,
        object: evidence.object,
        evidence,
        ...(failure && error && { error }),
      };
    });
}
