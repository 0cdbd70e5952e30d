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

import { CredentialState } from '../model';
import { CredentialCase, Seen } from './__testUtils__/CredentialCase';
import {
  application,
  at,
  cluster,
  deployment,
  externalSecret,
  file,
  generating,
  secretObject,
} from './__testUtils__/credentialObjects';

interface Row extends Seen {
  readonly reason: string;
  readonly state: CredentialState;
  readonly source: string;
  /** Of the finding that decides; left out when nothing is wrong. */
  readonly rule?: string;
  /** The hop that decides. */
  readonly hop?: 'origin' | 'secret' | 'database';
  /** The state without the metadata; the same when left out. */
  readonly without?: CredentialState;
}

const shop = cluster();
const moved = { resourceVersion: '1002' };
const changed = file({ valueChange: { commit: 'b', at: at('10:00') } });
const longAgo = '2026-09-30T08:00:00Z';

/** A database with a managed role, whose password is that of version 1001. */
function managing(managedRoles: object = {}) {
  return cluster({
    spec: {
      bootstrap: { initdb: null, recovery: { source: 'old' } },
      managed: {
        roles: [
          { name: 'shop', passwordSecret: { name: 'shop-initdb-secret' } },
        ],
      },
    },
    status: {
      secretsResourceVersion: {
        managedRoleSecretVersion: { 'shop-initdb-secret': '1001' },
      },
      managedRolesStatus: {
        passwordStatus: { shop: { resourceVersion: '1001' } },
        ...managedRoles,
      },
    },
  });
}

const rows: readonly Row[] = [
  {
    reason: 'CloudNativePG has read the newest version',
    objects: [shop, application(), secretObject(at('10:00'))],
    files: [file()],
    state: 'in-sync',
    source: 'sops',
  },
  {
    reason: 'the Secret has moved, and the database has not yet',
    objects: [shop, application(), secretObject(at('11:55'), moved)],
    files: [file()],
    state: 'pending',
    source: 'sops',
    rule: 'credential-waiting',
    hop: 'database',
    without: 'in-sync',
  },
  {
    reason: 'the Secret moved hours ago, and the database has not',
    objects: [shop, application(), secretObject(at('08:00'), moved)],
    files: [file()],
    memory: {
      'credential-waiting databases/shop-initdb-secret': {
        value: 'Cluster databases/shop-cnpg',
        since: at('08:00'),
      },
    },
    state: 'drifted',
    source: 'sops',
    rule: 'credential-waiting',
    hop: 'database',
    without: 'in-sync',
  },
  {
    reason:
      'a label was edited; the values are what the database was made with',
    objects: [shop, application(), secretObject(longAgo, moved)],
    files: [file()],
    state: 'in-sync',
    source: 'sops',
  },
  {
    reason: 'a managed role has the password of an older version',
    objects: [managing(), application(), secretObject(at('11:55'), moved)],
    files: [file()],
    state: 'pending',
    source: 'sops',
    rule: 'credential-waiting',
    hop: 'database',
    without: 'in-sync',
  },
  {
    reason: 'a managed role has an older one, for it cannot be changed',
    objects: [
      managing({ cannotReconcile: { shop: ['permission denied'] } }),
      application(),
      secretObject(at('11:55'), moved),
    ],
    files: [file()],
    state: 'failing',
    source: 'sops',
    rule: 'credential-failing',
    hop: 'database',
  },
  {
    reason: 'the file changed, and the values have not since',
    objects: [shop, secretObject(at('09:00'))],
    files: [changed],
    state: 'drifted',
    source: 'sops',
    rule: 'credential-drift',
    hop: 'secret',
    without: 'unknown',
  },
  {
    reason: 'something was written since the file changed: perhaps a label',
    objects: [shop, secretObject(at('10:05'))],
    files: [changed],
    state: 'unknown',
    source: 'sops',
  },
  {
    reason: 'it is gone, and CloudNativePG has read it once',
    objects: [shop, application()],
    files: [file()],
    state: 'failing',
    source: 'sops',
    rule: 'credential-failing',
    hop: 'secret',
    without: 'in-sync',
  },
  {
    reason: 'it was never there, for the database begins',
    objects: [
      cluster({ status: { secretsResourceVersion: null } }),
      application(),
    ],
    files: [file()],
    state: 'in-sync',
    source: 'sops',
  },
  {
    reason: 'its owner is of a kind that is not seen',
    objects: [
      shop,
      secretObject(at('10:00'), {
        ownerReferences: [{ kind: 'ExternalSecret', name: 'db' }],
      }),
    ],
    state: 'unknown',
    source: 'external-secret',
  },
  {
    reason: 'an operator that does not own it has marked it',
    objects: [
      shop,
      secretObject(at('10:00'), {
        labels: { 'reconcile.external-secrets.io/managed': 'true' },
      }),
    ],
    state: 'unknown',
    source: 'external-secret',
  },
  {
    reason: 'nobody owns it, and nothing declares it',
    objects: [
      shop,
      secretObject(at('10:00'), { labels: { 'cnpg.io/reload': 'true' } }),
    ],
    state: 'unknown',
    source: 'plain-secret',
    rule: 'credential-plain',
    hop: 'secret',
  },
  {
    reason: 'Argo CD brings it from a file that is not seen',
    objects: [
      shop,
      secretObject(at('10:00'), {
        annotations: { 'argocd.argoproj.io/tracking-id': 'infra:/Secret:a/b' },
      }),
    ],
    state: 'unknown',
    source: 'unknown',
    rule: 'credential-known',
    hop: 'secret',
  },
  {
    reason: 'its owner is of a kind that nobody knows',
    objects: [
      shop,
      secretObject(at('10:00'), {
        ownerReferences: [{ kind: 'constructor', name: 'db' }],
      }),
    ],
    state: 'unknown',
    source: 'unknown',
    rule: 'credential-known',
    hop: 'secret',
  },
  {
    reason: 'the app was rolled out before the values changed',
    objects: [
      shop,
      externalSecret(),
      secretObject(at('10:30')),
      deployment(at('10:00')),
    ],
    state: 'drifted',
    source: 'external-secret',
    rule: 'credential-consumers',
    without: 'in-sync',
  },
  {
    reason: 'the app was rolled out after the file changed, and a label since',
    objects: [
      shop,
      application(),
      secretObject(at('11:00')),
      deployment(at('10:30')),
    ],
    files: [changed],
    state: 'in-sync',
    source: 'sops',
  },
  {
    reason: 'the values are older than they may be',
    objects: [shop, externalSecret(), secretObject('2026-10-01T08:00:00Z')],
    settings: { credentialAge: 30 * 86_400 },
    state: 'weak',
    source: 'external-secret',
    rule: 'credential-age',
    hop: 'origin',
    without: 'in-sync',
  },
  {
    reason: 'CloudNativePG has made it, and read it',
    objects: [
      generating(),
      secretObject(at('10:00'), { name: 'shop-cnpg-app' }),
    ],
    state: 'in-sync',
    source: 'operator-generated',
  },
];

describe('metadataOf', () => {
  it.each(rows)(
    'is $state of $source when $reason',
    ({ reason, state, source, rule, hop, without, ...seen }) => {
      const scene = new CredentialCase({ ...seen, secretMetadata: true });
      const verdict = scene.assess()!;
      expect(verdict.state).toBe(state);
      expect(verdict.source).toBe(source);
      expect(verdict.findings.find(found => found.state)?.rule).toBe(rule);
      const hops = scene.describe()!.chains[0].hops;
      expect(hops.find(({ decides }) => decides)?.role).toBe(hop);
    },
  );

  it.each(rows)(
    'changes nothing while it is off, when $reason',
    ({ reason, state, without = state, ...seen }) => {
      const off = new CredentialCase(seen).assess();
      const neverSeen = new CredentialCase({
        ...seen,
        objects: seen.objects.filter(({ kind }) => kind !== 'Secret'),
      }).assess();
      expect(off).toEqual(neverSeen);
      expect(off?.state).toBe(without);
    },
  );

  it.each(['failing', 'forbidden', 'unreachable', 'syncing'] as const)(
    'is left aside while it is %s',
    coverage => {
      for (const { reason, state, without = state, ...seen } of rows) {
        const judged = new CredentialCase({
          ...seen,
          secretMetadata: true,
          coverage: { secrets: coverage },
        });
        expect(judged.assess()?.state).toBe(without);
      }
    },
  );

  it('says since when the values are as they are', () => {
    const [{ changedAt, hops }] = new CredentialCase({
      objects: [shop, externalSecret(), secretObject(at('10:30'))],
      secretMetadata: true,
    }).describe()!.chains;
    const secret = hops.find(({ role }) => role === 'secret');
    expect(secret).toMatchObject({
      changedAt: '2026-11-21T10:30:00.000Z',
      message: 'credentialHop.secretUnchanged',
      state: 'in-sync',
    });
    expect(changedAt).toBe('2026-11-21T10:30:00.000Z');
  });
});
