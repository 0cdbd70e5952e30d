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

import { mockCredentials } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { JsonObject } from '@backstage/types';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { databaseFacts, deliver } from './__testUtils__/databaseFacts';
import { ada, grace, PluginScene } from './__testUtils__/PluginScene';
import { createDatabaseConditionalDecision, databaseConditions } from '.';
import { databasesDatabaseReadPermission } from '@basewell/plugin-databases-common';

const shop = 'cnpg.databases.shop-cnpg@north';
const till = 'cnpg.databases.till-cnpg@north';

describe('the actions of agents', () => {
  const registry = actionsRegistryServiceMock({
    logger: { child: () => ({}) } as any,
  });
  let scene: PluginScene;
  beforeAll(async () => {
    scene = await PluginScene.start({
      config: {},
      features: [
        createServiceFactory({
          service: actionsRegistryServiceRef,
          deps: {},
          factory: () => registry,
        }),
      ],
      // Grace sees what her team owns.
      decide: user =>
        user === grace
          ? createDatabaseConditionalDecision(
              databasesDatabaseReadPermission,
              databaseConditions.isOwner({
                claims: ['group:default/team-till'],
              }),
            )
          : { result: AuthorizeResult.ALLOW },
    });
    await deliver(scene.observatory, [
      ...databaseFacts('shop-cnpg', {
        environment: 'prod',
        owner: 'group:default/team-shop',
      }),
      ...databaseFacts('till-cnpg', {
        owner: 'group:default/team-till',
        phase: 'Not enough disk space',
      }),
    ]);
  });
  afterAll(() => scene?.stop());

  async function ask(name: string, input: JsonObject, user = ada) {
    const { output } = await registry.invoke({
      id: `test:${name}`,
      input,
      credentials: mockCredentials.user(user),
    });
    return output as any;
  }

  it('only read', async () => {
    const { actions } = await registry.list();
    expect(
      actions.map(({ name, attributes }) => ({ name, ...attributes })),
    ).toEqual(
      ['find-databases', 'get-database-status', 'explain-finding'].map(
        name => ({
          name,
          readOnly: true,
          destructive: false,
          idempotent: true,
        }),
      ),
    );
  });

  it('find databases, worst first, and say what is not seen', async () => {
    const { total, unseen, databases } = await ask('find-databases', {});
    expect({ total, unseen }).toEqual({ total: 2, unseen: [] });
    expect(databases.map(({ id }: any) => id)).toEqual([till, shop]);
    expect(databases[0].lanes.health).toMatchObject({ state: 'failed' });
  });

  it.each([
    { reason: 'an environment', input: { environment: 'prod' }, ids: [shop] },
    { reason: 'a word', input: { search: 'till' }, ids: [till] },
    {
      reason: 'an owner',
      input: { owner: 'group:default/team-shop' },
      ids: [shop],
    },
    { reason: 'an engine that there is not', input: { engine: 'x' }, ids: [] },
  ])('find databases by $reason', async ({ input, ids }) => {
    const { databases } = await ask('find-databases', input);
    expect(databases.map(({ id }: any) => id)).toEqual(ids);
  });

  it('tell the status of one', async () => {
    const { lanes } = await ask('get-database-status', { id: till });
    expect(lanes.health).toMatchObject({
      state: 'failed',
      summary: expect.stringContaining('disk'),
      findings: expect.arrayContaining([
        expect.objectContaining({ rule: 'cnpg-phase', severity: 'error' }),
      ]),
    });
  });

  it('explain a finding with its evidence', async () => {
    const { findings } = await ask('explain-finding', {
      id: till,
      rule: 'cnpg-phase',
    });
    expect(findings).toEqual([
      expect.objectContaining({
        lane: 'health',
        state: 'failed',
        remedy: expect.any(String),
        evidence: [
          expect.objectContaining({
            object: 'Cluster databases/till-cnpg',
            field: 'status.phase',
            value: 'Not enough disk space',
          }),
        ],
      }),
    ]);
  });

  it.each([
    { name: 'get-database-status', input: { id: shop } },
    { name: 'explain-finding', input: { id: shop, rule: 'cnpg-phase' } },
    { name: 'get-database-status', input: { id: 'cnpg.a.b@north' } },
  ])('$name shows nobody more than their own', async ({ name, input }) => {
    await expect(ask(name, input, grace)).rejects.toThrow(
      `There is no database ${input.id} that you may see`,
    );
  });

  it('find nobody more than their own', async () => {
    const { total, databases } = await ask('find-databases', {}, grace);
    expect(total).toBe(1);
    expect(databases[0].id).toBe(till);
  });

  it('say since when nothing is seen any more', async () => {
    const lastSyncedAt = '2026-11-21T00:05:00.000Z';
    await deliver(scene.observatory, [], {
      state: 'unreachable',
      lastSyncedAt,
    });
    const { databases, unseen } = await ask('find-databases', {});
    expect(unseen).toEqual(['north']);
    expect(databases.map(({ staleSince }: any) => staleSince)).toEqual([
      lastSyncedAt,
      lastSyncedAt,
    ]);
    expect(await ask('get-database-status', { id: shop })).toMatchObject({
      staleSince: lastSyncedAt,
    });
    expect(
      await ask('explain-finding', { id: till, rule: 'cnpg-phase' }),
    ).toMatchObject({ staleSince: lastSyncedAt });
    await deliver(scene.observatory, []);
  });

  it('say that a rule finds nothing', async () => {
    await expect(
      ask('explain-finding', { id: till, rule: 'no-such' }),
    ).rejects.toThrow('finds nothing');
  });
});
