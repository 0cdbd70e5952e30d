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
import { defaultTargetOptions } from '../layouts/defaultTargetOptions';
import { DatabaseNames, NameOverrides } from '../model';
import { checkAppKey } from './checkAppKey';
import { NamingTarget } from './NamingTarget';
import { NameEvidence, resolveNames } from './resolveNames';

const canon: NamingTarget = {
  ...defaultTargetOptions,
  sharedBootstrapSecret: false,
  generatedBootstrapSecret: false,
};

const shopDev: DatabaseNames = {
  appNamespace: 'web-shop-dev',
  databasesNamespace: 'databases',
  cluster: 'shop-dev-cnpg',
  database: 'shop',
  owner: 'shop',
  bootstrapSecret: 'shop-dev-initdb-secret',
  runtimeSecret: 'web-shop-dev-env',
  databaseApplication: 'infra-shop-dev-db',
  appApplication: 'web-shop-dev',
  writerHost: 'shop-dev-cnpg-rw.databases.svc.cluster.local',
};

const shopProd: DatabaseNames = {
  appNamespace: 'web-shop-prod',
  databasesNamespace: 'databases',
  cluster: 'shop-cnpg',
  database: 'shop',
  owner: 'shop',
  bootstrapSecret: 'shop-initdb-secret',
  runtimeSecret: 'web-shop-prod-env',
  databaseApplication: 'infra-shop-db',
  appApplication: 'web-shop-prod',
  writerHost: 'shop-cnpg-rw.databases.svc.cluster.local',
};

interface Case {
  readonly reason: string;
  readonly app?: string;
  readonly environment?: string;
  readonly target?: Partial<NamingTarget>;
  readonly overrides?: NameOverrides;
  readonly evidence?: NameEvidence;
}

function resolve({ app, environment, target, overrides, evidence }: Case) {
  return resolveNames(
    app ?? 'shop',
    environment ?? 'dev',
    { ...canon, ...target },
    overrides,
    evidence,
  );
}

describe('resolveNames', () => {
  it.each<Case & { names: Partial<DatabaseNames> }>([
    { reason: "the canon's names in dev", names: shopDev },
    {
      reason: "the canon's names in production",
      environment: 'prod',
      names: shopProd,
    },
    {
      reason: 'identifiers are snake case',
      app: 'content-hub',
      names: { database: 'content_hub', owner: 'content_hub' },
    },
    {
      reason: "the canon's one bootstrap secret",
      target: { sharedBootstrapSecret: true },
      names: { bootstrapSecret: 'shop-initdb-secret' },
    },
    {
      reason: 'the secret that CloudNativePG makes has the name it gives',
      target: { generatedBootstrapSecret: true },
      names: { bootstrapSecret: 'shop-dev-cnpg-app' },
    },
    {
      reason: 'what stands wins over conventions, and others follow it',
      evidence: { appNamespace: 'web-payload-dev' },
      names: {
        appNamespace: 'web-payload-dev',
        runtimeSecret: 'web-payload-dev-env',
        appApplication: 'web-payload-dev',
        cluster: 'shop-dev-cnpg',
      },
    },
    {
      reason: 'the request wins over what stands',
      evidence: { appNamespace: 'web-payload-dev' },
      overrides: { appNamespace: 'web-tech' },
      names: { appNamespace: 'web-tech', runtimeSecret: 'web-tech-env' },
    },
    {
      reason: 'the database names its owner and the cluster its host',
      overrides: { database: 'payload_tech', cluster: 'tech-pg' },
      names: {
        owner: 'payload_tech',
        writerHost: 'tech-pg-rw.databases.svc.cluster.local',
      },
    },
    {
      reason: 'an override of another environment is not for this one',
      overrides: { cluster: { prod: 'tech-pg' } },
      names: shopDev,
    },
  ])('finds $reason', ({ names, ...input }) => {
    const resolved = resolve(input);
    expect(resolved.names).toMatchObject(names);
    expect(resolved.problems).toEqual([]);
  });

  it.each<Case & { field: string; message: string }>([
    {
      reason: 'an app key of 50 letters makes a cluster of more',
      app: 'a'.repeat(50),
      field: 'metadata.name',
      message: 'naming.tooLong',
    },
    {
      reason: 'an owner that CloudNativePG uses',
      overrides: { owner: { dev: 'streaming_replica' } },
      field: 'spec.names.owner.dev',
      message: 'naming.reserved',
    },
    {
      reason: 'a secret that CloudNativePG makes itself',
      overrides: { bootstrapSecret: 'shop-dev-cnpg-app' },
      field: 'spec.names.bootstrapSecret',
      message: 'naming.madeByOperator',
    },
    {
      reason: 'one secret for both in one namespace',
      overrides: {
        appNamespace: 'databases',
        bootstrapSecret: 'shop-secret',
        runtimeSecret: 'shop-secret',
      },
      field: 'spec.names.runtimeSecret',
      message: 'naming.madeByOperator',
    },
    {
      reason: 'two Applications of one name',
      overrides: { databaseApplication: 'shop', appApplication: 'shop' },
      field: 'spec.names.appApplication',
      message: 'naming.same',
    },
    {
      reason: 'a template with a mistyped placeholder',
      target: { names: { ...canon.names, cluster: '{application}-cnpg' } },
      field: 'metadata.name',
      message: 'naming.template',
    },
    {
      reason: 'a name that would leave its folder',
      overrides: { runtimeSecret: '../../argocd/apps/root' },
      field: 'spec.names.runtimeSecret',
      message: 'naming.label',
    },
  ])('refuses $reason', ({ field, message, ...input }) => {
    expect(resolve(input).problems).toContainEqual(
      expect.objectContaining({ rule: 'naming', field, message }),
    );
  });

  it('accepts nothing that Kubernetes, CloudNativePG or PostgreSQL refuses', () => {
    const anyName = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 70 }),
      fc.stringMatching(/^[a-z0-9_.-]{1,70}$/),
      fc.stringMatching(/^[a-z][a-z0-9-]{0,60}[a-z0-9]$/),
      fc.constantFrom('postgres', 'pg_x', 'shop-cnpg-ca', 'databases'),
    );
    const anyOverrides = fc.record(
      Object.fromEntries(
        Object.keys(canon.names).map(name => [name, anyName]),
      ) as { [name in keyof NameOverrides]: typeof anyName },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z][a-z0-9-]{0,62}$/),
        fc.constantFrom('dev', 'stage', 'prod'),
        fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, anyOverrides),
        (app, environment, overrides) => {
          const environments = canon.environments.map(({ name }) => name);
          const { names, problems } = resolveNames(
            app,
            environment,
            canon,
            overrides,
          );
          if (problems.length || checkAppKey(app, environments).length) {
            return;
          }
          for (const namespace of [
            names.appNamespace,
            names.databasesNamespace,
            names.databaseApplication,
            names.appApplication,
          ]) {
            expect(isLabel(namespace)).toBe(true);
          }
          for (const derived of [
            names.cluster,
            ...['rw', 'ro', 'r', 'any', 'pooler-rw', 'backup', '100'].map(
              suffix => `${names.cluster}-${suffix}`,
            ),
          ]) {
            expect(isLabel(derived) && /^[a-z]/.test(derived)).toBe(true);
          }
          for (const secret of [names.bootstrapSecret, names.runtimeSecret]) {
            expect(secret.split('.').every(isLabel)).toBe(true);
          }
          for (const identifier of [names.database, names.owner]) {
            expect(Buffer.byteLength(identifier)).toBeLessThanOrEqual(63);
            expect(identifier).not.toMatch(/["'\s\\/@:?#%&]/);
            expect(['postgres', '']).not.toContain(identifier);
          }
          expect(names.owner).not.toMatch(/^(pg|cnpg)_|^streaming_replica$/);
        },
      ),
      { numRuns: 500 },
    );
  });
});

/** What Kubernetes' own message says of DNS-1123 labels, but for 253 in Secrets. */
function isLabel(text: string): boolean {
  return (
    text.length > 0 &&
    text.length <= 253 &&
    [...text].every(character =>
      'abcdefghijklmnopqrstuvwxyz0123456789-'.includes(character),
    ) &&
    !text.startsWith('-') &&
    !text.endsWith('-')
  );
}
