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

import { BackupDescription } from '@basewell/plugin-databases-common';
import { useScheduleMeaning, useTimes, useWords } from '../words';
import { BackupStrip } from './BackupStrip';
import styles from './BackupFacts.module.css';
import { Facts } from './Facts';
import { RecoveryWindow } from './RecoveryWindow';
import { RelativeTime } from './RelativeTime';

/** What is known of the backups, whatever the verdict. */
export function BackupFacts(props: { readonly backups: BackupDescription }) {
  const { backups } = props;
  const { attempts, lastGood, lastProvenRestore: proven, schedules } = backups;
  const t = useWords();
  const times = useTimes();
  const meaningOf = useScheduleMeaning();
  const newestFailed = attempts.findLast(({ outcome }) => outcome === 'failed');
  return (
    <>
      {attempts.length > 0 && (
        <div>
          <span className={styles.name}>{t('backup.attempts')}</span>
          <BackupStrip attempts={attempts} />
          {newestFailed?.error && (
            <p className={styles.error}>
              {t('backup.failedAttempt', {
                name: newestFailed.name,
                ago: times.ago(newestFailed.at),
              })}
              : <q>{newestFailed.error}</q>
            </p>
          )}
        </div>
      )}
      <Facts
        facts={[
          {
            name: t('backup.lastGood'),
            value: lastGood ? (
              <>
                <RelativeTime instant={lastGood.at} />
                <span className={styles.how}>
                  {t('backup.lastGoodKnown', { object: lastGood.object })}
                </span>
              </>
            ) : (
              t('backup.lastGoodNone')
            ),
          },
          {
            name: t('backup.nextDue'),
            value: backups.nextDue && (
              <RelativeTime instant={backups.nextDue} />
            ),
          },
          {
            name: t('backup.schedule'),
            value: schedules.length
              ? schedules.map(schedule => (
                  <span key={schedule.name} className={styles.schedule}>
                    <span>
                      {meaningOf(schedule)}{' '}
                      {schedule.suspended &&
                        `(${t('backup.scheduleSuspended')})`}
                    </span>
                    <code className={styles.how}>{schedule.expression}</code>
                  </span>
                ))
              : undefined,
          },
          {
            name: t('backup.window'),
            value: backups.recoveryWindow && (
              <RecoveryWindow {...backups.recoveryWindow} />
            ),
          },
          { name: t('backup.retention'), value: backups.retention },
          {
            name: t('backup.method'),
            value: (
              <>
                {backups.method}
                <span className={styles.how}>{backups.destination}</span>
              </>
            ),
          },
          {
            name: t('backup.proven'),
            value: proven ? (
              <>
                <RelativeTime instant={proven.at} />
                <span className={styles.how}>
                  {t(`backup.provenHow.${proven.how}`, {
                    object: proven.object,
                  })}
                </span>
              </>
            ) : (
              t('backup.provenNone')
            ),
          },
        ]}
      />
    </>
  );
}
