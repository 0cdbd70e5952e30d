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

import { Observation } from '../model';

/**
 * One thing that can be the case with a database. One file and one line in its
 * list for each. `check` is pure and total; it returns nothing when it has
 * nothing to say.
 *
 * @public
 */
export interface AssessmentRule<Subject, State extends string> {
  /** Stable, kebab-case, unique over all lanes; runbooks and deep links refer to it. */
  readonly id: string;
  /** What it looks at, for the reference: a sentence. */
  readonly title: string;
  check(subject: Subject): readonly Observation<State>[];
}
