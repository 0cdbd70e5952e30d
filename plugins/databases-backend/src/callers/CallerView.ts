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

import { CoverageGap } from '@basewell/plugin-databases-common';
import { Sight } from '../answers/Sight';

/** What somebody sees with tokens of their own. */
export interface CallerView {
  /** A database may be in several: in the first one it is seen best. */
  readonly sights: readonly Sight[];
  /** What cannot be seen in the Kubernetes clusters that were looked into. */
  readonly gaps: readonly CoverageGap[];
  readonly kubernetesClusters: readonly string[];
}

export const nothingOfTheirOwn: CallerView = {
  sights: [],
  gaps: [],
  kubernetesClusters: [],
};
