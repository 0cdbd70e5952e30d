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

import { LaneId } from '@basewell/plugin-databases-common';
import {
  RiAlertFill,
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiHistoryLine,
  RiLoader4Line,
  RiPauseCircleFill,
  RiQuestionFill,
} from '@remixicon/react';
import { useReading } from '../reading';
import { useStateWord, useWords } from '../words';
import { Spoken } from './Spoken';
import styles from './StateBadge.module.css';
import { toneOf } from './toneOf';

const icons = {
  good: RiCheckboxCircleFill,
  moving: RiLoader4Line,
  quiet: RiPauseCircleFill,
  unknown: RiQuestionFill,
  warning: RiAlertFill,
  bad: RiCloseCircleFill,
  past: RiHistoryLine,
};

/**
 * A state in a word, a shape and a color. What is only last known has the same
 * neutral look in every state.
 */
export function StateBadge(props: {
  readonly lane: LaneId;
  readonly state: string;
}) {
  const { lane, state } = props;
  const { lastKnownAt } = useReading();
  const t = useWords();
  const word = useStateWord();
  const look = lastKnownAt === undefined ? toneOf(lane, state) : 'past';
  const Icon = icons[look];
  return (
    <span className={styles.badge} data-look={look}>
      <Icon aria-hidden size={16} />
      {word(lane, state)}
      {look === 'past' && <Spoken> ({t('state.lastKnown')})</Spoken>}
    </span>
  );
}
