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
  DatabaseIdentity,
  Engine,
  Fact,
  inheritIdentity,
  joinIdentities,
  ObservedKind,
} from '@basewell/plugin-databases-common/domain';

/** An object that stands for a database. */
export interface Sighting {
  readonly anchor: ObservedKind;
  /** Its name; the namespace is the database's. */
  readonly object: string;
  readonly identity: DatabaseIdentity;
}

/**
 * Which objects stand for which databases. One object may stand for several, and
 * several for one: it is there as long as any of them is.
 */
export class Sightings {
  readonly #engines: readonly Engine[];
  readonly #byDatabase = new Map<string, readonly Sighting[]>();
  /** Ids of logical databases by that of their instance. */
  readonly #sharing = new Map<string, Set<string>>();

  constructor(engines: readonly Engine[]) {
    this.#engines = engines;
  }

  /** What an object stands for; nothing is written down yet. */
  in(fact: Fact | undefined): readonly Sighting[] {
    return fact === undefined
      ? []
      : this.#engines.flatMap(({ observation }) => {
          const anchor = observation?.anchors.find(
            ({ id }) => id === fact.kind,
          );
          return anchor
            ? observation!
                .identify(fact)
                .map(identity => ({ anchor, object: fact.name, identity }))
            : [];
        });
  }

  /** The same object says something else now. */
  replace(before: readonly Sighting[], after: readonly Sighting[]): void {
    for (const sighting of before) {
      const { id } = sighting.identity;
      this.#set(id, this.#others(sighting));
    }
    for (const sighting of after) {
      const { id } = sighting.identity;
      this.#set(id, [...this.#others(sighting), sighting].sort(inOrder));
    }
  }

  forget(kubernetesCluster: string): void {
    for (const [id, [{ identity }]] of this.#byDatabase) {
      if (identity.kubernetesCluster === kubernetesCluster) {
        this.#set(id, []);
      }
    }
  }

  /** @returns `undefined` when no object stands for it, or it is the main database of its instance */
  identityOf(id: string): DatabaseIdentity | undefined {
    const sightings = this.#byDatabase.get(id);
    if (!sightings) {
      return undefined;
    }
    const own = joinIdentities(sightings.map(({ identity }) => identity));
    return own.instance === undefined
      ? own
      : inheritIdentity(own, this.identityOf(own.instance));
  }

  /** Kinds of the objects that stand for it. */
  anchorsOf(id: string): readonly ObservedKind[] {
    const sightings = this.#byDatabase.get(id) ?? [];
    return [...new Set(sightings.map(({ anchor }) => anchor))];
  }

  /** Ids of the logical databases of an instance. */
  sharing(instance: string): Iterable<string> {
    return this.#sharing.get(instance) ?? [];
  }

  #others({ anchor, object, identity }: Sighting): readonly Sighting[] {
    const all = this.#byDatabase.get(identity.id) ?? [];
    return all.filter(
      other => other.anchor !== anchor || other.object !== object,
    );
  }

  #set(id: string, sightings: readonly Sighting[]): void {
    const instances = (list: readonly Sighting[] = []) =>
      list.flatMap(({ identity }) => identity.instance ?? []);
    for (const instance of instances(this.#byDatabase.get(id))) {
      this.#sharing.get(instance)?.delete(id);
    }
    for (const instance of instances(sightings)) {
      const sharing = this.#sharing.get(instance) ?? new Set();
      this.#sharing.set(instance, sharing.add(id));
    }
    if (sightings.length) {
      this.#byDatabase.set(id, sightings);
    } else {
      this.#byDatabase.delete(id);
    }
  }
}

function inOrder(a: Sighting, b: Sighting): number {
  const [left, right] = [a, b].map(({ anchor, object }) => anchor.id + object);
  return left < right ? -1 : 1;
}
