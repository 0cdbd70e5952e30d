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
import { DATABASE_ID_ANNOTATION, DATABASES_ANNOTATION } from './annotations';
import { searchedApp } from './matchEntity';
import { parseDatabaseReference } from './parseDatabaseReference';

/**
 * Words that an entity and its databases have in common, so that ten thousand of
 * each need not be compared with each other: where `matchEntity` matches, or the
 * database names the entity, at least one key is the same.
 *
 * @public
 */
export function keysOfEntity(entity: Entity): readonly string[] {
  const { annotations = {} } = entity.metadata;
  const id = annotations[DATABASE_ID_ANNOTATION];
  const app = searchedApp(entity);
  return [
    ...(id === undefined ? [] : [`id ${id.trim()}`]),
    ...(annotations[DATABASES_ANNOTATION] ?? '').split(',').flatMap(text => {
      const reference = parseDatabaseReference(text.trim());
      return reference ? [placeOf(reference)] : [];
    }),
    ...(app === undefined ? [] : [`app ${app}`]),
    `entity ${stringifyEntityRef(entity)}`,
  ];
}

/** See `keysOfEntity`. @public */
export function keysOfDatabase(identity: DatabaseIdentity): readonly string[] {
  const { id, app, services } = identity;
  return [
    `id ${id}`,
    placeOf(identity),
    ...(app === undefined ? [] : [`app ${app}`]),
    ...services.map(service => `entity ${service.toLowerCase()}`),
  ];
}

function placeOf(database: {
  readonly namespace: string;
  readonly name: string;
}): string {
  return `place ${database.namespace}/${database.name}`;
}
