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

import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  PlannedSecret,
  SealingScope,
  SecretDraft,
} from '@basewell/plugin-databases-common';
import { judgeSealedSecret } from '@basewell/plugin-databases-common/domain';
import { sealedHouse, scanForSecret, unsealSecret } from '@basewell/testkit';
import fc from 'fast-check';
import { parse } from 'yaml';
import { readCertificate } from '../planning/readCertificate';
import { sealForController } from './sealForController';
import { sealPlan } from './sealPlan';

const certificate = readFileSync(join(sealedHouse, 'pub-cert.pem'), 'utf8');
const fact = readCertificate(certificate);
const now = new Date('2026-11-01T00:00:00Z');

const generated = { from: 'generated', id: 'p', length: 32 } as const;

function secretOf(
  scope: SealingScope = 'strict',
  own: Partial<SecretDraft> = {},
): PlannedSecret {
  if (fact.state !== 'readable') {
    throw new Error(fact.reason);
  }
  return {
    kind: 'secret',
    repository: 'platform',
    path: 'secrets/databases/shop-sealed.yaml',
    change: 'create',
    purpose: 'a secret',
    shape: 'sealedSecret',
    secret: {
      name: 'shop-initdb-secret',
      namespace: 'databases',
      type: 'kubernetes.io/basic-auth',
      labels: { 'cnpg.io/reload': 'true' },
      annotations: { 'basewell.dev/owner': 'group:default/shop' },
      values: {
        username: { from: 'literal', value: 'shop' },
        password: generated,
      },
      ...own,
    },
    encryption: {
      ...fact,
      state: 'sealed',
      certificate,
      from: 'pub-cert.pem',
      scope,
    },
  };
}

const seal = (files: readonly PlannedSecret[], existing: string[] = []) =>
  sealPlan(
    { files },
    {
      existing: new Set(existing),
      random: randomBytes,
      provided: {},
      now,
      encrypt: async () => {
        throw new Error('SOPS has no part in it');
      },
    },
  );

function canOpen(text: string): boolean {
  try {
    unsealSecret(text);
    return true;
  } catch {
    return false;
  }
}

describe('sealForController', () => {
  it('reads what kubeseal wrote, so that opening ours means something', () => {
    const text = readFileSync(
      join(sealedHouse, 'secrets/databases/catalog-initdb-secret-sealed.yaml'),
      'utf8',
    );
    expect(unsealSecret(text)).toEqual({
      username: 'catalog',
      password: 'test-only',
    });
    expect(judgeSealedSecret(text)).toBe('sealed');
  });

  it('keeps type, labels and annotations of the Secret, and its values from everybody', async () => {
    const text = (await seal([secretOf()])).get(secretOf().path)!;
    const metadata = {
      name: 'shop-initdb-secret',
      namespace: 'databases',
      labels: { 'cnpg.io/reload': 'true' },
      annotations: { 'basewell.dev/owner': 'group:default/shop' },
    };
    expect(parse(text)).toEqual({
      apiVersion: 'bitnami.com/v1alpha1',
      kind: 'SealedSecret',
      metadata,
      spec: {
        encryptedData: {
          username: expect.any(String),
          password: expect.any(String),
        },
        template: { metadata, type: 'kubernetes.io/basic-auth' },
      },
    });
    const { username, password } = unsealSecret(text);
    expect(username).toBe('shop');
    expect(password).toHaveLength(32);
    expect(scanForSecret({ password }, text, 'file')).toEqual([]);
  });

  it.each<{ scope: SealingScope; moved: string; opens: boolean }>([
    { scope: 'strict', moved: 'name: other', opens: false },
    { scope: 'strict', moved: 'namespace: other', opens: false },
    { scope: 'namespace-wide', moved: 'name: other', opens: true },
    { scope: 'namespace-wide', moved: 'namespace: other', opens: false },
    { scope: 'cluster-wide', moved: 'namespace: other', opens: true },
  ])(
    '$scope: with another $moved it opens: $opens',
    async ({ scope, moved, opens }) => {
      const text = (await seal([secretOf(scope)])).get(secretOf().path)!;
      expect(unsealSecret(text).username).toBe('shop');
      const [field] = moved.split(':');
      const elsewhere = text.replace(
        new RegExp(`\\b${field}: \\S+`, 'g'),
        moved,
      );
      expect(canOpen(elsewhere)).toBe(opens);
    },
  );

  it('seals any value, each time otherwise', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        async value => {
          const values = { username: { from: 'literal', value } as const };
          const files = [secretOf('strict', { values })];
          const [one, other] = [await seal(files), await seal(files)].map(
            sealed => sealed.get(files[0].path)!,
          );
          expect(unsealSecret(one)).toEqual({ username: value });
          expect(one).not.toBe(other);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('gives two Secrets one password', async () => {
    const connection = {
      ...secretOf('strict', {
        name: 'web-shop-dev-env',
        namespace: 'web-shop-dev',
        values: {
          DATABASE_URI: {
            from: 'connectionUri',
            scheme: 'postgresql',
            user: 'shop',
            password: generated,
            host: 'db',
            port: 5432,
            database: 'shop',
            parameters: {},
          },
        },
      }),
      path: 'secrets/web-shop-dev/env-sealed.yaml',
    };
    const sealed = await seal([secretOf(), connection]);
    const [{ password }, { DATABASE_URI }] = [...sealed.values()].map(
      unsealSecret,
    );
    expect(DATABASE_URI).toBe(`postgresql://shop:${password}@db:5432/shop`);
    // Never a second password beside one that stands.
    await expect(
      seal([secretOf(), connection], [secretOf().path]),
    ).rejects.toThrow(/its password cannot be read here/);
    const both = [secretOf().path, connection.path];
    expect(await seal([secretOf(), connection], both)).toEqual(new Map());
  });

  it('does not seal with a certificate that is over, nor without one', () => {
    const { encryption, ...planned } = secretOf();
    const values = { password: Buffer.from('hunter2') };
    const options = { random: randomBytes, now: new Date('2127-01-01') };
    expect(() =>
      sealForController({ ...planned, encryption }, values, options),
    ).toThrow(/cannot be sealed: the certificate in pub-cert.pem is over/);
    const uncovered = { state: 'uncovered', reason: 'no rule' } as const;
    expect(() =>
      sealForController({ ...planned, encryption: uncovered }, values, options),
    ).toThrow(/no certificate/);
  });

  it('says nothing of a session key, and leaves none', async () => {
    const keys: Uint8Array[] = [];
    const { encryption, ...planned } = secretOf();
    sealForController(
      { ...planned, encryption },
      { password: Buffer.from('x') },
      {
        now,
        random(length) {
          const bytes = randomBytes(length);
          keys.push(bytes);
          return bytes;
        },
      },
    );
    expect(keys.map(bytes => [...bytes])).toEqual([Array(32).fill(0)]);
  });
});
