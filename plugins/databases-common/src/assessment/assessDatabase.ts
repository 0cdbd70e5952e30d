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

import { DatabaseDescription } from '../model';
import { AssessmentSubject } from './AssessmentSubject';
import { DatabaseVerdicts } from './DatabaseVerdicts';
import { Lane } from './Lane';

/**
 * Asks all lanes about one database.
 *
 * @public
 */
export function assessDatabase(
  lanes: readonly Lane[],
  subject: AssessmentSubject,
): DatabaseVerdicts {
  return Object.fromEntries(
    lanes.flatMap(lane => {
      const verdict = lane.assess(subject);
      return verdict ? [[lane.id, verdict]] : [];
    }),
  );
}

/**
 * What all lanes know of it, without judging.
 *
 * @public
 */
export function describeDatabase(
  lanes: readonly Lane[],
  subject: AssessmentSubject,
): DatabaseDescription {
  const parts = lanes.map(lane => lane.describe?.(subject) ?? {});
  return {
    ...Object.assign({}, ...parts),
    quotes: parts.flatMap(({ quotes = [] }) => quotes),
  };
}
