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
  Coverage,
  FactView,
  ObservedKind,
} from '@basewell/plugin-databases-common/domain';

/** Of several kinds the coverage that is known worst: of the one last seen completely first. */
export function weakestCoverage(
  facts: FactView,
  kinds: readonly ObservedKind[],
): Coverage {
  const [first, ...others] = kinds.map(kind => facts.coverage(kind));
  return others.reduce(
    (worst, coverage) =>
      coverage.state !== 'synced' &&
      (worst.state === 'synced' || lastKnown(coverage) < lastKnown(worst))
        ? coverage
        : worst,
    first,
  );
}

function lastKnown({ lastSyncedAt, since }: Coverage): string {
  return lastSyncedAt ?? since;
}
