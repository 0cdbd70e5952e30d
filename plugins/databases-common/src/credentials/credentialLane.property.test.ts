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

import fc from 'fast-check';
import { coverageStates } from './__testUtils__/coverageStates';
import { CredentialCase, Seen } from './__testUtils__/CredentialCase';
import {
  application,
  at,
  cluster,
  condition,
  deployment,
  externalSecret,
  file,
  kvEntry,
  pushSecret,
  sealedSecret,
  secretObject,
  secretStore,
  sopsSecret,
  staticRole,
  staticRoleSecret,
  vaultAuth,
  vaultDynamicSecret,
  vaultStaticSecret,
  warning,
} from './__testUtils__/credentialObjects';
import { credentialStates, KubeObject } from '../model';

/** One way each in which a credential arrives, with what it rests on. */
const ways: readonly (Seen & { readonly rests: string })[] = [
  {
    database: { engine: 'redis', name: 'redis' },
    objects: [
      {
        apiVersion: 'apps/v1',
        kind: 'StatefulSet',
        metadata: {
          name: 'redis',
          namespace: 'databases',
          creationTimestamp: at('10:00'),
          labels: { 'app.kubernetes.io/name': 'redis' },
        },
        spec: {
          template: {
            spec: {
              containers: [
                {
                  name: 'redis',
                  image: 'redis:8',
                  envFrom: [{ secretRef: { name: 'shop-initdb-secret' } }],
                },
              ],
            },
          },
        },
      },
      vaultStaticSecret(),
    ],
    entries: [kvEntry({ updatedAt: at('08:00') })],
    rests: 'statefulsets.apps',
  },
  {
    objects: [cluster(), application()],
    files: [file()],
    rests: 'secret-files.git',
  },
  {
    objects: [cluster(), application()],
    files: [file()],
    rests: 'applications.argoproj.io',
  },
  {
    objects: [cluster(), vaultStaticSecret()],
    entries: [kvEntry()],
    rests: 'vaultstaticsecrets.secrets.hashicorp.com',
  },
  {
    objects: [cluster(), vaultStaticSecret()],
    entries: [kvEntry()],
    rests: 'entries.vault',
  },
  {
    objects: [cluster(), vaultDynamicSecret()],
    rests: 'vaultdynamicsecrets.secrets.hashicorp.com',
  },
  {
    objects: [cluster(), externalSecret()],
    rests: 'externalsecrets.external-secrets.io',
  },
  { objects: [cluster(), sealedSecret()], rests: 'sealedsecrets.bitnami.com' },
  {
    objects: [cluster(), sopsSecret('Healthy')],
    rests: 'sopssecrets.isindir.github.com',
  },
  {
    objects: [cluster({ spec: { bootstrap: { initdb: { secret: null } } } })],
    rests: 'clusters.postgresql.cnpg.io',
  },
];

/** Objects that say nothing good. */
const bad: readonly KubeObject[] = [
  vaultStaticSecret({ status: { lastGeneration: 0, conditions: [] } }),
  vaultStaticSecret({
    status: { conditions: [condition('Ready', at('01:00'))] },
  }),
  vaultDynamicSecret({ status: { lastRenewalTime: 1 } }),
  staticRoleSecret('2026-11-01T03:00:00Z'),
  externalSecret({ status: { conditions: [] } }),
  externalSecret({ status: { refreshTime: undefined } }),
  sealedSecret({ status: 'False' }),
  sealedSecret({ status: 'Unknown' }),
  sopsSecret('Decryption error'),
  sopsSecret(undefined),
  secretStore(false),
  vaultAuth({ valid: false }),
  warning('VaultStaticSecret', 'SecretSyncError', at('11:59')),
  deployment(at('10:00')),
  pushSecret(),
];

describe('credentialLane', () => {
  it.each(ways)('is in-sync by $rests, as a start', ({ rests, ...seen }) => {
    expect(new CredentialCase(seen).assess()?.state).toBe('in-sync');
  });

  it('is never in-sync when what it rests on is not seen', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ways),
        fc.constantFrom(...coverageStates.filter(state => state !== 'synced')),
        ({ rests, ...seen }, state) => {
          const judged = new CredentialCase({
            ...seen,
            coverage: { [rests]: state },
          }).assess();
          expect(judged?.state).not.toBe('in-sync');
        },
      ),
    );
  });

  it('is never in-sync when nobody says that a value has arrived', () => {
    fc.assert(
      fc.property(fc.subarray([...bad]), objects => {
        const { state } = new CredentialCase({
          objects: [cluster(), secretObject(at('10:00')), ...objects],
          secretMetadata: true,
        }).assess()!;
        expect(credentialStates).toContain(state);
        expect(state).not.toBe('in-sync');
      }),
    );
  });

  it('takes whatever an API server sends', () => {
    const junk = fc.oneof(
      fc.constantFrom(null, '', 0, -1, 1e300, true, [], {}, [null], 'x/y'),
      fc.constantFrom('0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '@.*'),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const good = [
      ...new Set(ways.flatMap(({ objects }) => objects)),
      staticRoleSecret(at('03:00')),
      vaultAuth({ valid: true }),
      pushSecret(),
      secretStore(true, { vault: { path: 'kv' } }),
      deployment(at('10:00')),
      warning('VaultStaticSecret', 'SecretSyncError', at('11:59')),
      secretObject(at('10:00')),
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: good.length - 1 }),
        fc.array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 5 }),
        junk,
        (index, path, value) => {
          const objects = good.map((object, position) =>
            position === index ? spoiled(object, path, value) : object,
          );
          const seen = new CredentialCase({
            objects,
            files: [file()],
            entries: [kvEntry(), staticRole('shop')],
            secretMetadata: true,
          });
          const { state } = seen.assess() ?? { state: 'unknown' };
          expect(credentialStates).toContain(state);
          expect(() => seen.describe()).not.toThrow();
          for (const fact of seen.facts) {
            seen.lane.assessObject!(fact, seen.subject);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** The same with something else at a place that the path leads to. */
function spoiled(
  object: KubeObject,
  path: readonly number[],
  value: unknown,
): KubeObject {
  const copy = JSON.parse(JSON.stringify(object));
  let node = copy;
  for (const [depth, step] of path.entries()) {
    const fields = Object.keys(node).filter(
      // An API server gives every object its name.
      field => !['apiVersion', 'kind', 'metadata'].includes(field) || depth > 0,
    );
    const field = fields[step % Math.max(1, fields.length)];
    if (field === undefined) {
      return copy;
    }
    const isLast =
      depth === path.length - 1 ||
      typeof node[field] !== 'object' ||
      node[field] === null;
    if (isLast) {
      node[field] = value;
      return copy;
    }
    node = node[field];
  }
  return copy;
}
