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
  LaneFinding,
  LaneId,
  LaneState,
} from '@basewell/plugin-databases-common';
import { Judgement } from '../store/Judgement';

/** What an owner is woken for. */
export interface Alarm {
  readonly lane: LaneId;
  readonly state: LaneState;
  readonly summary: string;
  readonly remedy: string;
  readonly rule?: string;
}

const alarming: readonly {
  readonly lane: LaneId;
  readonly states: readonly LaneState[];
}[] = [
  { lane: 'health', states: ['failed'] },
  {
    lane: 'backup',
    states: ['failing', 'blocked', 'stuck', 'never', 'stale'],
  },
];

/**
 * The alarm of a database, `'none'` when it is well, and `undefined` when
 * nobody can tell: then what was said last still is the best there is.
 */
export function alarmOf({
  verdicts,
  complete,
}: Judgement): Alarm | 'none' | undefined {
  if (!complete) {
    return undefined;
  }
  for (const { lane, states } of alarming) {
    const verdict = verdicts[lane];
    if (verdict && states.includes(verdict.state)) {
      const deciding: LaneFinding | undefined = verdict.findings[0];
      return {
        lane,
        state: verdict.state,
        summary: verdict.summary,
        remedy: deciding?.remedy ?? '',
        ...(deciding && { rule: deciding.rule }),
      };
    }
  }
  const untold = alarming.some(
    ({ lane }) => verdicts[lane]?.state === 'unknown',
  );
  return untold ? undefined : 'none';
}
