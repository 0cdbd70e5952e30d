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
  CoverageState,
  ObservedKind,
} from '@basewell/plugin-databases-common/domain';

/** Then all objects of a kind are known, or those that anybody sees without a token of their own. */
const told: readonly CoverageState[] = ['synced', 'absent', 'on-demand'];

/**
 * The Kubernetes clusters in which there may be databases that are not seen.
 *
 * @param anchors - the kinds whose objects stand for databases
 */
export function unseenPlaces(
  coverages: readonly Coverage[],
  anchors: readonly ObservedKind[],
): readonly string[] {
  const kinds = new Set(anchors.map(({ id }) => id));
  const unseen = coverages.filter(
    ({ kind, state }) => kinds.has(kind) && !told.includes(state),
  );
  return [...new Set(unseen.map(place => place.kubernetesCluster))].sort();
}
