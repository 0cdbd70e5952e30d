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

import { Evidence, MessageParams, Severity } from './Finding';
import { Plan } from './Plan';
import { PlanContext } from './PlanContext';

/**
 * - `form`: while the person fills it in, and before anything is written
 * - `change`: over the files of a change
 * - `live`: over what runs
 *
 * @public
 */
export type PolicyStage = 'form' | 'change' | 'live';

/**
 * What a rule looks at in the stages `form` and `change`.
 *
 * @public
 */
export interface PolicySubject {
  readonly plan: Omit<Plan, 'findings'>;
  readonly context: PlanContext;
  /** What stood in the way while the plan was made, and only the planner could see. */
  readonly obstacles: readonly Obstacle[];
}

/**
 * Something that the planner could not do. The rule of that id turns it into
 * findings.
 *
 * @public
 */
export interface Obstacle extends Violation {
  /** Id of the policy rule it belongs to. */
  readonly rule: string;
}

/**
 * What a rule found.
 *
 * @public
 */
export interface Violation {
  /** Key in `messages/`. */
  readonly message: string;
  readonly params: MessageParams;
  readonly evidence?: readonly Evidence[];
  readonly field?: string;
  /** Left out: the rule's own. */
  readonly severity?: Severity;
}

/**
 * One thing a platform team insists on. `check` is total and pure; it returns
 * nothing when all is well.
 *
 * @public
 */
export interface PolicyRule {
  /** Stable, kebab-case; waivers and runbooks refer to it. */
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly stages: readonly PolicyStage[];
  /** Whether a request may waive it. Rules that make a pull request unmergeable may not be. */
  readonly waivable: boolean;
  /** Files or request fragments that pass and fail, run by the conformance suite and printed in the reference. */
  readonly examples: {
    readonly good: PolicyExample;
    readonly bad: PolicyExample;
  };
  check(subject: PolicySubject): readonly Violation[];
}

/**
 * A change to the standard example (`policy/standardSubject.ts`) that makes the
 * rule pass or fail.
 *
 * @public
 */
export interface PolicyExample {
  readonly reason: string;
  subject(standard: PolicySubject): PolicySubject;
}
