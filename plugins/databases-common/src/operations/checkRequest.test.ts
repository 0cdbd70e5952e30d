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
  canonTarget,
  canonTrees,
  planOver,
  requestFor,
} from '../__testUtils__/canon';

interface Row {
  readonly reason: string;
  readonly app?: string;
  readonly spec?: object;
  readonly options?: object;
}

async function findingsOf({ app = 'shop', spec = {}, options }: Row) {
  const { plan } = await planOver(
    canonTrees(),
    requestFor(app, spec),
    canonTarget(options),
  );
  return plan.findings;
}

const prod = { environments: [{ name: 'dev' }, { name: 'prod' }] };

describe('a request', () => {
  it.each<Row>([
    { reason: 'says no more than it must' },
    { reason: 'names the target', spec: { target: 'storefront' } },
    {
      reason: 'wants no backup in dev',
      spec: { environments: [{ name: 'dev', backup: false }] },
    },
    {
      reason: 'wants a backup in dev',
      spec: { environments: [{ name: 'dev', backup: {} }] },
    },
    {
      reason: 'names things for its environments',
      spec: { ...prod, names: { cluster: { prod: 'orders-pg' } } },
    },
  ])('is taken that $reason', async row => {
    expect(await findingsOf(row)).toEqual([]);
  });

  it.each<
    Row & { message: string; field?: string; severity?: 'warning' | 'error' }
  >([
    {
      reason: 'is for another target',
      spec: { target: 'other' },
      message: 'requestFitsTarget.target',
      field: 'spec.target',
    },
    {
      reason: 'wants an engine that cannot be made',
      spec: { engine: 'oracle' },
      message: 'requestFitsTarget.engine',
      field: 'spec.engine',
    },
    {
      reason: 'wants an environment that the target does not have',
      spec: { environments: [{ name: 'dev' }, { name: 'qa' }] },
      message: 'requestFitsTarget.environment',
      field: 'spec.environments[1].name',
    },
    {
      reason: 'wants a size that the target does not have',
      spec: { environments: [{ name: 'dev', size: 'huge' }] },
      message: 'requestFitsTarget.size',
      field: 'spec.environments[0].size',
    },
    {
      reason: 'wants a version without an image',
      spec: { version: '9' },
      message: 'supportedVersion.unknown',
      field: 'spec.version',
    },
    {
      reason: 'wants a backup method that nobody has',
      spec: { environments: [{ name: 'dev', backup: { method: 'tape' } }] },
      message: 'requestFitsTarget.backupMethod',
      field: 'spec.environments[0].backup',
    },
    {
      reason: 'wants backups that have nowhere to go',
      spec: { environments: [{ name: 'dev', backup: {} }] },
      options: { backup: {} },
      message: 'requestFitsTarget.backupStore',
      field: 'spec.environments[0].backup',
    },
    {
      reason: 'has production without a place for backups',
      spec: prod,
      options: { backup: {} },
      message: 'productionHasBackups.missing',
      field: 'spec.environments[1].backup',
    },
    {
      reason: 'turns backups off in production',
      spec: { environments: [{ name: 'prod', backup: false }] },
      message: 'productionHasBackups.missing',
      field: 'spec.environments[0].backup',
    },
    {
      reason: 'names something for an environment that it does not ask for',
      spec: { names: { cluster: { prod: 'orders' } } },
      message: 'requestFitsTarget.nameOf',
      field: 'spec.names.cluster.prod',
    },
    {
      reason: 'has a further database with a reserved name',
      spec: { databases: [{ name: 'postgres' }] },
      message: 'naming.reserved',
      field: 'spec.databases[0].name',
    },
    {
      reason: 'has a further database like the main one',
      spec: { databases: [{ name: 'shop' }] },
      message: 'naming.same',
      field: 'spec.databases[0].name',
    },
    {
      reason: 'has databases that Kubernetes cannot tell apart',
      spec: { databases: [{ name: 'a_b' }, { name: 'a-b' }] },
      message: 'naming.same',
      field: 'spec.databases',
    },
    {
      reason: 'has an app key that collides',
      app: 'landing-dev',
      message: 'environmentCollision.suffix',
      field: 'metadata.name',
    },
    {
      reason: 'has the cluster of another app',
      spec: { names: { cluster: 'landing-dev-cnpg' } },
      message: 'nameTaken.otherDatabase',
    },
    {
      reason: 'has the Secret of the cluster itself',
      spec: { names: { bootstrapSecret: 'shop-dev-cnpg-superuser' } },
      message: 'naming.madeByOperator',
      field: 'spec.names.bootstrapSecret',
    },
    {
      reason: 'is for a target whose templates are mistyped',
      options: { names: { cluster: '{ap}-cnpg' } },
      message: 'naming.template',
      field: 'metadata.name',
    },
  ])('is refused that $reason', async ({ message, field, ...row }) => {
    const findings = await findingsOf(row);
    expect(findings).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        message,
        ...(field !== undefined && { field }),
      }),
    );
  });

  it('is warned of a version that gets no fixes any more', async () => {
    const { plan } = await planOver(
      canonTrees(),
      requestFor('shop', { version: '14' }),
      undefined,
      '2027-01-01',
    );
    expect(plan.findings).toMatchObject([
      {
        rule: 'supported-version',
        severity: 'warning',
        summary: 'PostgreSQL 14 gets no fixes since 2026-11-12.',
        remedy: 'Use one of 18, 17, 16, 15.',
      },
    ]);
  });
});
