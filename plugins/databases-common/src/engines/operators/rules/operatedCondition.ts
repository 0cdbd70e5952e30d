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

import { observation } from '../../../messages';
import { OperatedObservation, OperatedRule } from '../OperatedSubject';

export const operatedCondition: OperatedRule = {
  id: 'operated-condition',
  title: 'What the conditions say that an operator writes.',
  check({ profile, data, stop, evidence, commands }) {
    const conditions = data.status?.conditions ?? [];
    return stop === 'off'
      ? profile.conditions.flatMap(({ type, when, state, severity }) =>
          conditions
            .filter(other => other.type === type && other.status === when)
            .map((condition): OperatedObservation => {
              const { reason, message, lastTransitionTime } = condition;
              return observation(
                'operatedCondition.says',
                {
                  operator: profile.operator,
                  condition: `${type}=${when}`,
                  text: message || reason || '—',
                },
                {
                  ...(state && { state }),
                  severity,
                  ...(lastTransitionTime && { since: lastTransitionTime }),
                  evidence: [
                    evidence(
                      `status.conditions[${type}]`,
                      [when, reason, message].filter(Boolean).join(' '),
                    ),
                  ],
                  ...(state && { commands }),
                },
              );
            }),
        )
      : [];
  },
};
