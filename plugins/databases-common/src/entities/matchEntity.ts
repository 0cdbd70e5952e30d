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

import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { DatabaseIdentity } from '../model';
import { APP_KEY_ANNOTATION, appKeyOf } from '../naming';
import { DATABASE_ID_ANNOTATION, DATABASES_ANNOTATION } from './annotations';
import { ownerReference } from './ownerReference';
import { ownersOfEntity } from './ownersOfEntity';
import { parseDatabaseReference } from './parseDatabaseReference';

/**
 * What an entity has to do with the databases that run.
 *
 * @public
 */
export interface EntityMatch {
  readonly matched: readonly DatabaseIdentity[];
  /** Databases that may or may not be meant. */
  readonly ambiguous: readonly AmbiguousMatch[];
  readonly searched: {
    /** The app key that was looked for, if it was. */
    readonly app?: string;
    /** The annotations that were found, as `name: value`. */
    readonly annotations: readonly string[];
  };
}

/** @public */
export interface AmbiguousMatch {
  /** One sentence that says why, and what to write. */
  readonly reason: string;
  /** Ids of databases; none when a reference is not understood or finds nothing. */
  readonly candidates: readonly string[];
}

/**
 * The databases of an entity. What decides, best first:
 *
 * 1. the entity says so: `basewell.dev/database-id`, `basewell.dev/databases`;
 *    nothing else is then looked for,
 * 2. the database says so: annotation `basewell.dev/service`,
 * 3. both have the same app key: `basewell.dev/app`, for components also their
 *    name.
 *
 * A service can have many databases, and a database many services. What only
 * looks like a match is returned as ambiguous, with what to write.
 *
 * @public
 */
export function matchEntity(
  entity: Entity,
  identities: readonly DatabaseIdentity[],
): EntityMatch {
  const annotations = [
    DATABASE_ID_ANNOTATION,
    DATABASES_ANNOTATION,
    APP_KEY_ANNOTATION,
  ].flatMap(name => {
    const value = entity.metadata.annotations?.[name];
    return value === undefined ? [] : [`${name}: ${value}`];
  });
  const explicit = explicitMatch(entity, identities);
  if (explicit) {
    return { ...explicit, searched: { annotations } };
  }

  const ref = stringifyEntityRef(entity);
  const app = searchedApp(entity);
  const claimed = identities.filter(({ services }) =>
    services.some(service => service.toLowerCase() === ref),
  );
  const sameApp = identities.filter(
    identity =>
      app !== undefined && identity.app === app && !identity.services.length,
  );
  const owners = ownersOfEntity(entity);
  const foreign = sameApp.filter(
    ({ owner }) =>
      owner !== undefined &&
      owners.length > 0 &&
      !owners.includes(ownerReference(owner)),
  );
  const named = identities.filter(
    identity => app !== undefined && isNamedAfter(identity, app),
  );
  return {
    matched: [
      ...claimed,
      ...sameApp.filter(identity => !foreign.includes(identity)),
    ],
    ambiguous: [
      ...foreign.map(({ id, owner }) => ({
        reason: `${id} has the app key ${app} too, but belongs to ${owner}; if it is meant, write ${DATABASES_ANNOTATION} on the entity.`,
        candidates: [id],
      })),
      ...named.map(identity => ({
        reason: `${identity.id} is only named after ${app}; if it is meant, write ${DATABASES_ANNOTATION}: "${referenceTo(identity)}" on the entity, or the label ${APP_KEY_ANNOTATION}: ${app} on the database.`,
        candidates: [identity.id],
      })),
    ],
    searched: { ...(app !== undefined && { app }), annotations },
  };
}

function explicitMatch(
  entity: Entity,
  identities: readonly DatabaseIdentity[],
): Pick<EntityMatch, 'matched' | 'ambiguous'> | undefined {
  const { annotations = {} } = entity.metadata;
  const id = annotations[DATABASE_ID_ANNOTATION];
  const list = annotations[DATABASES_ANNOTATION];
  if (id === undefined && list === undefined) {
    return undefined;
  }
  const found = [
    ...(id === undefined ? [] : [findById(id.trim(), identities)]),
    ...(list ?? '')
      .split(',')
      .map(text => text.trim())
      .filter(text => text)
      .map(text => findByReference(text, identities)),
  ];
  return {
    matched: [...new Set(found.flatMap(({ matched }) => matched))],
    ambiguous: found.flatMap(({ ambiguous }) => ambiguous),
  };
}

type Found = Pick<EntityMatch, 'matched' | 'ambiguous'>;

function findById(id: string, identities: readonly DatabaseIdentity[]): Found {
  const matched = identities.filter(identity => identity.id === id);
  return matched.length
    ? { matched, ambiguous: [] }
    : doubt(
        `${DATABASE_ID_ANNOTATION} names ${id}, which is not seen anywhere; correct it, or look at the coverage.`,
      );
}

function findByReference(
  text: string,
  identities: readonly DatabaseIdentity[],
): Found {
  const reference = parseDatabaseReference(text);
  if (!reference) {
    return doubt(
      `"${text}" in ${DATABASES_ANNOTATION} is not understood; write <namespace>/<name> or <Kubernetes cluster>/<namespace>/<name>.`,
    );
  }
  const { kubernetesCluster, namespace, name, database } = reference;
  const matched = identities.filter(
    identity =>
      identity.namespace === namespace &&
      identity.name === name &&
      means(identity, database) &&
      [undefined, '*', identity.kubernetesCluster].includes(kubernetesCluster),
  );
  if (!matched.length) {
    return doubt(
      `${DATABASES_ANNOTATION} names ${text}, which is not seen anywhere; correct it, or look at the coverage.`,
    );
  }
  return kubernetesCluster === undefined && matched.length > 1
    ? doubt(
        `${text} in ${DATABASES_ANNOTATION} is in several Kubernetes clusters; put the one that is meant before it, or "*" for all.`,
        matched,
      )
    : { matched, ambiguous: [] };
}

/** Without a database it is the instance, whatever else is in there. */
function means(
  { instance, database = '' }: DatabaseIdentity,
  encoded: string | undefined,
): boolean {
  return encoded === undefined
    ? instance === undefined
    : encodeURIComponent(database) === encoded;
}

function doubt(
  reason: string,
  candidates: readonly DatabaseIdentity[] = [],
): Found {
  return {
    matched: [],
    ambiguous: [{ reason, candidates: candidates.map(({ id }) => id) }],
  };
}

/** As `basewell.dev/databases` names it. */
function referenceTo({
  namespace,
  name,
  instance,
  database = '',
}: DatabaseIdentity): string {
  const place = `${namespace}/${name}`;
  return instance === undefined
    ? place
    : `${place}:${encodeURIComponent(database)}`;
}

/** The app key of an entity that is found by it: a component, or one that has the annotation. */
export function searchedApp(entity: Entity): string | undefined {
  return entity.kind.toLowerCase() === 'component' ||
    entity.metadata.annotations?.[APP_KEY_ANNOTATION] !== undefined
    ? appKeyOf(entity)
    : undefined;
}

/** `shop-cnpg` and `shop-dev-cnpg` look like databases of `shop`, and so does `shop` in there. */
function isNamedAfter(
  { app, services, name, instance, database }: DatabaseIdentity,
  key: string,
): boolean {
  if (app !== undefined || services.length) {
    return false;
  }
  if (instance !== undefined) {
    return database === key.replaceAll('-', '_');
  }
  return (
    name.startsWith(key) &&
    /^(-(dev|test|qa|stage|staging|preprod|prod|production))?(-(cnpg|pg|postgres|postgresql|db))?$/.test(
      name.slice(key.length),
    )
  );
}
