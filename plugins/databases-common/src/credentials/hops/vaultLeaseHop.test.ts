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

import { VaultEntryData, VaultLease } from '../../kinds';
import { CoverageState, CredentialState, KubeObject } from '../../model';
import { CredentialCase } from '../__testUtils__/CredentialCase';
import {
  at,
  cluster,
  NOW,
  vaultDynamicSecret,
} from '../__testUtils__/credentialObjects';

const LEASE = 'Vault lease of database/creds/shop';
const OPERATOR = 'VaultDynamicSecret databases/shop-db';

function lease(
  entry: Omit<VaultLease, 'type'>,
  more: Partial<VaultEntryData> = {},
): VaultEntryData {
  return {
    mount: 'database',
    path: 'creds/shop/lease',
    entry: { type: 'lease', ...entry },
    ...more,
  };
}

/** The operator has renewed it at that time. */
function renewed(instant: string): KubeObject {
  return vaultDynamicSecret({
    status: { lastRenewalTime: Date.parse(instant) / 1000 },
  });
}

interface Row {
  readonly reason: string;
  readonly entry: VaultEntryData | undefined;
  readonly operator?: KubeObject;
  readonly coverage?: CoverageState;
  readonly state: CredentialState;
  /** Hops that decide. */
  readonly decides: readonly string[];
  /** Left out when nothing is wrong. */
  readonly message?: string;
}

const lives = lease({ expireTime: at('12:30') });
const gone = lease({ missing: true });
const inSync = { state: 'in-sync', decides: [] } as const;

const rows: readonly Row[] = [
  {
    reason: 'nobody looks leases up',
    entry: undefined,
    ...inSync,
  },
  {
    reason: 'it lives',
    entry: lives,
    ...inSync,
  },
  {
    reason: 'it was revoked',
    entry: gone,
    state: 'expired',
    decides: [LEASE],
    message: 'credentialExpired.revoked',
  },
  {
    reason: 'it has ended in Vault before the operator thinks',
    entry: lease({ expireTime: at('11:45') }),
    state: 'expired',
    decides: [LEASE],
    message: 'credentialExpired.revoked',
  },
  {
    reason: 'it has ended, says the operator, and Vault is asked in vain',
    operator: renewed(at('08:00')),
    entry: lives,
    state: 'expired',
    decides: [OPERATOR],
    message: 'credentialExpired.ended',
  },
  {
    reason: 'the operator has renewed it since Vault was asked',
    operator: renewed(`${NOW.slice(0, 17)}01Z`),
    entry: gone,
    ...inSync,
  },
  {
    reason: 'the one that is gone is that of another user',
    entry: lease({ missing: true }, { path: 'creds/shop/other' }),
    ...inSync,
  },
  {
    reason: 'the one that is gone is read in another Kubernetes cluster',
    entry: lease({ missing: true }, { kubernetesClusters: ['elsewhere'] }),
    ...inSync,
  },
  {
    reason: 'that it lives proves nothing when the operator has told no time',
    operator: vaultDynamicSecret({ status: { lastRenewalTime: 0 } }),
    entry: lives,
    state: 'unknown',
    decides: [OPERATOR],
    message: 'credentialKnown.untimed',
  },
  {
    reason: 'Vault does not answer any more',
    entry: lives,
    coverage: 'unreachable',
    state: 'unknown',
    decides: [],
    message: 'coverage.vault',
  },
  {
    reason: 'it was revoked before Vault stopped answering',
    entry: gone,
    coverage: 'unreachable',
    state: 'expired',
    decides: [LEASE],
    message: 'credentialExpired.revoked',
  },
];

describe('vaultLeaseHop', () => {
  it.each(rows)(
    '$state: $reason',
    ({ entry, operator, coverage, state, decides, message }) => {
      const seen = new CredentialCase({
        objects: [cluster(), operator ?? vaultDynamicSecret()],
        entries: entry ? [entry] : [],
        coverage: coverage && { 'entries.vault': coverage },
      });
      const chain = seen.describe()!.chains[0];
      expect({
        state: chain.state,
        decides: chain.hops.flatMap(hop => (hop.decides ? [hop.object] : [])),
        message: seen.assess()!.findings.find(found => found.state)?.message,
      }).toEqual({ state, decides, message });
    },
  );

  it('is called by its role, and its id is told nowhere', () => {
    const seen = new CredentialCase({
      objects: [
        cluster(),
        vaultDynamicSecret({ status: { secretLease: leaseWith('7Xq2') } }),
      ],
      entries: [lease({ missing: true }, { path: 'creds/shop/7Xq2' })],
    });
    const told = JSON.stringify([seen.assess(), seen.describe()]);
    expect(told).toContain(LEASE);
    expect(told).not.toContain('7Xq2');
  });

  it.each([
    { reason: 'of something else', id: 'auth/token/create/abc' },
    { reason: 'above its role', id: 'database/creds/shop' },
    { reason: 'that leads elsewhere', id: 'database/creds/shop/a/../b' },
    {
      reason: 'that is too long',
      id: `database/creds/shop/${'a'.repeat(101)}`,
    },
  ])('takes no id $reason', ({ id }) => {
    const operator = vaultDynamicSecret({
      status: { secretLease: { ...leaseWith(''), id } },
    });
    const { facts } = new CredentialCase({ objects: [operator] });
    expect(facts[0].data).toMatchObject({ leaseSeconds: 3600 });
    expect(facts[0].data).not.toHaveProperty('lease', expect.anything());
  });

  it('tells the earlier of two ends', () => {
    const ends = (entry: VaultEntryData) =>
      new CredentialCase({
        objects: [cluster(), vaultDynamicSecret()],
        entries: [entry],
      }).describe()!.chains[0].expiresAt;
    expect(ends(lease({ expireTime: at('12:10') }))).toBe(at('12:10'));
    expect(ends(lease({ expireTime: at('18:00') }))).toMatch(/T12:30:00/);
  });
});

function leaseWith(random: string) {
  return {
    id: `database/creds/shop/${random}`,
    duration: 3600,
    renewable: true,
    requestID: '',
  };
}
