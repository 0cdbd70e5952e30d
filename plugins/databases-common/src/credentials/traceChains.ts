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
import { SecretMetadataData } from '../kinds';
import { Fact } from '../model';
import { vaultNamedClaims } from './chains/vaultNamedClaims';
import { claimsOfOwner } from './claimsOfOwner';
import { consumersOf } from './consumersOf';
import { CredentialLaneOptions } from './CredentialLaneOptions';
import {
  CredentialObservation,
  SourceClaim,
  TraceScene,
} from './CredentialObservation';
import { findRuntimeSecrets } from './findRuntimeSecrets';
import { followsMetadata } from './hops/followsMetadata';
import { secretHop } from './hops/secretHop';
import { withMetadata } from './hops/withMetadata';
import { metadataOf } from './metadataOf';
import { SecretUse } from './SecretUse';
import { TracedChain } from './TracedChain';
import { TracedHop } from './TracedHop';
import { traceLeases } from './traceLeases';

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
  const { uses } = scene.credentials;
  // One Secret for two roles is one chain: that of the first.
  const own = uses
    .filter(
      ({ namespace, name }, index) =>
        uses.findIndex(
          other => other.name === name && other.namespace === namespace,
        ) === index,
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
  return [...own, ...runtime, ...traceLeases(scene)];
}

function traceChain(
  secret: SecretUse,
  scene: TraceScene,
  sources: readonly CredentialObservation[],
): TracedChain {
  const seen = metadataOf(secret, scene);
  const [metadata] = seen ?? [];
  const declared = sources.flatMap(source => source.claims(secret, scene));
  const made = declared.length
    ? declared
    : (claimsOfChart(secret, metadata) ?? claimsOfOwner(metadata));
  const claims = [
    ...made,
    ...vaultNamedClaims(secret, scene).filter(
      ({ hops: [origin] }) => !made.some(other => isFrom(other, origin)),
    ),
  ];
  const before = claims.flatMap(claim => claim.hops);
  const own = secretHop(secret, before.at(-1));
  const isGone =
    seen?.length === 0 &&
    (secret.read !== undefined || secret.taken !== undefined);
  const inKubernetes: TracedHop = isGone
    ? { ...own, report: { says: 'missing' } }
    : withMetadata(own, metadata);
  const { createdAt } = scene.credentials;
  const hops = [
    ...before,
    inKubernetes,
    ...(secret.database
      ? [followsMetadata(secret.database, metadata, createdAt)]
      : []),
  ];
  // The Secret's own is the time of a value or of a label: what made it knows better.
  const changedAt = newestChange(before) ?? inKubernetes.changedAt;
  return {
    id: `${secret.namespace}/${secret.name}`,
    secret,
    source: sourceOf(claims),
    claims,
    hops,
    ...(changedAt && { changedAt }),
    consumers: consumersOf(secret, scene, changedAt),
  };
}

/** Whether a claim has its value from a place that another one names as well. */
function isFrom({ hops }: SourceClaim, origin: TracedHop): boolean {
  return hops.some(
    ({ role, object }) => role === 'origin' && object === origin.object,
  );
}

/** Metadata of the Secret know better than its name. */
function claimsOfChart(
  { chart }: SecretUse,
  metadata: Fact<SecretMetadataData> | undefined,
): readonly SourceClaim[] | undefined {
  const manager = metadata?.data.labels['app.kubernetes.io/managed-by'];
  return chart && (!metadata || manager === 'Helm')
    ? [{ source: 'plain-secret', transport: 'Helm', hops: [chart] }]
    : undefined;
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
