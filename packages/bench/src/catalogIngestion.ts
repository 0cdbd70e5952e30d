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

import { Entity } from '@backstage/catalog-model';
import { CatalogScene } from './catalog/CatalogScene';
import { digestOf, toEntities } from './catalog/inside';
import { inventoryOf } from './catalog/inventoryOf';
import { IngestionCost, measured } from './catalog/measured';
import type { Benchmark } from './runBenchmark';

const settings = {
  namespace: 'plain',
  defaultOwner: 'unknown',
  baseUrl: 'http://127.0.0.1',
};

/**
 * Bringing databases into the catalog: all of them for the first time, once more
 * when nothing has changed, and one that has. The peer is a provider that sends
 * everything each time, as most do. The limit makes the entities and compares
 * them with what they were. Processing is left out: it costs the same for
 * everybody.
 *
 * @param options - `postgres`: address of a server, instead of SQLite in memory
 *
 * @public
 */
export async function catalogIngestion(options: {
  readonly databases: number;
  readonly postgres?: string;
}): Promise<Benchmark<IngestionCost>> {
  const { databases, postgres } = options;
  const scene = await CatalogScene.start(postgres);
  const all = inventoryOf(databases);
  const digests = new Map<string, string>();
  let version = 17;

  /** One of them, another one each time, gets a new version. */
  function changeOne(): string {
    version += 1;
    const index = version % databases;
    const { database, ...more } = all[index];
    all[index] = {
      ...more,
      database: { ...database, version: `${version}` },
    };
    return database.id;
  }

  function sendPlain(): Promise<void> {
    return scene.plain.applyMutation({
      type: 'full',
      entities: toEntities(all, settings).map(entity => ({
        entity,
        locationKey: 'plain',
      })),
    });
  }

  const counts = (cost: IngestionCost) => ({ ...cost });
  const writesNothing = async ({ writes }: IngestionCost) => {
    if (writes) {
      throw new Error(`${writes} statements wrote what had not changed`);
    }
  };
  const writes = async (cost: IngestionCost) => {
    if (!cost.writes) {
      throw new Error('Nothing was written');
    }
  };
  await sendPlain();
  return {
    id: `catalog ingestion of ${databases} databases${postgres ? ', PostgreSQL' : ''}`,
    variants: [
      {
        name: 'ours, for the first time',
        role: 'ours',
        run: () => {
          scene.inventory = all;
          return measured(scene, () => scene.provider.refresh());
        },
        check: writes,
        counts,
      },
      {
        name: 'ours, nothing changed',
        role: 'ours',
        run: () => measured(scene, () => scene.provider.refresh()),
        check: writesNothing,
        counts,
      },
      {
        name: 'ours, one changed',
        role: 'ours',
        run: () => {
          const id = changeOne();
          return measured(scene, () => scene.provider.follow([id]));
        },
        check: writes,
        counts,
      },
      {
        name: 'everything each time, nothing changed',
        role: 'peer',
        run: () => measured(scene, sendPlain),
        // What ours changed is news for it.
        check: async () => {},
        counts,
      },
      {
        name: 'everything each time, one changed',
        role: 'peer',
        run: () => {
          changeOne();
          return measured(scene, sendPlain);
        },
        async check(cost) {
          await writes(cost);
          // The next round begins with a catalog that has none of ours.
          scene.inventory = [];
          await scene.provider.refresh();
        },
        counts,
      },
      {
        name: 'entities made and compared, nothing sent',
        role: 'limit',
        run: () =>
          measured(scene, async () => {
            for (const entity of toEntities(all, settings)) {
              digests.set(entity.metadata.name, digestOf(entity as Entity));
            }
          }),
        check: async () => {},
        counts,
      },
    ],
    end: () => scene.stop(),
  };
}
