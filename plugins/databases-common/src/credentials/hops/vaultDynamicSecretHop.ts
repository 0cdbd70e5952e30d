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

import { instantOf } from '../../assessment';
import { vaultDynamicSecret, VaultDynamicSecretData } from '../../kinds';
import { Fact } from '../../model';
import { evidenceOf } from '../../observation';
import { HopReport, HopScene, TracedHop } from '../TracedHop';
import { failureOf, isAhead, isBehind } from './readReport';

/** Beyond the end of a rotation period, for Vault to do it: seconds. */
const SLACK = 5 * 60;

/**
 * A login to Vault that fails is written to no status: the end of the lease is
 * what tells, whatever the conditions say.
 */
export function vaultDynamicSecretHop(
  fact: Fact<VaultDynamicSecretData>,
  scene: HopScene,
): TracedHop {
  const { data } = fact;
  const { staticRole, renewedAt } = data;
  return {
    role: 'transport',
    title: vaultDynamicSecret.kind,
    object: `${vaultDynamicSecret.kind} ${fact.namespace}/${fact.name}`,
    report: readReport(fact, scene),
    // A lease is renewed without a new value; a rotation is one.
    ...(staticRole?.rotatedAt && { changedAt: staticRole.rotatedAt }),
    seen: { kind: vaultDynamicSecret, place: fact.kubernetesCluster },
    evidence: [
      staticRole
        ? evidenceOf(
            vaultDynamicSecret,
            fact,
            'status.staticCredsMetaData.lastVaultRotation',
            staticRole.rotatedAt,
          )
        : evidenceOf(
            vaultDynamicSecret,
            fact,
            'status.lastRenewalTime',
            renewedAt,
          ),
    ],
  };
}

function readReport(
  fact: Fact<VaultDynamicSecretData>,
  scene: HopScene,
): HopReport {
  const { clock, settings } = scene;
  const { data, createdAt } = fact;
  const ends = leaseEnd(data);
  if (ends !== undefined && clock.hasCome(ends)) {
    return { says: 'expired', at: new Date(ends).toISOString() };
  }
  const due = rotationDue(data);
  if (due !== undefined && clock.isOlder(due, SLACK + settings.clockSkew)) {
    return { says: 'expired', at: new Date(due).toISOString() };
  }
  const failure = failureOf(data.conditions, [
    'SecretSynced',
    'Healthy',
    'Ready',
    'LeaseRenewal',
  ]);
  if (failure) {
    return failure;
  }
  if (isBehind(data)) {
    return { says: 'waiting' };
  }
  const at = data.staticRole?.rotatedAt ?? data.renewedAt;
  const written = instantOf(at);
  if (
    (ends !== undefined || due !== undefined) &&
    written !== undefined &&
    !isAhead(written, scene)
  ) {
    return { says: 'good', at };
  }
  return data.observedGeneration
    ? { says: 'untimed' }
    : { says: 'waiting', ...(createdAt && { since: createdAt }) };
}

/** Milliseconds since the epoch. */
function leaseEnd(data: VaultDynamicSecretData): number | undefined {
  const { renewedAt, leaseSeconds } = data;
  const renewed = instantOf(renewedAt);
  return renewed === undefined || !leaseSeconds || data.staticRole
    ? undefined
    : bounded(renewed + leaseSeconds * 1000);
}

/** When Vault has to change the password of a static role. */
function rotationDue({
  staticRole,
}: VaultDynamicSecretData): number | undefined {
  const rotated = instantOf(staticRole?.rotatedAt);
  return rotated === undefined || !staticRole?.periodSeconds
    ? undefined
    : bounded(rotated + staticRole.periodSeconds * 1000);
}

/** What no calendar has is no end at all. */
function bounded(instant: number): number | undefined {
  return instant > 0 && instant < 253_402_300_800_000 ? instant : undefined;
}

/** When the value stops being valid: UTC ISO. */
export function expiryOf(
  fact: Fact<VaultDynamicSecretData>,
): string | undefined {
  const end = leaseEnd(fact.data);
  return end === undefined ? undefined : new Date(end).toISOString();
}
