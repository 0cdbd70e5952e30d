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

import { ToggleButton } from '@backstage/ui';
import {
  FleetQuery,
  FleetResponse,
  LaneId,
  backupStates,
  credentialStates,
  deliveryStates,
  healthStates,
  laneIds,
} from '@basewell/plugin-databases-common';
import { useReading } from '../reading';
import { toneOf } from '../parts';
import { useStateWord, useWords } from '../words';
import styles from './StateCounts.module.css';

const states: { readonly [lane in LaneId]: readonly string[] } = {
  health: healthStates,
  credential: credentialStates,
  backup: backupStates,
  delivery: deliveryStates,
};

/** How many databases are in each state, worst first; a press filters by it. */
export function StateCounts(props: {
  readonly counts: FleetResponse['counts'];
  readonly query: FleetQuery;
  readonly onChange: (changes: Partial<FleetQuery>) => void;
}) {
  const { counts, query, onChange } = props;
  const { lastKnownAt } = useReading();
  const t = useWords();
  const word = useStateWord();
  return (
    <div className={styles.lanes}>
      {laneIds.map(lane => {
        const chosen = query[lane] ?? [];
        const choose = (on: boolean, state: string) => {
          const others = chosen.filter(other => other !== state);
          const values = on ? [...others, state] : others;
          onChange({ [lane]: values.length ? values : undefined });
        };
        const shown = states[lane].filter(
          state => counts[lane]?.[state] || chosen.includes(state),
        );
        return (
          shown.length > 0 && (
            <div key={lane} className={styles.lane}>
              <span className={styles.name}>{t(`lane.${lane}`)}</span>
              <div
                className={styles.states}
                role="group"
                aria-label={t('fleet.states', { lane: t(`lane.${lane}`) })}
              >
                {shown.map(state => (
                  <ToggleButton
                    key={state}
                    isSelected={chosen.includes(state)}
                    onChange={on => choose(on, state)}
                    size="small"
                    className={styles.state}
                    data-look={
                      lastKnownAt === undefined ? toneOf(lane, state) : 'past'
                    }
                    iconStart={<span className={styles.dot} aria-hidden />}
                  >
                    {t('fleet.count', {
                      state: word(lane, state),
                      number: String(counts[lane]?.[state] ?? 0),
                    })}
                  </ToggleButton>
                ))}
              </div>
            </div>
          )
        );
      })}
    </div>
  );
}
