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
import { stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  DATABASE_ID_ANNOTATION,
  DECLARED_IN_ANNOTATION,
  INGESTED_ANNOTATION,
} from '@basewell/plugin-databases-common';

export interface IngestedEntity {
  readonly entityRef: string;
  /** Whether a repository declared the database. */
  readonly isDeclared: boolean;
}

/**
 * What is in the catalog of databases that run or ran, or are to run, by id of the
 * database.
 *
 * @throws when the catalog does not answer
 */
export async function readIngested(
  catalog: CatalogService,
  credentials: BackstageCredentials,
): Promise<ReadonlyMap<string, IngestedEntity>> {
  const ingested = new Map<string, IngestedEntity>();
  const pages = catalog.streamEntities(
    {
      filter: {
        kind: 'resource',
        [`metadata.annotations.${INGESTED_ANNOTATION}`]: CATALOG_FILTER_EXISTS,
      },
      fields: [
        'apiVersion',
        'kind',
        'metadata.name',
        'metadata.namespace',
        'metadata.annotations',
      ],
    },
    { credentials },
  );
  for await (const page of pages) {
    for (const entity of page) {
      const { annotations = {} } = entity.metadata;
      const id = annotations[DATABASE_ID_ANNOTATION];
      if (id !== undefined) {
        ingested.set(id, {
          entityRef: stringifyEntityRef(entity),
          isDeclared: DECLARED_IN_ANNOTATION in annotations,
        });
      }
    }
  }
  return ingested;
}
