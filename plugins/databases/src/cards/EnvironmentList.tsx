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

import { useRouteRef } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import { DatabaseDetail } from '@basewell/plugin-databases-common';
import { databaseName, StaleScope, StateBadge } from '../parts';
import { databaseRouteRef } from '../routes';
import { useSentences, useWords } from '../words';
import styles from './EnvironmentList.module.css';

/** One line per environment: its worst database, in that one's worst lane. */
export function EnvironmentList(props: {
  /** Worst first. */
  readonly items: readonly DatabaseDetail[];
}) {
  const t = useWords();
  const sentence = useSentences();
  const page = useRouteRef(databaseRouteRef);
  const environments = new Map<string, DatabaseDetail[]>();
  for (const item of props.items) {
    const name = item.database.environment ?? t('card.environment');
    environments.set(name, [...(environments.get(name) ?? []), item]);
  }
  return (
    <ul className={styles.environments}>
      {[...environments].map(([name, items]) => {
        const [{ database, lanes, staleSince, worst }] = items;
        const verdict = lanes[worst.lane];
        const url = page?.({ id: database.id });
        const called = databaseName(database);
        return (
          <li key={name} className={styles.environment}>
            <div className={styles.head}>
              <strong>{name}</strong>
              <StaleScope staleSince={staleSince}>
                <span>{t(`lane.${worst.lane}`)}</span>
                <StateBadge lane={worst.lane} state={worst.state} />
              </StaleScope>
            </div>
            <p className={styles.sentence}>
              {url ? <Link href={url}>{called}</Link> : called}
              {verdict && `: ${sentence(verdict).summary}`}
            </p>
            {items.length > 1 && (
              <p className={styles.sentence}>
                {t('card.count', { number: String(items.length) })}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
