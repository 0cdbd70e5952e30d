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

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { mockServices } from '@backstage/backend-test-utils';
import { defaultCatalogCollatorEntityTransformer } from '@backstage/plugin-search-backend-module-catalog';
import { LunrSearchEngine } from '@backstage/plugin-search-backend-node';
import { item, logicalItem } from '../__testUtils__/inventory';
import { toEntities } from './toEntities';

const databases = [
  item(
    'shop',
    { environment: 'prod', version: '17' },
    { owners: [{ ref: 'group:default/storefront' }] },
  ),
  item(
    'till',
    { engine: 'redis', namespace: 'caches', environment: 'stage' },
    { engineTitle: 'Redis' },
  ),
  logicalItem('main', 'n8n', { owners: [{ ref: 'group:default/automation' }] }),
];

interface Row {
  readonly by: string;
  readonly term: string;
  readonly found: readonly string[];
}

const rows: readonly Row[] = [
  { by: 'engine', term: 'redis', found: ['till (stage)'] },
  { by: 'engine', term: 'postgresql', found: ['n8n in main', 'shop (prod)'] },
  { by: 'environment', term: 'prod', found: ['shop (prod)'] },
  { by: 'owner', term: 'storefront', found: ['shop (prod)'] },
  { by: 'owner', term: 'automation', found: ['n8n in main'] },
  { by: 'namespace', term: 'caches', found: ['till (stage)'] },
  { by: 'name', term: 'n8n', found: ['n8n in main'] },
];

describe('the search of the portal', () => {
  const engine = new LunrSearchEngine({ logger: mockServices.logger.mock() });

  beforeAll(async () => {
    const entities = toEntities(databases, {
      namespace: 'default',
      defaultOwner: 'unknown',
      baseUrl: 'https://portal.example',
    });
    await pipeline(
      Readable.from(
        entities.map(entity => ({
          ...defaultCatalogCollatorEntityTransformer(entity),
          location: entity.metadata.name,
        })),
      ),
      await engine.getIndexer('software-catalog'),
    );
  });

  it.each(rows)('finds databases by $by: $term', async ({ term, found }) => {
    const { results } = await engine.query({ term });
    expect(results.map(({ document }) => document.title).sort()).toEqual(found);
  });
});
