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
  daemonSet,
  deployment,
  isMentioned,
  statefulSet,
  vaultAgentKey,
  VaultPath,
  WorkloadData,
} from '../kinds';
import { Fact } from '../model';
import { evidenceOf, ObservedKind } from '../observation';
import { SourceClaim, TraceScene } from './CredentialObservation';
import { vaultEntryHop } from './hops/vaultEntryHop';
import { TracedChain } from './TracedChain';
import { TracedHop } from './TracedHop';

/** More than that no page shows. */
const MOST = 8;

interface Reader {
  readonly kind: ObservedKind<WorkloadData>;
  readonly fact: Fact<WorkloadData>;
  readonly path: VaultPath;
}

/**
 * The users that Vault makes for apps whose pods ask for them by themselves, with
 * Vault Agent: there is no Secret, and no object has the lease.
 */
export function traceLeases(scene: TraceScene): readonly TracedChain[] {
  const readers = (scene.credentials.leases ?? []).flatMap(meant =>
    [deployment, statefulSet, daemonSet].flatMap(kind =>
      scene.facts
        .of<WorkloadData>(kind, vaultAgentKey(meant))
        .flatMap(fact =>
          (fact.data.vaultAgent ?? [])
            .filter(path => isMentioned(meant, path))
            .map(path => ({ kind, fact, path })),
        ),
    ),
  );
  const byId = new Map<string, Reader[]>();
  for (const reader of readers) {
    const { fact, path } = reader;
    const id = `${fact.namespace}/${path.mount}/${path.path}`;
    byId.set(id, [...(byId.get(id) ?? []), reader]);
  }
  return [...byId]
    .slice(0, MOST)
    .map(([id, [first, ...others]]) => leaseOf(id, [first, ...others], scene));
}

function leaseOf(
  id: string,
  readers: readonly [Reader, ...Reader[]],
  scene: TraceScene,
): TracedChain {
  const [{ fact, path }] = readers;
  const { entry, ...origin } = vaultEntryHop(path, scene);
  const found = entry?.data.entry;
  const role =
    found?.type === 'dynamic-role' || found?.type === 'static-role'
      ? found
      : undefined;
  const rotationSeconds = role?.rotationPeriod ?? role?.defaultTtl;
  const claim: SourceClaim = {
    source: 'vault-dynamic',
    transport: 'Vault Agent',
    hops: [
      origin,
      ...readers.map(reader => agentHop(reader, role?.maxTtl, scene)),
    ],
    ...(rotationSeconds && { rotationSeconds }),
  };
  return {
    id,
    secret: {
      namespace: fact.namespace ?? '',
      name: `${path.mount}/${path.path}`,
      purpose: 'runtime',
      isLease: true,
    },
    source: 'vault-dynamic',
    claims: [claim],
    hops: claim.hops,
    consumers: readers.map(reader => ({
      object: nameOfReader(reader),
      reads: 'volume',
      ...(reader.fact.data.rolledOutAt && {
        startedAt: reader.fact.data.rolledOutAt,
      }),
    })),
  };
}

/**
 * Its pods become ready when the agent has got a user. That shows something for as
 * long as such a user can live; whether it got the next one nobody sees.
 */
function agentHop(
  reader: Reader,
  maxTtl: number | undefined,
  { clock }: TraceScene,
): TracedHop {
  const { kind, fact, path } = reader;
  const { rolledOutAt } = fact.data;
  const rolledOut = rolledOutAt === undefined ? NaN : Date.parse(rolledOutAt);
  const isRecent =
    maxTtl !== undefined &&
    !Number.isNaN(rolledOut) &&
    clock.hasCome(rolledOut) &&
    !clock.isOlder(rolledOut, maxTtl);
  return {
    role: 'transport',
    title: 'Vault Agent',
    object: nameOfReader(reader),
    report:
      isRecent && path.path.startsWith('creds/')
        ? { says: 'good', at: rolledOutAt }
        : { says: 'unseen' },
    seen: { kind, place: fact.kubernetesCluster },
    evidence: [
      evidenceOf(
        kind,
        fact,
        'status.conditions[Progressing].lastUpdateTime',
        rolledOutAt,
      ),
    ],
  };
}

function nameOfReader({ kind, fact }: Reader): string {
  return `${kind.kind} ${fact.namespace}/${fact.name}`;
}
