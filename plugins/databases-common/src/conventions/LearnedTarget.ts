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

import { LayoutProposal } from './proposeLayout';

/**
 * What two repositories show about how a target has to be configured.
 *
 * @public
 */
export interface LearnedTarget {
  /** Entries of the target's configuration, in the order of writing. */
  readonly values: readonly LearnedValue[];
  readonly layout: LayoutProposal;
  /** What the files do not show, or show in two ways: a person decides. */
  readonly questions: readonly string[];
  /** What the files show and the configuration does not follow, and why. */
  readonly remarks: readonly string[];
}

/** @public */
export interface LearnedValue {
  /** Such as `['options', 'names', 'cluster']`. */
  readonly path: readonly string[];
  readonly value: unknown;
  /** Files that show it, the first few. */
  readonly evidence: readonly string[];
}
