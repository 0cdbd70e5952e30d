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

import { CredentialCase, Seen } from './__testUtils__/CredentialCase';
import {
  application,
  at,
  cluster,
  file,
  generating,
  vaultStaticSecret,
} from './__testUtils__/credentialObjects';

interface Row extends Seen {
  readonly reason: string;
  readonly rule: string;
}

/** None of them changes the state: the credential is in sync. */
const rows: readonly Row[] = [
  {
    reason: 'the Secret has no label that tells CloudNativePG of changes',
    objects: [cluster(), application()],
    files: [file({ reloads: false })],
    rule: 'credential-reload',
  },
  {
    reason: 'a Secret is named for a superuser without access',
    objects: [
      cluster({ spec: { superuserSecret: { name: 'postgres' } } }),
      application(),
    ],
    files: [file()],
    rule: 'superuser-ignored',
  },
  {
    reason: 'the owner was changed after the database was made',
    objects: [generating()],
    memory: {
      bootstrap: {
        value: 'shop/shop',
        since: at('09:00'),
        previous: { value: 'shop/till', until: at('08:59') },
      },
    },
    rule: 'bootstrap-edited',
  },
  {
    reason: 'another source might claim the Secret too, and cannot be seen',
    objects: [generating()],
    coverage: { 'sealedsecrets.bitnami.com': 'forbidden' },
    rule: 'credential-coverage',
  },
];

describe('side remarks about credentials', () => {
  it.each(rows)('$rule: $reason', ({ rule, reason, ...seen }) => {
    const { state, findings } = new CredentialCase(seen).assess()!;
    expect(state).toBe('in-sync');
    expect(findings).toEqual([
      expect.objectContaining({ rule, evidence: [expect.anything()] }),
    ]);
    expect(findings[0].state).toBeUndefined();
  });

  it('are not made twice of one gap', () => {
    const { findings } = new CredentialCase({
      objects: [cluster(), vaultStaticSecret()],
      coverage: { 'secret-files.git': 'unreachable' },
    }).assess()!;
    expect(findings.map(({ rule }) => rule)).toEqual(['credential-coverage']);
  });
});

describe('what is remembered of credentials', () => {
  it('is the version of each Secret, and what a chain waits for', () => {
    const seen = new CredentialCase({
      objects: [cluster(), vaultStaticSecret({ metadata: { generation: 3 } })],
    });
    expect(seen.lane.remember!(seen.subject)).toEqual([
      { key: 'bootstrap', value: 'shop/shop' },
      { key: 'secret databases/shop-initdb-secret', value: '1001' },
      {
        key: 'credential-waiting databases/shop-initdb-secret',
        value: 'VaultStaticSecret databases/shop-db',
      },
    ]);
  });
});
