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
  DatabaseSummary,
  DatabaseDetail,
  laneIds,
} from '@basewell/plugin-databases-common';
import { useWords } from '../words';
import { LaneState } from './LaneState';
import styles from './LaneStates.module.css';

/**
 * The verdicts side by side, in the order of the page. A lane that is not judged
 * keeps its place.
 */
export function LaneStates(props: {
  readonly lanes: DatabaseSummary['lanes'] | DatabaseDetail['lanes'];
}) {
  const t = useWords();
  return (
    <span className={styles.lanes}>
      {laneIds.map(lane => {
        const verdict = props.lanes[lane];
        return (
          <span key={lane} className={styles.lane}>
            <span className={styles.name}>{t(`lane.${lane}`)} </span>
            {verdict ? (
              <LaneState lane={lane} verdict={verdict} />
            ) : (
              <span className={styles.absent}>{t('lane.absent')} </span>
            )}{' '}
          </span>
        );
      })}
    </span>
  );
}
