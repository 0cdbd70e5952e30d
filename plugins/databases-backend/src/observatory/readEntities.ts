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

import { AuthService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import {
  Entity,
  parseEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { JsonObject } from '@backstage/types';
import {
  APP_KEY_ANNOTATION,
  DATABASE_ID_ANNOTATION,
  DATABASES_ANNOTATION,
  INGESTED_ANNOTATION,
} from '@basewell/plugin-databases-common';
import { SharedValues } from '../store/SharedValues';

/** Parsing a page takes a few milliseconds, in which nothing else happens. */
const PAGE = 200;

const OURS = 'basewell.dev/';

const fields = [
  'apiVersion',
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
  'relations',
  'spec.owner',
  'spec.system',
  'spec.type',
];

/**
 * All entities that a database may belong to, page by page and cut down to what
 * decides: those with an annotation of ours, components (their name is an app
 * key), and those that databases name.
 *
 * @param named - entity references, as people wrote them
 */
export async function* readEntities(
  services: { readonly catalog: CatalogService; readonly auth: AuthService },
  named: Iterable<string>,
): AsyncGenerator<readonly Entity[]> {
  const { catalog, auth } = services;
  const credentials = await auth.getOwnServiceCredentials();
  const shared = new SharedValues();
  const missing = new Set([...named].flatMap(fullReference));
  const pages = catalog.streamEntities(
    {
      filter: [
        { kind: 'component' },
        ...[
          APP_KEY_ANNOTATION,
          DATABASE_ID_ANNOTATION,
          DATABASES_ANNOTATION,
        ].map(name => ({
          [`metadata.annotations.${name}`]: CATALOG_FILTER_EXISTS,
        })),
      ],
      fields,
      pageSize: PAGE,
    },
    { credentials },
  );
  for await (const page of pages) {
    page.forEach(entity => missing.delete(stringifyEntityRef(entity)));
    yield page.filter(isWritten).map(entity => cutDown(entity, shared));
  }
  const entityRefs = [...missing];
  for (let from = 0; from < entityRefs.length; from += PAGE) {
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs: entityRefs.slice(from, from + PAGE), fields },
      { credentials },
    );
    yield items.flatMap(entity => (entity ? [cutDown(entity, shared)] : []));
  }
}

/** What was made of a database has no word of its own about it. */
function isWritten({ metadata }: Entity): boolean {
  return metadata.annotations?.[INGESTED_ANNOTATION] === undefined;
}

function specOf({ owner, system, type }: JsonObject): JsonObject {
  return {
    ...(owner !== undefined && { owner }),
    ...(system !== undefined && { system }),
    ...(type === 'database' && { type }),
  };
}

/** What is no reference names nothing, and spoils no question. */
function fullReference(text: string): readonly string[] {
  try {
    return [stringifyEntityRef(parseEntityRef(text))];
  } catch {
    return [];
  }
}

function cutDown(
  { apiVersion, kind, metadata, relations = [], spec }: Entity,
  shared: SharedValues,
): Entity {
  const { name, namespace, annotations = {} } = metadata;
  const ours = Object.entries(annotations).filter(([key]) =>
    key.startsWith(OURS),
  );
  return {
    apiVersion: shared.of(apiVersion),
    kind: shared.of(kind),
    metadata: {
      name,
      ...(namespace && { namespace: shared.of(namespace) }),
      ...(ours.length && { annotations: Object.fromEntries(ours) }),
    },
    // Thousands of entities have a few hundred owners.
    relations: shared.of(
      relations.filter(({ type }) => type === RELATION_OWNED_BY),
    ),
    ...(spec && { spec: shared.of(specOf(spec)) }),
  };
}
