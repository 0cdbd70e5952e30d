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

export { assessDatabase, describeDatabase } from './assessDatabase';
export { AssessmentClock } from './AssessmentClock';
export {
  type AssessmentConfig,
  parseAssessmentConfig,
} from './AssessmentConfig';
export { type AssessmentRule } from './AssessmentRule';
export { type AssessmentSubject } from './AssessmentSubject';
export { coverageGap } from './coverageGap';
export {
  type Attention,
  attentionLevels,
  attentionOf,
  needsAttention,
  worstLane,
} from './attention';
export { bridgeGaps } from './bridgeGaps';
export {
  awaitFirstSync,
  castDoubt,
  couldNotJudge,
  notSeenSince,
} from './castDoubt';
export { conclude } from './conclude';
export { type DatabaseVerdicts } from './DatabaseVerdicts';
export { defaultAssessmentSettings } from './defaultSettings';
export { instantOf } from './instantOf';
export { type Lane, type ObjectVerdict } from './Lane';
export { type Memory, type Remark, type Remembered } from './Memory';
export { oncePerSubject } from './oncePerSubject';
export { parseDuration } from './parseDuration';
export {
  ASSESSMENT_ANNOTATION_PREFIX,
  resolveSettings,
} from './resolveSettings';
export { sinceOf } from './sinceOf';
