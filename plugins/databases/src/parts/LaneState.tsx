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

import { LaneId, Verdict } from '@basewell/plugin-databases-common';
import { useWords } from '../words';
import styles from './LaneState.module.css';
import { StateBadge } from './StateBadge';

/** A lane's state in a row; of credentials also where they come from. */
export function LaneState(props: {
  readonly lane: LaneId;
  readonly verdict: Pick<Verdict, 'state' | 'source'>;
}) {
  const { lane, verdict } = props;
  const { source, state } = verdict;
  const t = useWords();
  return (
    <>
      <StateBadge lane={lane} state={state} />
      {source && (
        <span className={styles.source}>
          {' '}
          {t(`credential.source.${source}`)}
        </span>
      )}
    </>
  );
}
