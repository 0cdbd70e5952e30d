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
import { DatabaseSummary } from '@basewell/plugin-databases-common';
import { StaleScope, StateBadge } from '../parts';
import { databaseRouteRef } from '../routes';
import { useSentences, useWords } from '../words';
import styles from './AttentionList.module.css';

/** Each database in its worst lane, with the sentence that says why. */
export function AttentionList(props: {
  readonly items: readonly DatabaseSummary[];
}) {
  const t = useWords();
  const sentence = useSentences();
  const page = useRouteRef(databaseRouteRef);
  return (
    <ul className={styles.list}>
      {props.items.map(({ database, lanes, staleSince, worst }) => {
        const { id, name, environment } = database;
        const verdict = lanes[worst.lane];
        const url = page?.({ id });
        return (
          <li key={id}>
            <div className={styles.head}>
              {url ? <Link href={url}>{name}</Link> : name}
              {environment && <span>{environment}</span>}
              <span>{t(`lane.${worst.lane}`)}</span>
              <StaleScope staleSince={staleSince}>
                <StateBadge lane={worst.lane} state={worst.state} />
              </StaleScope>
            </div>
            {verdict && (
              <p className={styles.sentence}>{sentence(verdict).summary}</p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
