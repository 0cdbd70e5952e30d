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

import { AssessmentSubject } from '../assessment';
import { claimsOfOwner } from './claimsOfOwner';
import { consumersOf } from './consumersOf';
import { CredentialLaneOptions } from './CredentialLaneOptions';
import { CredentialObservation, TraceScene } from './CredentialObservation';
import { findRuntimeSecrets } from './findRuntimeSecrets';
import { databaseHop, secretHop, versionSeen } from './hops/clusterHops';
import { withMetadata } from './hops/withMetadata';
import { metadataOf } from './metadataOf';
import { SecretUse, secretsOf } from './secretsOf';
import { TracedChain } from './TracedChain';
import { TracedHop } from './TracedHop';

/**
 * The way of every Secret of a database, from where its value is made to who
 * uses it. What an app reads is among them when something speaks of it.
 */
export function traceChains(
  scene: TraceScene,
  database: AssessmentSubject['database'],
  sources: readonly CredentialObservation[],
  options: CredentialLaneOptions,
): readonly TracedChain[] {
  const trace = (use: SecretUse) => traceChain(use, scene, sources);
  const uses = secretsOf(scene.cluster);
  // One Secret for two roles is one chain: that of the first.
  const own = uses
    .filter(
      ({ name }, index) =>
        uses.findIndex(other => other.name === name) === index,
    )
    .map(trace);
  const runtime = findRuntimeSecrets(
    own.map(({ secret, claims }) => ({ ...secret, claims })),
    scene,
    database,
    options,
  )
    .map(secret => trace({ ...secret, purpose: 'runtime' }))
    .filter(({ claims, consumers }) => claims.length || consumers.length);
  return [...own, ...runtime];
}

function traceChain(
  use: SecretUse,
  scene: TraceScene,
  sources: readonly CredentialObservation[],
): TracedChain {
  const { namespace, name, purpose, role } = use;
  const secret = { namespace, name };
  const seen = metadataOf(secret, scene);
  const [metadata] = seen ?? [];
  const declared = sources.flatMap(source => source.claims(secret, scene));
  const claims = declared.length ? declared : claimsOfOwner(metadata);
  const before = claims.flatMap(claim => claim.hops);
  const own = secretHop(scene.cluster, use, before.at(-1));
  const isGone =
    seen?.length === 0 && versionSeen(scene.cluster.data, use) !== undefined;
  const inKubernetes: TracedHop = isGone
    ? { ...own, report: { says: 'missing' } }
    : withMetadata(own, metadata);
  const hops = [
    ...before,
    inKubernetes,
    ...(purpose === 'runtime'
      ? []
      : [databaseHop(scene.cluster, use, metadata)]),
  ];
  // The Secret's own is the time of a value or of a label: what made it knows better.
  const changedAt = newestChange(before) ?? inKubernetes.changedAt;
  return {
    id: `${namespace}/${name}`,
    secret,
    purpose,
    ...(role && { role }),
    source: sourceOf(claims),
    claims,
    hops,
    ...(changedAt && { changedAt }),
    consumers: consumersOf(secret, scene, changedAt),
  };
}

function newestChange(hops: readonly TracedHop[]): string | undefined {
  return hops
    .flatMap(hop => hop.changedAt ?? [])
    .sort()
    .at(-1);
}

function sourceOf(claims: TracedChain['claims']): TracedChain['source'] {
  if (claims.length > 1) {
    return 'conflicting';
  }
  return claims[0]?.source ?? 'unknown';
}
