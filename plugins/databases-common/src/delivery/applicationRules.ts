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

import { AssessmentRule } from '../assessment';
import { DeliveryState } from '../model';
import { DeliverySubject } from './DeliverySubject';
import { applicationConditions } from './rules/applicationConditions';
import { applicationDeleting } from './rules/applicationDeleting';
import { applicationHealth } from './rules/applicationHealth';
import { applicationWatched } from './rules/applicationWatched';
import { automation } from './rules/automation';
import { hookFailed } from './rules/hookFailed';
import { operationFailed } from './rules/operationFailed';
import { operationRunning } from './rules/operationRunning';
import { resourceHealth } from './rules/resourceHealth';
import { resourceRefused } from './rules/resourceRefused';
import { syncStatus } from './rules/syncStatus';

/** What is asked of each Application, what explains most before what it explains. */
export const applicationRules: readonly AssessmentRule<
  DeliverySubject,
  DeliveryState
>[] = [
  applicationDeleting,
  hookFailed,
  resourceRefused,
  applicationConditions,
  operationFailed,
  operationRunning,
  syncStatus,
  applicationWatched,
  applicationHealth,
  automation,
  resourceHealth,
];
