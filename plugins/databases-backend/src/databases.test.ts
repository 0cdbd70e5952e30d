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
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  Coverage,
  CoverageGap,
  databasesDatabaseReadPermission,
  StateTransition,
} from '@basewell/plugin-databases-common';
import { vaultEntry } from '@basewell/plugin-databases-common/domain';
import { createDatabaseConditionalDecision, databaseConditions } from '.';
import { databaseFacts, deliver } from './__testUtils__/databaseFacts';
import { grace, PluginScene } from './__testUtils__/PluginScene';
import { TestDatabases } from '@backstage/backend-test-utils';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const shop = 'cnpg.databases.shop-cnpg@north';
const till = 'cnpg.databases.till-cnpg@north';
const estate = [
  ...databaseFacts('shop-cnpg', {
    app: 'shop',
    environment: 'prod',
    owner: 'group:default/team-shop',
  }),
  ...databaseFacts('shop-dev-cnpg', { environment: 'dev', owner: 'team-shop' }),
  ...databaseFacts('till-cnpg', {
    app: 'till',
    environment: 'prod',
    owner: 'group:default/team-till',
    phase:
      'Cluster cannot proceed to reconciliation due to an unknown plugin being required',
  }),
];

const nobodyAnswers = `
apiVersion: v1
kind: Config
current-context: north
clusters:
  - name: north
    cluster: { server: 'http://127.0.0.1:1' }
users:
  - name: portal
    user: {}
contexts:
  - name: north
    context: { cluster: north, user: portal }
`;

const names = (body: any): string[] =>
  body.items.map(({ database }: any) => database.name);

describe('/api/databases, what runs', () => {
  const knexes = TestDatabases.create({ ids: ['SQLITE_3'] });
  let scene: PluginScene;
  beforeAll(async () => {
    scene = await PluginScene.start({ config: {} });
    await deliver(scene.observatory, estate);
  });
  afterAll(() => scene?.stop());
  beforeEach(() => {
    scene.audit.length = 0;
  });

  it.each([
    '/databases',
    `/databases/${shop}`,
    `/databases/${shop}/history`,
    '/coverage',
    '/entities/component/default/shop/databases',
  ])(
    '%s is not for strangers, nor for those without permission',
    async path => {
      const { status } = await fetch(`${scene.url}${path}`, {
        headers: { authorization: 'Bearer mock-none-token' },
      });
      expect(status).toBe(401);
      const other = await PluginScene.start({
        config: {},
        denied: ['databases.read'],
      });
      const { status: forbidden, body } = await other.get(path);
      expect(forbidden).toBe(403);
      expect(body.error.message).toContain('databases.read');
      expect(other.audit).toMatchObject([{ ended: 'failed' }]);
      await other.stop();
    },
  );

  describe('what a policy decides', () => {
    const table: readonly {
      readonly reason: string;
      readonly decision: PolicyDecision;
      readonly sees: readonly string[];
    }[] = [
      {
        reason: 'everything',
        decision: { result: AuthorizeResult.ALLOW },
        sees: ['till-cnpg', 'shop-cnpg', 'shop-dev-cnpg'],
      },
      {
        reason: 'those of the team, also when the kind is left out',
        decision: conditional(
          databaseConditions.isOwner({ claims: ['group:default/team-shop'] }),
        ),
        sees: ['shop-cnpg', 'shop-dev-cnpg'],
      },
      {
        reason: 'those of another team',
        decision: conditional(
          databaseConditions.isOwner({ claims: ['group:default/team-till'] }),
        ),
        sees: ['till-cnpg'],
      },
      {
        reason: 'those of nobody',
        decision: conditional(databaseConditions.isOwner({ claims: [] })),
        sees: [],
      },
      {
        reason: 'what is not in production',
        decision: conditional({
          not: databaseConditions.inEnvironment({ environments: ['prod'] }),
        }),
        sees: ['shop-dev-cnpg'],
      },
      {
        reason: 'the team, and development of all',
        decision: conditional({
          anyOf: [
            databaseConditions.isOwner({ claims: ['group:default/team-till'] }),
            databaseConditions.inEnvironment({ environments: ['dev'] }),
          ],
        }),
        sees: ['till-cnpg', 'shop-dev-cnpg'],
      },
    ];

    it.each(table)('shows $reason', async ({ decision, sees }) => {
      const other = await PluginScene.start({
        config: {},
        decide: () => decision,
      });
      await deliver(other.observatory, estate);
      const fleet = await other.get('/databases?sort=name');
      expect(names(fleet.body).sort()).toEqual([...sees].sort());
      expect(fleet.body.total).toBe(sees.length);
      const counted = Object.values<number>(
        fleet.body.counts.health ?? {},
      ).reduce((sum, count) => sum + count, 0);
      expect(counted).toBe(sees.length);
      const owners = fleet.body.facets.owner.map(({ value }: any) => value);
      const seesTill = sees.includes('till-cnpg');
      expect(owners.includes('group:default/team-till')).toBe(seesTill);
      for (const path of [`/databases/${till}`, `/databases/${till}/history`]) {
        const { status } = await other.get(path);
        expect(status).toBe(seesTill ? 200 : 404);
      }
      await other.stop();
    });

    it('says so when it is nothing at all', async () => {
      const other = await PluginScene.start({
        config: {},
        decide: () => ({ result: AuthorizeResult.DENY }),
      });
      const { status, body } = await other.get('/databases');
      expect(status).toBe(403);
      expect(body.error.message).toContain('databases.database.read');
      await other.stop();
    });

    it('does not tell a database that is hidden from one that is not there', async () => {
      const other = await PluginScene.start({
        config: {},
        decide: () => conditional(databaseConditions.isOwner({ claims: [] })),
      });
      await deliver(other.observatory, estate);
      const hidden = await other.get(`/databases/${shop}`);
      const missing = await other.get(`/databases/${shop}x`);
      expect(hidden.status).toBe(404);
      expect(missing.status).toBe(404);
      expect(hidden.body.error.message).toBe(
        missing.body.error.message.replace(`${shop}x`, shop),
      );
      const entity = await other.get(
        '/entities/component/default/shop/databases',
      );
      expect(entity.body).toMatchObject({ items: [], ambiguous: [] });
      await other.stop();
    });
  });

  describe('GET /entities/:kind/:namespace/:name/databases', () => {
    const path = '/entities/component/default/shop/databases';

    it('has the databases of the service with all that is known', async () => {
      const { status, body } = await scene.get(path);
      expect(status).toBe(200);
      expect(body.items).toEqual([
        expect.objectContaining({
          database: expect.objectContaining({ id: shop, app: 'shop' }),
          engineTitle: expect.any(String),
          worst: { lane: 'backup', state: 'none' },
          lanes: expect.objectContaining({
            health: expect.objectContaining({ state: 'healthy' }),
            backup: expect.objectContaining({ state: 'none' }),
          }),
          description: expect.objectContaining({
            instances: expect.any(Array),
          }),
        }),
      ]);
      expect(body.ambiguous).toEqual([
        {
          reason: expect.stringContaining('only named after shop'),
          candidates: ['cnpg.databases.shop-dev-cnpg@north'],
        },
      ]);
      expect(body.searched).toMatchObject({
        app: 'shop',
        kubernetesClusters: ['north'],
      });
      expect(body.gaps).toEqual([]);
      expect(scene.audit).toMatchObject([
        {
          eventId: 'database-fetch',
          meta: {
            queryType: 'by-entity',
            entityRef: 'component:default/shop',
          },
          ended: 'succeeded',
        },
      ]);
    });

    it('has no answer about entities that the caller cannot see', async () => {
      const { status, body } = await scene.get(path, grace);
      expect(status).toBe(404);
      expect(body.error.message).toContain('component:default/shop');
    });

    it('says that nothing can be seen rather than that there is nothing', async () => {
      const other = await PluginScene.start({ config: {} });
      const { body } = await other.get(path);
      expect(body.items).toEqual([]);
      expect(body.gaps).toEqual([
        expect.objectContaining({
          kubernetesCluster: '*',
          message: expect.stringContaining('No Kubernetes cluster is known'),
        }),
      ]);
      await other.stop();
    });
  });

  describe('GET /databases', () => {
    it('begins with the worst', async () => {
      const { body } = await scene.get('/databases');
      expect(names(body)).toEqual(['till-cnpg', 'shop-cnpg', 'shop-dev-cnpg']);
      expect(body.items[0].worst).toEqual({ lane: 'health', state: 'failed' });
      expect(body.counts.health).toEqual({ failed: 1, healthy: 2 });
    });

    it.each([
      { query: 'health=failed', finds: ['till-cnpg'] },
      { query: 'health=failed&health=degraded', finds: ['till-cnpg'] },
      {
        query: 'environment=prod&sort=name',
        finds: ['shop-cnpg', 'till-cnpg'],
      },
      {
        query: 'sort=name&order=desc',
        finds: ['till-cnpg', 'shop-dev-cnpg', 'shop-cnpg'],
      },
      { query: 'sort=name&offset=1&limit=1', finds: ['shop-dev-cnpg'] },
      { query: 'search=TILL', finds: ['till-cnpg'] },
      {
        query: 'search=team-shop&sort=name',
        finds: ['shop-cnpg', 'shop-dev-cnpg'],
      },
      { query: 'attention=false', finds: [] },
    ])('finds $finds by $query', async ({ query, finds }) => {
      const { status, body } = await scene.get(`/databases?${query}`);
      expect(status).toBe(200);
      expect(names(body)).toEqual(finds);
    });

    it('counts in a facet what the other filters leave', async () => {
      const { body } = await scene.get(
        '/databases?environment=prod&owner=group:default/team-till',
      );
      expect(body.total).toBe(1);
      expect(body.facets.environment).toEqual([{ value: 'prod', count: 1 }]);
      expect(body.facets.owner).toEqual([
        { value: 'group:default/team-shop', count: 1 },
        { value: 'group:default/team-till', count: 1 },
      ]);
    });

    it.each([
      { query: 'health=splendid', says: 'health has no value "splendid"' },
      { query: 'healt=failed', says: 'there is no parameter healt' },
      { query: 'sort=size', says: 'sort has no value "size"' },
      { query: 'limit=201', says: 'limit must be a whole number up to 200' },
      { query: 'offset=-1', says: 'offset must be a whole number' },
      { query: 'search=a&search=b', says: 'search must be one text' },
    ])('refuses $query', async ({ query, says }) => {
      const { status, body } = await scene.get(`/databases?${query}`);
      expect(status).toBe(400);
      expect(body.error.message).toContain(says);
    });
  });

  describe('conditional requests', () => {
    it('answers 304 while the answer holds, and says how long that is', async () => {
      const first = await scene.get(`/databases/${shop}`);
      const { now, validUntil } = first.body;
      expect(Date.parse(validUntil)).toBeGreaterThan(Date.parse(now));
      expect(Date.parse(validUntil) - Date.parse(now)).toBeLessThanOrEqual(
        60_000,
      );
      expect(first.headers['cache-control']).toBe('private, no-cache');
      const ask = () =>
        scene
          .get(`/databases/${shop}`)
          .set('If-None-Match', first.headers.etag);
      const slotOf = (instant: number) => Math.floor(instant / 30_000);
      const again = await ask();
      // Past the end of a slot the answer holds for longer, and is another one.
      const same = slotOf(Date.now()) === slotOf(Date.parse(now));
      expect(again.status).toBe(same ? 304 : 200);

      await deliver(scene.observatory, [
        ...databaseFacts('shop-cnpg', {
          app: 'shop',
          environment: 'prod',
          owner: 'group:default/team-shop',
          phase: 'Failing over',
        }),
      ]);
      expect((await ask()).status).toBe(200);
      await deliver(scene.observatory, estate);
    });
  });

  it('keeps the history over a restart', async () => {
    const knex = await knexes.init('SQLITE_3');
    const first = await PluginScene.start({ config: {}, knex });
    await deliver(first.observatory, estate);
    await first.observatory.settle();
    const path = `/databases/${shop}/history`;
    const before = (await first.get(path)).body.items;
    expect(
      before.map(({ lane, to }: StateTransition) => [lane, to]),
    ).toContainEqual(['health', 'healthy']);
    await first.observatory.stop();

    const second = await PluginScene.start({ config: {}, knex });
    await deliver(second.observatory, estate);
    expect((await second.get(path)).body.items).toEqual(before);
    await second.observatory.stop();
  });

  it('lists the databases of a Kubernetes cluster that does not answer after a restart', async () => {
    const knex = await knexes.init('SQLITE_3');
    const folder = await mkdtemp(join(tmpdir(), 'basewell-restart-'));
    const path = join(folder, 'kubeconfig');
    await writeFile(path, nobodyAnswers);
    const config = {
      databases: { kubernetes: { source: 'kubeconfig', kubeconfig: { path } } },
    };
    const contact = new Date(Date.now() + 60_000).toISOString();
    const first = await PluginScene.start({ config: {}, knex });
    await deliver(first.observatory, estate, { lastSyncedAt: contact });
    const before = (await first.get(`/databases/${shop}/history`)).body.items;
    await first.observatory.stop();
    await first.stop();

    const second = await PluginScene.start({ config, knex });
    await second.observatory.settle();
    const { body } = await second.get('/databases?sort=name');
    expect(names(body)).toEqual(['shop-cnpg', 'shop-dev-cnpg', 'till-cnpg']);
    expect(body.counts.health).toEqual({ unknown: 3 });
    const detail = await second.get(`/databases/${shop}`);
    expect(detail.body.item).toMatchObject({
      staleSince: contact,
      lanes: {
        health: { state: 'unknown', message: 'knowledgeStale.notSeen' },
        backup: { state: 'unknown' },
      },
      description: {},
    });
    expect((await second.get(`/databases/${shop}/history`)).body.items).toEqual(
      before,
    );

    const [cluster, instance] = databaseFacts('shop-cnpg', { app: 'shop' });
    await deliver(second.observatory, [cluster, instance]);
    const seen = await second.get('/databases');
    expect(names(seen.body)).toEqual(['shop-cnpg']);
    expect(seen.body.items[0].staleSince).toBeUndefined();
    expect(seen.body.counts.health).toEqual({ healthy: 1 });
    expect(await knex('identities').pluck('database')).toEqual([shop]);
    expect(new Set<string>(await knex('last_known').pluck('database'))).toEqual(
      new Set([shop]),
    );
    await second.observatory.stop();
    await second.stop();
    await rm(folder, { recursive: true });
  });

  it('takes no Vault for a Kubernetes cluster', async () => {
    const other = await PluginScene.start({ config: {} });
    const { store } = other.observatory;
    const coverage: Coverage = {
      kubernetesCluster: 'vault:main',
      kind: vaultEntry.id,
      state: 'failing',
      since: '2026-11-21T00:00:00.000Z',
      message: 'It is sealed.',
      objects: 0,
    };
    store.cover(coverage);
    const before = await other.get('/databases');
    expect(
      before.body.gaps.map(
        ({ kubernetesCluster }: CoverageGap) => kubernetesCluster,
      ),
    ).toEqual(['*', 'vault:main']);

    await deliver(other.observatory, estate, {
      lastSyncedAt: '2026-11-21T00:00:00.000Z',
    });
    const { body } = await other.get('/coverage');
    expect(body.kubernetesClusters).toHaveLength(1);
    expect(body.sources).toMatchObject([
      { origin: 'vault', name: 'main', state: 'partial' },
    ]);
    const tab = await other.get('/entities/component/default/shop/databases');
    expect(tab.body.searched.kubernetesClusters).toEqual(['north']);
    const fleet = await other.get('/databases');
    expect(fleet.body.facets.kubernetesCluster).toMatchObject([
      { value: 'north' },
    ]);
    expect(fleet.body.gaps).toMatchObject([
      { kubernetesCluster: 'vault:main', message: 'It is sealed.' },
    ]);
    expect([...store.contacts().keys()]).toEqual(['north']);
    await other.stop();
  });

  it('says how well each Kubernetes cluster is seen', async () => {
    const other = await PluginScene.start({ config: {} });
    await deliver(other.observatory, estate);
    await deliver(other.observatory, [], {
      kubernetesCluster: 'south',
      state: 'unreachable',
      message: 'It does not answer.',
    });
    const { body } = await other.get('/coverage');
    expect(
      body.kubernetesClusters.map(({ name, state }: any) => [name, state]),
    ).toEqual([
      ['north', 'ok'],
      ['south', 'unreachable'],
    ]);
    expect(body.kubernetesClusters[1].kinds[0]).toMatchObject({
      title: expect.any(String),
      feeds: expect.any(String),
      message: 'It does not answer.',
    });
    expect(body.sources).toEqual([]);
    const fleet = await other.get('/databases');
    expect(fleet.body.gaps).toEqual([
      expect.objectContaining({
        kubernetesCluster: 'south',
        state: 'unreachable',
        message: 'It does not answer.',
      }),
    ]);
    await other.stop();
  });

  it('links to the pages of the team, and to runbooks of what was found', async () => {
    const other = await PluginScene.start({
      config: {
        databases: {
          links: [
            {
              title: 'Dashboard',
              url: 'https://grafana.example/d/pg?ns={namespace}&cluster={name}',
            },
            { title: 'App', url: 'https://apps.example/{app}' },
          ],
          runbooks: { 'backup-none': 'https://wiki.example/backup' },
        },
      },
    });
    await deliver(other.observatory, estate);
    const { body } = await other.get(
      '/databases/cnpg.databases.shop-dev-cnpg@north',
    );
    expect(body.item.links).toEqual([
      {
        title: 'Dashboard',
        url: 'https://grafana.example/d/pg?ns=databases&cluster=shop-dev-cnpg',
      },
    ]);
    await other.stop();
  });
});

function conditional(
  conditions: Parameters<typeof createDatabaseConditionalDecision>[1],
): PolicyDecision {
  return createDatabaseConditionalDecision(
    databasesDatabaseReadPermission,
    conditions,
  );
}
