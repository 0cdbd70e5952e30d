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

import { coverageGap } from '../../assessment';
import { CredentialState, Observation } from '../../model';
import { ObservedKind } from '../../observation';
import { CredentialRule, CredentialScene } from '../CredentialScene';

/**
 * What a chain rests on must be seen for it to count, and while no source of a
 * Secret is found, everything that could be it. An operator that is not installed
 * makes nothing: its absence is no gap.
 *
 * @internal
 */
export const credentialCoverage: CredentialRule = {
  id: 'credential-coverage',
  title: 'What makes and carries credentials can be seen.',
  check(scene) {
    const { chain, facts, makers } = scene;
    const rested = chain.hops.flatMap(({ seen }) => seen ?? []);
    const gaps = rested.flatMap(
      ({ kind, place }) => coverageGap(facts, kind, place) ?? [],
    );
    const others = makers.filter(
      kind => !rested.some(({ kind: { id } }) => id === kind.id),
    );
    // Another source might claim the Secret too: of a known one that is a side fact.
    const asides = others
      .flatMap(kind => gapsOf(kind, scene))
      .map(gap =>
        chain.claims.length
          ? { ...gap, state: undefined, severity: 'info' as const }
          : gap,
      );
    return unique([...gaps, ...asides]);
  },
};

/** Kinds from git and Vault have their places, the others the database's own. */
function gapsOf(
  kind: ObservedKind,
  { facts }: CredentialScene,
): readonly Observation<'unknown'>[] {
  const places = kind.origin ? facts.coverages(kind) : [facts.coverage(kind)];
  return places
    .filter(({ state }) => state !== 'absent' && state !== 'omitted')
    .flatMap(
      ({ kubernetesCluster }) =>
        coverageGap(facts, kind, kubernetesCluster) ?? [],
    );
}

function unique(
  gaps: readonly Observation<CredentialState>[],
): readonly Observation<CredentialState>[] {
  if (gaps.length < 2) {
    return gaps;
  }
  return [
    ...new Map(
      [...gaps].reverse().map(gap => [JSON.stringify(gap.params), gap]),
    ).values(),
  ].reverse();
}
