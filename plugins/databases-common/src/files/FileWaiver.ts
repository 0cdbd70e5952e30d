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

/**
 * A finding that somebody answers for, in the `.basewell.yaml` of a repository.
 *
 * @public
 */
export interface FileWaiver {
  /** Path of the `.basewell.yaml`. */
  readonly config: string;
  readonly line: number;
  /** Id of the rule. */
  readonly rule: string;
  /** Glob over paths from the folder of the `.basewell.yaml`; `*` matches `/` too. */
  readonly path: string;
  readonly reason: string;
  /** Who answers for it; empty when it does not say. */
  readonly owner: string;
  /** Last day on which it holds, such as `2026-12-31`; empty when it does not say. */
  readonly until: string;
}
