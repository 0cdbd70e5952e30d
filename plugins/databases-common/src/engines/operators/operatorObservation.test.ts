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

import { DatabaseIdentity } from '../../model';
import { crunchy } from '../crunchy/crunchy';
import { percona } from '../percona/percona';
import { stackgres } from '../stackgres/stackgres';
import { zalando } from '../zalando/zalando';
import {
  deployment,
  installation,
  operatedEngines,
} from './__testUtils__/operatedEngines';
import {
  arangoClusterObject,
  changed,
  crunchyObject,
} from './__testUtils__/operatedObjects';
import { OperatedScene } from './__testUtils__/OperatedScene';

const versions: { readonly [engine: string]: string } = {
  clickhouse: '25.8',
  arangodb: '3.12',
};

describe.each(operatedEngines)(
  '$engine.title',
  ({ engine, resource, pods }) => {
    const scene = new OperatedScene(engine, { objects: [resource, ...pods] });
    const { observation } = engine;

    it('is recognized by the resource of its operator', () => {
      const identities = scene.facts.flatMap(fact =>
        observation!.identify(fact),
      );
      expect(identities).toEqual<readonly DatabaseIdentity[]>([
        {
          id: `${engine.id}.data.shop@prod`,
          engine: engine.id,
          kubernetesCluster: 'prod',
          namespace: 'data',
          name: 'shop',
          ...(['zalando', 'crunchy', 'percona'].includes(engine.id) && {
            database: 'shop',
          }),
          version: versions[engine.id] ?? '17',
          app: 'shop',
          environment: 'dev',
          owner: 'group:default/team-shop',
          services: ['component:default/shop', 'checkout'],
          createdAt: '2026-11-01T08:00:00Z',
        },
      ]);
    });

    it('is found in Argo CD by the id on its resource', () => {
      expect(observation!.tracking!(scene.subject)).toEqual([
        expect.stringMatching(/^shop-db:.*:data\/shop$/),
      ]);
    });

    it('is described with its instances and how it is reached', () => {
      const { instances = [], connection } = scene.describe();
      expect(instances.map(({ ready }) => ready)).toEqual(pods.map(() => true));
      expect(connection!.host).toMatch(/^[a-z-]+\.data\.svc\.cluster\.local$/);
      expect(connection!.commands).toHaveLength(1);
    });

    it('keeps no value, and at most 2 kB of its resource', () => {
      const [fact] = scene.facts;
      const kept = JSON.stringify(fact);
      expect(kept).not.toContain('never-kept');
      expect(kept.length).toBeLessThanOrEqual(2048);
    });
  },
);

describe('the resource of an operator', () => {
  it.each([
    {
      engine: zalando,
      addresses: ['shop.data', 'shop-repl.data'],
      secrets: [
        'shop.shop.credentials.postgresql.acid.zalan.do',
        'shop-owner.shop.credentials.postgresql.acid.zalan.do',
        'postgres.shop.credentials.postgresql.acid.zalan.do',
      ],
    },
    {
      engine: crunchy,
      addresses: [
        'shop-primary.data',
        'shop-pgbouncer.data',
        'shop-ha.data',
        'shop-replicas.data',
      ],
      secrets: ['shop-pguser-shop'],
    },
    {
      engine: percona,
      addresses: [
        'shop-primary.data',
        'shop-pgbouncer.data',
        'shop-ha.data',
        'shop-replicas.data',
      ],
      secrets: ['shop-pguser-shop'],
    },
    {
      engine: stackgres,
      addresses: ['shop.data', 'shop-primary.data', 'shop-replicas.data'],
      secrets: ['shop'],
    },
    {
      engine: installation,
      addresses: ['clickhouse-shop.data'],
      secrets: ['shop-clickhouse'],
    },
    {
      engine: deployment,
      addresses: ['shop.data', 'shop-ea.data'],
      secrets: ['shop-jwt', 'shop-root'],
    },
  ])(
    'leads to the services and the Secrets: $engine.title',
    ({ engine, addresses, secrets }) => {
      const { resource } = operatedEngines.find(
        other => other.engine.id === engine.id,
      )!;
      const { subject } = new OperatedScene(engine, { objects: [resource] });
      const { observation } = engine;
      expect(observation!.addresses!(subject)).toEqual(addresses);
      expect(
        observation!.credentials!.read(subject)!.uses.map(({ name }) => name),
      ).toEqual(secrets);
    },
  );

  it('tells whose password stands in it, and never the password', () => {
    const { resource } = operatedEngines.find(
      ({ engine }) => engine === installation,
    )!;
    const { subject } = new OperatedScene(installation, {
      objects: [resource],
    });
    const [found, ...others] =
      installation.observation!.credentials!.rules!.flatMap(rule =>
        rule.check(subject),
      );
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      message: 'credentialLiteral.open',
      params: { variables: ['report/password'] },
      state: 'weak',
    });
    expect(JSON.stringify(found)).not.toContain('never-kept');
  });

  it('beneath a PerconaPGCluster is no database of its own', () => {
    const scene = new OperatedScene(crunchy, {
      objects: [
        changed(crunchyObject, {
          'metadata.ownerReferences': [
            { kind: 'PerconaPGCluster', name: 'shop', controller: true },
          ],
        }),
      ],
    });
    const [fact] = scene.facts;
    expect(crunchy.observation!.identify(fact)).toEqual([]);
    expect(
      crunchy.observation!.assessObject!(fact, scene.subject),
    ).toBeUndefined();
  });

  it.each([
    {
      reason: 'many members',
      object: changed(arangoClusterObject, {
        'spec.mode': 'x'.repeat(4000),
        'status.reason': 'x'.repeat(4000),
        'status.conditions': ['Ready', 'UpToDate', 'UpgradeFailed'].map(
          type => ({
            type,
            status: 'False',
            reason: 'x'.repeat(4000),
            message: 'x'.repeat(4000),
          }),
        ),
      }),
      engine: deployment,
    },
    {
      reason: 'many sets, users and backups',
      object: changed(crunchyObject, {
        'spec.instances': Array.from({ length: 40 }, (_, index) => ({
          name: `set-${index}`,
          replicas: 2,
        })),
        'spec.users': Array.from({ length: 64 }, (_, index) => ({
          name: `user-${index}-${'x'.repeat(40)}`,
          databases: [`database-${index}`],
        })),
        'status.pgbackrest': {
          scheduledBackups: Array.from({ length: 40 }, () => ({
            repo: 'repo1',
            type: 'full',
            startTime: '2026-11-15T01:00:00Z',
            completionTime: '2026-11-15T01:00:00Z',
          })),
        },
      }),
      engine: crunchy,
    },
  ])('is kept short: $reason', ({ engine, object }) => {
    const [fact] = new OperatedScene(engine, { objects: [object] }).facts;
    expect(JSON.stringify(fact).length).toBeLessThanOrEqual(2560);
  });

  it('counts every instance, also of sets that there is no room to name', () => {
    const sets = Array.from({ length: 40 }, (_, index) => ({
      name: `set-${index}`,
      replicas: 2,
    }));
    const { evidence } = new OperatedScene(crunchy, {
      objects: [changed(crunchyObject, { 'spec.instances': sets })],
      coverage: { pods: 'forbidden' },
    }).assess();
    expect(evidence).toContainEqual(
      expect.objectContaining({
        field: 'spec.instances[].replicas',
        value: '80',
      }),
    );
  });
});
