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

import { StateTransition } from '@basewell/plugin-databases-common';
import { useWords } from '../words';
import styles from './HistoryList.module.css';
import { RelativeTime } from './RelativeTime';
import { StateBadge } from './StateBadge';

/** Changes of state, newest first. */
export function HistoryList(props: {
  readonly transitions: readonly StateTransition[];
}) {
  const t = useWords();
  return (
    <ol className={styles.transitions} aria-label={t('history.title')}>
      {props.transitions.map(({ at, lane, from, to, summary }) => (
        <li key={`${at} ${lane} ${to}`} className={styles.transition}>
          <span className={styles.when}>
            <RelativeTime instant={at} />
          </span>
          <span className={styles.change}>
            {t(`lane.${lane}`)}
            {from !== undefined && <StateBadge lane={lane} state={from} />}
            <span aria-hidden>→</span>
            <StateBadge lane={lane} state={to} />
          </span>
          <span>{summary}</span>
        </li>
      ))}
    </ol>
  );
}
