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

import { OperatedRule } from './OperatedSubject';
import { operatedCondition } from './rules/operatedCondition';
import { operatedDeletion } from './rules/operatedDeletion';
import { operatedEvents } from './rules/operatedEvents';
import { operatedGeneration } from './rules/operatedGeneration';
import { operatedGroup } from './rules/operatedGroup';
import { operatedGuard } from './rules/operatedGuard';
import { operatedInstances } from './rules/operatedInstances';
import { operatedLimits } from './rules/operatedLimits';
import { operatedObserved } from './rules/operatedObserved';
import { operatedOpen } from './rules/operatedOpen';
import { operatedPaused } from './rules/operatedPaused';
import { operatedPods } from './rules/operatedPods';
import { operatedPooler } from './rules/operatedPooler';
import { operatedPrimary } from './rules/operatedPrimary';
import { operatedSingle } from './rules/operatedSingle';
import { operatedStop } from './rules/operatedStop';
import { operatedWord } from './rules/operatedWord';
import { operatedWriter } from './rules/operatedWriter';

/** Among findings of the same state the first rule gives the sentence: causes come before effects. */
export const operatedRules: readonly OperatedRule[] = [
  operatedObserved,
  operatedDeletion,
  operatedStop,
  operatedPaused,
  operatedPods,
  operatedWord,
  operatedInstances,
  operatedGroup,
  operatedPrimary,
  operatedWriter,
  operatedCondition,
  operatedPooler,
  operatedGeneration,
  operatedOpen,
  operatedGuard,
  operatedSingle,
  operatedEvents,
  operatedLimits,
];
