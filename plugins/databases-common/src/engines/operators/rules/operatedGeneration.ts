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
import { isWithin } from '../../isWithin';
import { OperatedRule } from '../OperatedSubject';

export const operatedGeneration: OperatedRule = {
  id: 'operated-generation',
  title: 'Whether an operator has come to the last change that was asked for.',
  check(subject) {
    const { data, isBehind, behindSince, settings, profile } = subject;
    if (!isBehind) {
      return [];
    }
    const isLate =
      behindSince !== undefined &&
      !isWithin(subject, behindSince, settings.transientLimit);
    return [
      observation(
        'operatedGeneration.behind',
        { operator: profile.operator },
        {
          // What it says is about what was asked for before: no proof of today.
          state: isLate ? 'degraded' : 'progressing',
          severity: isLate ? 'warning' : 'info',
          since: behindSince,
          evidence: [
            subject.evidence('metadata.generation', data.generation),
            subject.evidence(
              'status.observedGeneration',
              data.status?.observedGeneration,
            ),
          ],
          ...(isLate && { commands: subject.commands }),
        },
      ),
    ];
  },
};
