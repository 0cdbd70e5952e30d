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

import { Fields } from '../observation';
import { CharacterBudget } from './CharacterBudget';
import { OperatedCondition } from './OperatedData';
import { shortText } from './shortText';

/** What they may take of the 2 kB, as JSON. */
const ROOM = 480;

/**
 * Conditions of the given types: others are the operator's own affair.
 *
 * @param types - what matters most first
 */
export function readConditions(
  status: Fields,
  types: readonly string[],
): readonly OperatedCondition[] {
  const all = status.list('conditions');
  const found = types.flatMap(type => {
    const condition = all.find(item => item.string('type') === type);
    return condition
      ? [
          {
            type,
            status: shortText(condition.string('status'), 16),
            reason: shortText(condition.string('reason'), 40),
            message: shortText(condition.string('message'), 120),
            lastTransitionTime: shortText(
              condition.string('lastTransitionTime'),
              40,
            ),
          },
        ]
      : [];
  });
  return new CharacterBudget(ROOM).keep(found).kept;
}
