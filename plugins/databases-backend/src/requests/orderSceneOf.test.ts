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

import { service, toFact } from '@basewell/plugin-databases-common/domain';
import { StandingRequest } from '@basewell/plugin-databases-node';
import { databaseFacts, deliver } from '../__testUtils__/databaseFacts';
import { ada, PluginScene } from '../__testUtils__/PluginScene';
import { orderSceneOf } from './orderSceneOf';

const now = Date.parse('2026-11-21T00:10:00Z');

describe('orderSceneOf', () => {
  let scene: PluginScene;
  beforeAll(async () => {
    scene = await PluginScene.start({ config: {} });
  });
  afterAll(() => scene?.stop());

  function see(
    cluster: string,
    environment = 'dev',
    database?: string,
    place?: string,
  ) {
    const { databases: found } = orderSceneOf(
      {
        pulls: {},
        target: {
          options: {
            environments: [{ name: environment, kubernetesCluster: place }],
          },
        } as unknown as StandingRequest['target'],
        block: {
          version: 1,
          app: 'shop',
          target: 'main',
          requester: ada,
          environments: [environment],
          databases: [
            {
              environment,
              namespace: 'databases',
              cluster,
              ...(database && { database }),
            },
          ],
          requestDigest: '',
          files: {},
        },
      },
      scene.observatory.store,
      now,
    );
    const [{ seen, unseen, unplaced }] = found!;
    return {
      seen: seen.map(({ identity, verdicts, current, service: writer }) => [
        identity.id,
        verdicts.health?.state,
        current,
        writer,
      ]),
      unseen,
      ...(unplaced.length && { unplaced }),
    };
  }

  const north = 'cnpg.databases.shop-cnpg@north';

  it('finds by its name what was asked for, with its service', async () => {
    expect(see('shop-cnpg')).toEqual({ seen: [], unseen: ['*'] });

    await deliver(
      scene.observatory,
      databaseFacts('shop-cnpg', { app: 'shop', environment: 'dev' }),
    );
    expect(see('shop-cnpg')).toEqual({
      seen: [[north, 'healthy', true, 'missing']],
      unseen: [],
    });
    expect(see('shop-cnpg', 'prod').seen).toEqual([]);
    expect(see('shop-cnpg', 'dev', 'another').seen).toEqual([]);
    expect(see('other-cnpg')).toEqual({ seen: [], unseen: [] });

    const writer = toFact(
      service,
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'shop-cnpg-rw', namespace: 'databases' },
        spec: {
          ports: [{ name: 'postgres', port: 5432 }],
          selector: {
            'cnpg.io/cluster': 'shop-cnpg',
            'cnpg.io/instanceRole': 'primary',
          },
        },
      },
      { kubernetesCluster: 'north', observedAt: '2026-11-21T00:00:00.000Z' },
    )!;
    await deliver(scene.observatory, [writer]);
    expect(see('shop-cnpg').seen).toEqual([[north, 'healthy', true, 'there']]);
  });

  it('believes nothing that is not seen', async () => {
    await deliver(scene.observatory, [], {
      kind: 'services',
      state: 'forbidden',
    });
    expect(see('shop-cnpg').seen).toMatchObject([
      [north, expect.any(String), expect.any(Boolean), 'unknown'],
    ]);
    await deliver(scene.observatory, [], {
      kubernetesCluster: 'south',
      state: 'unreachable',
    });
    expect(see('other-cnpg')).toEqual({ seen: [], unseen: ['south'] });
  });

  it('waits for all that the platform was reviewed for', () => {
    const dev = { environment: 'dev', namespace: 'databases', cluster: 'a' };
    const prod = { ...dev, environment: 'prod' };
    const block = {
      version: 1 as const,
      ...{ app: 'shop', target: 'main', requester: ada },
      ...{ environments: [], requestDigest: '', files: {} },
    };
    const awaitedWith = (app: typeof block.app, named: object) =>
      orderSceneOf(
        {
          target: {
            options: { environments: [] as unknown },
          } as StandingRequest['target'],
          block: { ...block, ...named },
          pulls: {
            platform: {
              body: `<!-- basewell:request ${JSON.stringify({
                ...{ ...block, app },
                databases: [dev, prod],
              })} -->`,
            } as StandingRequest['pulls']['platform'],
          },
        },
        scene.observatory.store,
        now,
      ).databases?.map(({ environment }) => environment);
    expect(awaitedWith('shop', { databases: [dev] })).toEqual(['dev', 'prod']);
    expect(awaitedWith('shop', {})).toEqual(['dev', 'prod']);
    expect(awaitedWith('another', { databases: [dev] })).toEqual(['dev']);
  });

  it('takes none of another Kubernetes cluster for that of the environment', async () => {
    await deliver(scene.observatory, databaseFacts('bare-cnpg'));
    const bare = 'cnpg.databases.bare-cnpg@north';
    const ids = (...asked: Parameters<typeof see>) => {
      const { seen, ...more } = see(...asked);
      return { seen: seen.map(([id]) => id), ...more };
    };
    expect(ids('bare-cnpg', 'prod')).toEqual({
      seen: [bare],
      unseen: ['south'],
      unplaced: ['north'],
    });
    expect(ids('bare-cnpg', 'prod', undefined, 'south')).toEqual({
      seen: [],
      unseen: ['south'],
    });
    expect(ids('shop-cnpg', 'dev', undefined, 'nowhere')).toEqual({
      seen: [],
      unseen: ['nowhere'],
    });
    expect(ids('bare-cnpg', 'dev', undefined, 'north')).toEqual({
      seen: [bare],
      unseen: [],
    });
  });
});
