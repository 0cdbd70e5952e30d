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
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
  ResourceEntity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  DATABASE_ID_ANNOTATION,
  DatabaseIdentity,
  DECLARED_IN_ANNOTATION,
  INGESTED_ANNOTATION,
  InventoryItem,
} from '@basewell/plugin-databases-common';
import { CodeOwnerOf } from '../owners/CodeOwners';
import { entityName } from './entityName';
import { EntitySettings } from './EntitySettings';

/** https://backstage.io/docs/features/software-catalog/descriptor-format#tags-optional */
const TAG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * The entities of databases. A database for which people wrote an entity gets no
 * second one. Nothing is in there that changes with its health.
 */
export function toEntities(
  items: readonly InventoryItem[],
  settings: EntitySettings,
  codeOwnerOf: CodeOwnerOf = () => undefined,
): readonly ResourceEntity[] {
  return [...eachEntity(items, settings, codeOwnerOf)];
}

/** The same one by one, for whoever shares the event loop with others. */
export function* eachEntity(
  items: readonly InventoryItem[],
  settings: EntitySettings,
  codeOwnerOf: CodeOwnerOf,
): Generator<ResourceEntity> {
  const written = new Map(
    items.flatMap(({ database, resources: [first] }) =>
      first === undefined ? [] : [[database.id, first] as const],
    ),
  );
  for (const item of items) {
    if (!written.has(item.database.id)) {
      yield toEntity(item, settings, written, codeOwnerOf(item));
    }
  }
}

function toEntity(
  item: InventoryItem,
  settings: EntitySettings,
  written: ReadonlyMap<string, string>,
  codeOwner: string | undefined,
): ResourceEntity {
  const { database, owners, services, declared } = item;
  const { id, engine, environment } = database;
  const location = `basewell:${id}`;
  const system = systemOf(item);
  const instance = instanceOf(database, settings, written);
  return {
    apiVersion: 'backstage.io/v1beta1',
    kind: 'Resource',
    metadata: {
      namespace: settings.namespace,
      name: entityName(database),
      title: titleOf(database),
      description: descriptionOf(item),
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        [DATABASE_ID_ANNOTATION]: id,
        [INGESTED_ANNOTATION]: 'true',
        ...(declared?.url && { [DECLARED_IN_ANNOTATION]: declared.url }),
      },
      labels: {
        'basewell.dev/engine': engine,
        ...(environment && { 'basewell.dev/environment': environment }),
      },
      tags: [engine, environment ?? ''].filter(tag => TAG.test(tag)),
      links: linksOf(item, settings),
    },
    spec: {
      type: 'database',
      owner: owners[0]?.ref ?? codeOwner ?? settings.defaultOwner,
      ...(system && { system }),
      ...(services.length && { dependencyOf: services.map(({ ref }) => ref) }),
      ...(instance && { dependsOn: [instance] }),
    },
  };
}

function titleOf({ name, database, instance, environment }: DatabaseIdentity) {
  const called = instance === undefined ? name : `${database} in ${name}`;
  return environment ? `${called} (${environment})` : called;
}

/** A search looks in here, and the words of all its filters are to be found. */
function descriptionOf({ database, engineTitle }: InventoryItem): string {
  const { version, environment, namespace, kubernetesCluster } = database;
  return [
    version ? `${engineTitle} ${version}` : engineTitle,
    ...(environment ? [environment] : []),
    `namespace ${namespace} of the Kubernetes cluster ${kubernetesCluster}`,
  ].join(', ');
}

/** Services of several systems put it into none. */
/** What does not run yet has no page of its own. */
function linksOf(
  { database, exists, declared }: InventoryItem,
  { baseUrl }: EntitySettings,
): ResourceEntity['metadata']['links'] {
  return [
    ...(exists
      ? [
          {
            url: `${baseUrl}/databases/${encodeURIComponent(database.id)}`,
            title: 'Health, credentials and backups',
          },
        ]
      : []),
    ...(declared?.url
      ? [{ url: declared.url, title: `Declared in ${declared.repository}` }]
      : []),
  ];
}

function systemOf({ services }: InventoryItem): string | undefined {
  const systems = new Set(services.flatMap(({ system }) => system ?? []));
  return systems.size === 1 ? [...systems][0] : undefined;
}

/** The entity of the instance that a logical database is in. */
function instanceOf(
  { instance, database, ...place }: DatabaseIdentity,
  { namespace }: EntitySettings,
  written: ReadonlyMap<string, string>,
): string | undefined {
  if (instance === undefined) {
    return undefined;
  }
  const entity: Pick<Entity, 'kind' | 'metadata'> = {
    kind: 'Resource',
    metadata: { namespace, name: entityName({ ...place, id: instance }) },
  };
  return written.get(instance) ?? stringifyEntityRef(entity as Entity);
}
