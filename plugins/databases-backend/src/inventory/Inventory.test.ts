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
import { toyDatabase, toyDatabases, toyEngine } from '../__testUtils__/facts';
import { StoreScene } from '../__testUtils__/StoreScene';
import { DeclarationReader } from '../declarations/DeclarationReader';
import { Declarations } from '../declarations/Declarations';
import { Inventory } from './Inventory';

const path = 'db/shop/database.yaml';
const manifest = `apiVersion: toy.example/v1
kind: Database
metadata: { name: shop, namespace: databases }
spec: { app: shop, owner: "group:default/shop" }
`;
const id = 'toy.databases.shop@north';

class Scene extends StoreScene {
  kubernetesClusters: readonly string[] = ['north'];
  readonly told: (readonly string[])[] = [];
  readonly declarations = new Declarations({
    engines: [toyEngine],
    kubernetesClusters: () => this.kubernetesClusters,
  });
  readonly inventory = new Inventory({
    store: this.store,
    declarations: this.declarations,
    engines: [toyEngine],
    ownersOf: ({ owner }) => (owner ? [{ ref: owner }] : []),
    entitiesOf: () => [],
  });
  readonly logger = mockServices.logger.mock();

  /** @param kubernetesCluster - of the only environment, as its target says */
  constructor(kubernetesCluster?: string) {
    super();
    this.declarations.subscribe(ids => this.told.push(ids));
    this.declarations.expect(['git:git.test/acme/platform']);
    this.#reader = new DeclarationReader({
      declarations: this.declarations,
      engines: [toyEngine],
      logger: this.logger,
      pageOf: (file, commit) => `https://git.test/${file}?${commit}`,
      repository: {
        place: 'git:git.test/acme/platform',
        ref: {
          host: 'git.test',
          owner: 'acme',
          repo: 'platform',
          branch: 'main',
        },
        folders: [],
        declares: [
          {
            folders: ['db'],
            environments: [
              { name: 'prod', production: true, size: 's', kubernetesCluster },
            ],
          },
        ],
      },
    });
  }

  readonly #reader: DeclarationReader;

  /** A commit with these files is read. */
  async read(files: { readonly [path: string]: string }): Promise<void> {
    const chosen = this.#reader.choose(Object.keys(files));
    if (chosen) {
      const texts = new Map(Object.entries(files));
      await this.#reader.read('c1', chosen, texts);
    }
  }

  get known(): readonly string[] {
    return this.inventory
      .entries()
      .map(({ identity, exists }) =>
        exists ? identity.id : `${identity.id} awaited`,
      );
  }
}

describe('Inventory', () => {
  it('has what git declares, until it runs and after that, under one id', async () => {
    const scene = new Scene();
    await scene.seen([]);
    expect(scene.known).toEqual([]);
    expect(scene.declarations.unread).toEqual(['git:git.test/acme/platform']);

    await scene.read({ [path]: manifest, CODEOWNERS: '/db/shop/ @acme/shop' });
    expect(scene.told).toEqual([[id]]);
    expect(scene.declarations.unread).toEqual([]);
    const [awaited] = scene.inventory.entries([id]);
    expect(awaited).toEqual({
      identity: expect.objectContaining({ id, name: 'shop', app: 'shop' }),
      owners: [{ ref: 'group:default/shop' }],
      exists: false,
      declared: {
        host: 'git.test',
        repository: 'acme/platform',
        path,
        url: `https://git.test/${path}?c1`,
        codeOwners: ['@acme/shop'],
      },
    });

    scene.store.put(
      toyDatabase('shop', { app: 'shop', owner: 'group:default/shop' }),
    );
    expect(scene.inventory.entries()).toEqual([{ ...awaited, exists: true }]);
    const items = await scene.inventory.items(scene.inventory.entries());
    expect(items).toEqual([
      expect.objectContaining({ exists: true, declared: awaited.declared }),
    ]);
    scene.store.stop();
  });

  it('lets go of what runs nowhere, when a commit does not declare it', async () => {
    const scene = new Scene();
    await scene.seen([toyDatabase('shop')]);
    await scene.read({ [path]: manifest });
    scene.store.remove(toyDatabase('shop'));
    expect(scene.known).toEqual([`${id} awaited`]);
    expect(scene.inventory.isGone(id)).toBe(false);

    await scene.read({ [path]: 'a: [' });
    expect(scene.known).toEqual([`${id} awaited`]);

    await scene.read({});
    expect(scene.told.at(-1)).toEqual([id]);
    expect(scene.known).toEqual([]);
    expect(scene.inventory.isGone(id)).toBe(true);
    scene.store.stop();
  });

  it('keeps all that a kustomization builds, while that cannot be read', async () => {
    const scene = new Scene();
    await scene.seen([]);
    const list = 'db/shop/kustomization.yaml';
    await scene.read({
      [list]: 'resources: [database.yaml]',
      [path]: manifest,
    });
    await scene.read({ [list]: 'resources: [', [path]: manifest });
    expect(scene.known).toEqual([`${id} awaited`]);
    await scene.read({ [list]: 'resources: []', [path]: manifest });
    expect(scene.known).toEqual([]);
    scene.store.stop();
  });

  it.each([
    { reason: 'is not known', kubernetesClusters: [] },
    { reason: 'may be one of several', kubernetesClusters: ['north', 'south'] },
    {
      reason: 'is another one, which nobody has seen',
      kubernetesClusters: ['north', 'south'],
      target: 'south',
    },
  ])(
    'is silent where the Kubernetes cluster $reason',
    async ({ kubernetesClusters, target }) => {
      const scene = new Scene(target);
      scene.kubernetesClusters = kubernetesClusters;
      await scene.seen([]);
      await scene.read({ [path]: manifest });
      expect(scene.known).toEqual([]);
      scene.store.stop();
    },
  );

  it('neither has nor lets go of what may run unseen', async () => {
    const scene = new Scene('north');
    await scene.seen([]);
    await scene.read({ [path]: manifest });
    scene.store.cover({
      kubernetesCluster: 'north',
      kind: toyDatabases.id,
      state: 'unreachable',
      since: '2026-11-21T12:00:00.000Z',
      objects: 0,
    });
    expect(scene.known).toEqual([]);
    await scene.read({});
    expect(scene.inventory.isGone(id)).toBe(false);
    scene.store.stop();
  });

  it('says so and knows nothing where there are too many files', async () => {
    const scene = new Scene();
    await scene.read(
      Object.fromEntries(
        Array.from({ length: 5_001 }, (_, index) => [`db/${index}.yaml`, '']),
      ),
    );
    expect(scene.declarations.unread).toHaveLength(1);
    expect(scene.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('at most 5000 are read'),
    );
    scene.store.stop();
  });
});
