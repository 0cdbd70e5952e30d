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

import { Link } from '@backstage/ui';
import { DatabaseSummary } from '@basewell/plugin-databases-common';
import { databaseName, LaneStates, StaleScope } from '../parts';
import { useWords } from '../words';
import { ownerName } from './ownerName';
import styles from './FleetList.module.css';

/** The fleet on a narrow screen. */
export function FleetList(props: {
  readonly items: readonly DatabaseSummary[];
  readonly pageOf: (id: string) => string;
}) {
  const { items, pageOf } = props;
  const t = useWords();
  return (
    <ul className={styles.list} aria-label={t('fleet.title')}>
      {items.map(({ database, owners, lanes, staleSince }) => (
        <li key={database.id} className={styles.item}>
          <Link href={pageOf(database.id)} weight="bold">
            {databaseName(database)}
          </Link>
          <span className={styles.where}>
            {[
              database.environment,
              database.kubernetesCluster,
              database.instance && database.name,
              ...owners.map(({ ref }) => ownerName(ref)),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <StaleScope staleSince={staleSince}>
            <LaneStates lanes={lanes} />
          </StaleScope>
        </li>
      ))}
    </ul>
  );
}
