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

import { Coverage } from '../model';
import { FactView } from '../observation';
import { AssessmentClock } from './AssessmentClock';

/**
 * A list that restarts, a token that is renewed, an API server that is replaced:
 * what was complete a moment ago still is the best that anybody knows. What is
 * forbidden or no longer served is another matter, and said at once.
 */
const passing: readonly Coverage['state'][] = [
  'syncing',
  'unauthorized',
  'unreachable',
  'failing',
];

/**
 * The same facts, where a gap in what can be seen is not one yet while it is
 * younger than the limit.
 *
 * @param limit - seconds
 * @public
 */
export function bridgeGaps(
  facts: FactView,
  clock: AssessmentClock,
  limit: number,
): FactView {
  const bridged = (coverage: Coverage): Coverage =>
    isPassing(coverage, clock, limit)
      ? { ...coverage, state: 'synced' }
      : coverage;
  return {
    ...facts,
    coverage: (kind, kubernetesCluster) =>
      bridged(facts.coverage(kind, kubernetesCluster)),
    coverages: kind => facts.coverages(kind).map(bridged),
  };
}

function isPassing(
  { state, lastSyncedAt }: Coverage,
  clock: AssessmentClock,
  limit: number,
): boolean {
  return (
    passing.includes(state) &&
    lastSyncedAt !== undefined &&
    !clock.isOlder(Date.parse(lastSyncedAt), limit)
  );
}
