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
import { VaultDynamicSecretData, vaultEntry, VaultLease } from '../../kinds';
import { Fact } from '../../model';
import { HopReport, HopScene, TracedHop } from '../TracedHop';
import { findVaultEntry } from './findVaultEntry';

/**
 * The lease of a user as Vault itself has it, where it was asked. It is called by
 * its role, since its id is shown nowhere. That it is there is no proof that the
 * Secret has this user, so nothing turns green by it.
 *
 * @param vaultNamespace - empty or left out: the root
 */
export function vaultLeaseHop(
  { data }: Fact<VaultDynamicSecretData>,
  vaultNamespace: string | undefined,
  scene: HopScene,
): (TracedHop & { readonly expiresAt?: string }) | undefined {
  const found =
    data.lease === undefined
      ? undefined
      : findVaultEntry(scene.facts, `${vaultNamespace ?? ''}/${data.lease}`);
  if (found?.data.entry.type !== 'lease') {
    return undefined;
  }
  const {
    observedAt,
    kubernetesCluster,
    data: { entry: lease },
  } = found;
  const object = `Vault lease of ${data.mount}/${data.path}`;
  const ends = isOlder(observedAt, data) ? undefined : lease.expireTime;
  return {
    role: 'transport',
    title: 'Vault lease',
    object,
    report: isOlder(observedAt, data)
      ? { says: lease.missing ? 'unseen' : 'declared' }
      : reportOf(lease, observedAt, scene),
    ...(ends && { expiresAt: ends }),
    seen: { kind: vaultEntry, place: kubernetesCluster },
    evidence: [
      {
        object,
        field: 'expire_time',
        ...(lease.expireTime && { value: lease.expireTime }),
        observedAt,
      },
    ],
  };
}

/** The operator has renewed the lease since Vault was asked about it. */
function isOlder(
  observedAt: string,
  { renewedAt }: VaultDynamicSecretData,
): boolean {
  const renewed = instantOf(renewedAt);
  return renewed !== undefined && renewed > Date.parse(observedAt);
}

function reportOf(
  { missing, expireTime }: VaultLease,
  observedAt: string,
  { clock }: HopScene,
): HopReport {
  if (missing) {
    return { says: 'revoked', at: observedAt };
  }
  const ends = instantOf(expireTime);
  return expireTime !== undefined && ends !== undefined && clock.hasCome(ends)
    ? { says: 'revoked', at: expireTime }
    : { says: 'declared' };
}
