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

import { BackupAttempt } from '@basewell/plugin-databases-common';
import {
  RiCheckLine,
  RiCloseLine,
  RiLoader4Line,
  RiQuestionMark,
  RiTimeLine,
} from '@remixicon/react';
import { useReading } from '../reading';
import { useTimes, useWords } from '../words';
import styles from './BackupStrip.module.css';
import { Spoken } from './Spoken';

const icons = {
  completed: RiCheckLine,
  failed: RiCloseLine,
  running: RiLoader4Line,
  waiting: RiTimeLine,
  unknown: RiQuestionMark,
};

/** The newest attempts side by side, oldest first, each with its words. */
export function BackupStrip(props: {
  readonly attempts: readonly BackupAttempt[];
}) {
  const t = useWords();
  const times = useTimes();
  const { lastKnownAt } = useReading();
  return (
    <ol className={styles.strip} aria-label={t('backup.attempts')}>
      {props.attempts.map(attempt => {
        const { name, at, outcome } = attempt;
        const Icon = icons[outcome];
        const said = wordsOf(attempt);
        return (
          <li
            key={`${name} ${at}`}
            className={styles.attempt}
            data-look={lastKnownAt === undefined ? outcome : 'past'}
            title={`${name}\n${said}`}
          >
            <Icon aria-hidden size={14} />
            <Spoken>{said}</Spoken>
          </li>
        );
      })}
    </ol>
  );

  function wordsOf({ at, outcome, seconds }: BackupAttempt): string {
    const words = {
      at: times.absolute(at),
      outcome: t(`backup.outcome.${outcome}`),
    };
    return seconds === undefined
      ? t('backup.attempt', words)
      : t('backup.attemptTook', { ...words, duration: times.seconds(seconds) });
  }
}
