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

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { INGESTED_ANNOTATION } from '@basewell/plugin-databases-common';

/**
 * How many entities of databases are in the catalog.
 *
 * @throws when the catalog does not answer
 */
export async function countIngested(
  catalog: CatalogService,
  credentials: BackstageCredentials,
): Promise<number> {
  const { totalItems } = await catalog.queryEntities(
    {
      filter: {
        kind: 'resource',
        [`metadata.annotations.${INGESTED_ANNOTATION}`]: CATALOG_FILTER_EXISTS,
      },
      fields: ['metadata.name'],
      limit: 1,
    },
    { credentials },
  );
  return totalItems;
}
