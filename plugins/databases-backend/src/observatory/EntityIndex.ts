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
import {
  Belonging,
  belongingOf,
  DatabaseIdentity,
  keysOfDatabase,
  keysOfEntity,
} from '@basewell/plugin-databases-common';

/** Most keys have one; ten thousand arrays of one are a megabyte. */
type OneOrMore<T> = T | readonly T[];

/** Entities and databases by what they have in common; see `matchEntity`. */
export class EntityIndex {
  readonly #entities = new Map<string, OneOrMore<Entity>>();
  /** Databases of one name in several Kubernetes clusters; who comes later counts in the next index. */
  readonly #namesakes = new Map<string, OneOrMore<DatabaseIdentity>>();

  addEntity(entity: Entity): void {
    for (const key of keysOfEntity(entity)) {
      append(this.#entities, key, entity);
    }
  }

  addDatabase(identity: DatabaseIdentity): void {
    append(this.#namesakes, placeOf(identity), identity);
  }

  /** @param identity - may be of one that was not added */
  belongingOf(identity: DatabaseIdentity): Belonging {
    const entities = keysOfDatabase(identity).flatMap(
      key => this.#entities.get(key) ?? [],
    );
    const namesakes = [this.#namesakes.get(placeOf(identity)) ?? []].flat();
    return belongingOf(
      identity,
      [...new Set(entities)],
      [identity, ...namesakes.filter(({ id }) => id !== identity.id)],
    );
  }
}

function append<T>(
  lists: Map<string, OneOrMore<T>>,
  key: string,
  item: T,
): void {
  const before = lists.get(key);
  lists.set(key, before === undefined ? item : ([before, item].flat() as T[]));
}

function placeOf({ namespace, name }: DatabaseIdentity): string {
  return `${namespace}/${name}`;
}
