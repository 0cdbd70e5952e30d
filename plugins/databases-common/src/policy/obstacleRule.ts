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

import { PolicyRule, PolicyStage, Violation } from '../model';
import { fromObstacles } from './fromObstacles';

/**
 * A rule about something that only the planner can see while it plans. Such a
 * rule cannot be waived: what it finds makes a pull request that cannot be
 * merged.
 */
export function obstacleRule(options: {
  readonly id: string;
  readonly title: string;
  readonly stages: readonly PolicyStage[];
  /** Why the standard example passes. */
  readonly good: string;
  readonly bad: { readonly reason: string; readonly violation: Violation };
}): PolicyRule {
  const { id, title, stages, good, bad } = options;
  return {
    id,
    title,
    severity: 'error',
    stages,
    waivable: false,
    examples: {
      good: { reason: good, subject: standard => standard },
      bad: {
        reason: bad.reason,
        subject: standard => ({
          ...standard,
          obstacles: [{ rule: id, ...bad.violation }],
        }),
      },
    },
    check: subject => fromObstacles(id, subject),
  };
}
