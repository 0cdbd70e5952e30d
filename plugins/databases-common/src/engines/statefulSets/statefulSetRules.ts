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

import { statefulAffinity } from './rules/statefulAffinity';
import { statefulAsleep } from './rules/statefulAsleep';
import { statefulClaims } from './rules/statefulClaims';
import { statefulDeletion } from './rules/statefulDeletion';
import { statefulEvents } from './rules/statefulEvents';
import { statefulExamples } from './rules/statefulExamples';
import { statefulGuard } from './rules/statefulGuard';
import { statefulLimits } from './rules/statefulLimits';
import { statefulObserved } from './rules/statefulObserved';
import { statefulPods } from './rules/statefulPods';
import { statefulReady } from './rules/statefulReady';
import { statefulReclaim } from './rules/statefulReclaim';
import { statefulRollout } from './rules/statefulRollout';
import { statefulService } from './rules/statefulService';
import { statefulSetIncomplete } from './rules/statefulSetIncomplete';
import { statefulSingle } from './rules/statefulSingle';
import { statefulStatus } from './rules/statefulStatus';
import { statefulWriter } from './rules/statefulWriter';
import { StatefulSetRule } from './StatefulSetScene';

/** Among findings of the same state the first rule gives the sentence: causes come before effects. */
export const statefulSetRules: readonly StatefulSetRule[] = [
  statefulObserved,
  statefulDeletion,
  statefulAsleep,
  statefulPods,
  statefulClaims,
  statefulReady,
  statefulWriter,
  statefulStatus,
  statefulRollout,
  statefulService,
  statefulGuard,
  statefulReclaim,
  statefulSingle,
  statefulAffinity,
  statefulLimits,
  statefulExamples,
  statefulSetIncomplete,
  statefulEvents,
];
