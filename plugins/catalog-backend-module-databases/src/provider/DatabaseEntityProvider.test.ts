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

import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  InventoryItem,
  InventoryResponse,
} from '@basewell/plugin-databases-common';
import { item, logicalItem } from '../__testUtils__/inventory';
import { toEntities } from '../entities/toEntities';
import { DatabaseEntityProvider } from './DatabaseEntityProvider';

const settings = {
  namespace: 'default',
  defaultOwner: 'unknown',
  baseUrl: 'https://portal.example',
};

/** The provider between an inventory that changes and a catalog that takes notes. */
class Scene {
  inventory: InventoryResponse = { databases: [], gone: [], unseen: [] };
  readonly mutations: EntityProviderMutation[] = [];
  readonly provider: DatabaseEntityProvider;

  private constructor(entities: readonly Entity[]) {
    this.provider = new DatabaseEntityProvider({
      client: { getInventory: async ids => this.#answer(ids) },
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities: [...entities] }),
      logger: mockServices.logger.mock(),
      runner: { run: async () => {} },
      settings,
    });
  }

  /** @param before - what an earlier process brought into the catalog */
  static async start(before: readonly InventoryItem[] = []): Promise<Scene> {
    const scene = new Scene(toEntities(before, settings));
    await scene.provider.connect({
      applyMutation: async mutation => {
        scene.mutations.push(mutation);
      },
      refresh: async () => {},
    });
    return scene;
  }

  see(
    databases: readonly InventoryItem[],
    more: Partial<InventoryResponse> = {},
  ): void {
    this.inventory = { databases, gone: [], unseen: [], ...more };
  }

  /** Of the last mutation: names, in short. */
  get told() {
    const mutation = this.mutations.pop();
    const names = (list: readonly { readonly entity: Entity }[]) =>
      list.map(({ entity }) => entity.metadata.title);
    return mutation?.type === 'delta'
      ? {
          added: names(mutation.added),
          removed: mutation.removed.map(gone =>
            'entityRef' in gone ? gone.entityRef : gone.entity,
          ),
        }
      : mutation && { all: names(mutation.entities) };
  }

  #answer(ids?: readonly string[]): InventoryResponse {
    const { databases, gone, unseen } = this.inventory;
    return ids
      ? {
          databases: databases.filter(({ database }) =>
            ids.includes(database.id),
          ),
          gone: gone.filter(id => ids.includes(id)),
          unseen,
        }
      : { databases, gone: [], unseen };
  }
}

const shop = item('shop');
const till = item('till');
const declared = {
  host: 'git.example',
  repository: 'shop/platform',
  path: 'db/shop.yaml',
  url: 'https://git.example/shop/platform/blob/main/db/shop.yaml#L1',
  codeOwners: [],
};
const idOf = ({ database }: InventoryItem) => database.id;

describe('DatabaseEntityProvider', () => {
  it('replaces everything while everything is seen', async () => {
    const scene = await Scene.start([till]);
    scene.see([shop]);
    await scene.provider.refresh();
    expect(scene.told).toEqual({ all: ['shop'] });
  });

  it('sends nothing when nothing changed, and everything when the catalog lost some', async () => {
    const kept = await Scene.start([shop, till]);
    const lost = await Scene.start([shop]);
    for (const scene of [kept, lost]) {
      scene.see([shop, till]);
      await scene.provider.refresh();
      await scene.provider.refresh();
    }
    expect(kept.mutations).toHaveLength(1);
    expect(lost.mutations).toHaveLength(2);
    kept.see([shop, item('till', { version: '18' })]);
    await kept.provider.refresh();
    expect(kept.told).toEqual({ all: ['shop', 'till'] });
  });

  it.each(['north', 'south', '*'])(
    'takes nothing away while %s is not seen',
    async place => {
      const scene = await Scene.start([till]);
      scene.see([shop], { unseen: [place] });
      await scene.provider.refresh();
      expect(scene.told).toEqual({ added: ['shop'], removed: [] });
      expect(scene.mutations).toEqual([]);
    },
  );

  it('takes away what is proven to be gone, whatever else is not seen', async () => {
    const scene = await Scene.start([shop, till]);
    scene.see([shop], { unseen: ['south'], gone: [idOf(till)] });
    await scene.provider.refresh();
    expect(scene.told).toMatchObject({
      removed: ['resource:default/cnpg.databases.till.north'],
    });
  });

  it('sends all that is seen again, for what the catalog lost', async () => {
    const scene = await Scene.start();
    scene.see([shop], { unseen: ['north'] });
    await scene.provider.refresh();
    await scene.provider.refresh();
    expect(scene.mutations).toHaveLength(2);
    expect(scene.told).toEqual({ added: ['shop'], removed: [] });
  });

  it('sends a change once, and nothing when nothing changed', async () => {
    const scene = await Scene.start();
    scene.see([shop, till]);
    await scene.provider.refresh();
    scene.see([item('shop', { environment: 'prod' }), till]);
    await scene.provider.follow([shop, till].map(idOf));
    expect(scene.told).toEqual({ added: ['shop (prod)'], removed: [] });
    await scene.provider.follow([shop, till].map(idOf));
    expect(scene.mutations).toHaveLength(1);
  });

  it('does not take silence for a proof', async () => {
    const scene = await Scene.start();
    scene.see([shop]);
    await scene.provider.refresh();
    scene.see([]);
    const ids = [shop, till].map(idOf);
    expect(await scene.provider.follow(ids)).toEqual([idOf(shop)]);
    expect(scene.mutations).toHaveLength(1);
    scene.see([], { gone: [idOf(shop)] });
    expect(await scene.provider.follow(ids)).toEqual([]);
    expect(scene.told).toEqual({
      added: [],
      removed: ['resource:default/cnpg.databases.shop.north'],
    });
  });

  it('keeps one entity of what is declared, runs and is declared again', async () => {
    const scene = await Scene.start();
    const names: unknown[] = [];
    const follow = async (...databases: readonly InventoryItem[]) => {
      scene.see(databases, { gone: databases.length ? [] : [idOf(shop)] });
      await scene.provider.follow([idOf(shop)]);
      const { added, removed } = scene.mutations.pop() as {
        added: { entity: Entity }[];
        removed: unknown[];
      };
      names.push(
        added.map(({ entity }) => entity.metadata.name),
        removed,
      );
    };
    const name = 'cnpg.databases.shop.north';
    await follow({ ...shop, declared, exists: false });
    await follow({ ...shop, declared });
    await follow({ ...shop, declared, exists: false });
    await follow();
    expect(names).toEqual([
      ...[[name], []],
      ...[[name], []],
      ...[[name], []],
      ...[[], [{ entityRef: `resource:default/${name}` }]],
    ]);
  });

  it.each([
    { reason: 'it runs', seen: [shop], gone: [] },
    { reason: 'it does not run', seen: [], gone: [idOf(shop)] },
  ])(
    'leaves what a repository said until that was read: $reason',
    async ({ seen, gone }) => {
      const unseen = ['git:git.example/shop/platform'];
      const scene = await Scene.start([{ ...shop, declared }, till]);
      scene.see([...seen, till], { gone, unseen });
      await scene.provider.refresh();
      await scene.provider.follow([idOf(shop)]);
      expect(scene.mutations).toHaveLength(1);
      expect(scene.told).toEqual({ added: ['till'], removed: [] });
      scene.see(seen, { gone: [...gone, idOf(till)], unseen });
      await scene.provider.follow([idOf(till)]);
      expect(scene.told).toMatchObject({
        removed: ['resource:default/cnpg.databases.till.north'],
      });
    },
  );

  it('gives way to an entity that somebody wrote', async () => {
    const scene = await Scene.start();
    scene.see([shop]);
    await scene.provider.refresh();
    scene.see([{ ...shop, resources: ['resource:default/shop-db'] }]);
    await scene.provider.follow([idOf(shop)]);
    expect(scene.told).toMatchObject({
      removed: ['resource:default/cnpg.databases.shop.north'],
    });
  });

  it('says of a logical database the same in a change as in the whole', async () => {
    const scene = await Scene.start();
    const written = { ...item('main'), resources: ['resource:default/db'] };
    const logical = logicalItem('main', 'n8n');
    scene.see([written, logical]);
    await scene.provider.refresh();
    await scene.provider.follow([idOf(logical)]);
    expect(scene.mutations).toHaveLength(1);
  });

  it('asks for many in several calls', async () => {
    const scene = await Scene.start();
    const many = Array.from({ length: 250 }, (_, index) => item(`db-${index}`));
    scene.see(many);
    await scene.provider.follow(many.map(idOf));
    expect(scene.told?.added).toHaveLength(250);
  });

  it('goes on after a failure', async () => {
    const scene = await Scene.start();
    scene.see(undefined as unknown as []);
    await expect(scene.provider.refresh()).rejects.toThrow();
    scene.see([shop]);
    await scene.provider.refresh();
    expect(scene.told).toEqual({ all: ['shop'] });
  });
});
