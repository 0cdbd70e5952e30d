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

import {
  DatabaseResources,
  DatabaseVerdicts,
} from '@basewell/plugin-databases-common/domain';

/** What is said about a database at one instant. */
export interface Judgement {
  readonly verdicts: DatabaseVerdicts;
  /** Milliseconds since the epoch. */
  readonly nextChangeAt?: number;
  /** UTC ISO instant; see `DatabaseSummary`. */
  readonly staleSince?: string;
  /** What it asks for, as declared. */
  readonly resources?: DatabaseResources;
  /** Whether all that decides had been seen once. */
  readonly complete: boolean;
}
