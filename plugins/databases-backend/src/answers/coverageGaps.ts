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

import { Coverage, CoverageGap } from '@basewell/plugin-databases-common';
import { comparePlaces } from './comparePlaces';

/**
 * What cannot be seen, one gap for each place and reason. A kind
 * that is not served there is no gap: there is nothing of it to be seen.
 */
export function coverageGaps(
  coverages: readonly Coverage[],
): readonly CoverageGap[] {
  const gaps = new Map<string, CoverageGap>();
  for (const coverage of coverages) {
    const { kubernetesCluster, kind, state, since, lastSyncedAt } = coverage;
    const { tokenProvider } = coverage;
    if (state === 'synced' || state === 'absent') {
      continue;
    }
    const key = `${kubernetesCluster}\n${state}`;
    const gap = gaps.get(key);
    const seenAt = [gap?.lastSyncedAt, lastSyncedAt].flatMap(at => at ?? []);
    gaps.set(key, {
      kubernetesCluster,
      state,
      since: gap && gap.since < since ? gap.since : since,
      message: gap?.message ?? coverage.message ?? wordsFor(state),
      kinds: [...(gap?.kinds ?? []), kind].sort(),
      ...(tokenProvider && { tokenProvider }),
      ...(seenAt.length && { lastSyncedAt: seenAt.sort()[0] }),
    });
  }
  const kindsOf = (name: string) =>
    coverages.filter(({ kubernetesCluster }) => kubernetesCluster === name);
  return [...gaps.values()]
    .map(gap =>
      gap.kinds.length === kindsOf(gap.kubernetesCluster).length
        ? { ...gap, kinds: [] }
        : gap,
    )
    .sort(comparePlaces);
}

function wordsFor(state: Coverage['state']): string {
  return state === 'on-demand'
    ? "It is read with people's own tokens alone. Its databases are shown on the pages of their services, and not counted here."
    : `It is ${state}; the coverage says more.`;
}
