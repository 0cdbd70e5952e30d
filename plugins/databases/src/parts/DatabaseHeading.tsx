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

import {
  DatabaseDetail,
  DatabaseSummary,
} from '@basewell/plugin-databases-common';
import { useTimes, useWords } from '../words';
import styles from './DatabaseHeading.module.css';
import { databaseName } from './databaseName';
import { engineName } from './engineName';
import { LaneStates } from './LaneStates';

/** Which database it is, and how it is, on a line or two. */
export function DatabaseHeading(props: {
  readonly item: DatabaseSummary | DatabaseDetail;
}) {
  const { database, lanes, staleSince } = props.item;
  const { name, environment, instance, kubernetesCluster, namespace } =
    database;
  const t = useWords();
  const times = useTimes();
  return (
    <span className={styles.heading}>
      <span className={styles.what}>
        <span className={styles.first}>
          <span className={styles.name}>{databaseName(database)}</span>{' '}
          {environment && (
            <span className={styles.environment}>{environment}</span>
          )}
        </span>{' '}
        <span className={styles.where}>
          {engineName(props.item)} · {kubernetesCluster} / {namespace}
          {instance && ` / ${name}`}
        </span>{' '}
        {staleSince && (
          <span className={styles.where}>
            {t('database.staleSince', { at: times.absolute(staleSince) })}{' '}
          </span>
        )}
      </span>
      <LaneStates lanes={lanes} />
    </span>
  );
}
