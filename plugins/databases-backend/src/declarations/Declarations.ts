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
  InventoryDeclaration,
} from '@basewell/plugin-databases-common';
import {
  Engine,
  joinIdentities,
} from '@basewell/plugin-databases-common/domain';
import { Declaration } from './Declaration';

/** A database as git declares it, under the name that it has when it runs. */
export interface DeclaredDatabase {
  /** Without what it inherits from its instance. */
  readonly identity: DatabaseIdentity;
  readonly source: InventoryDeclaration;
}

/**
 * Which databases the repositories of targets declare, as they were read last. A
 * repository that cannot be read keeps what it had: nothing is gone until a
 * commit shows it.
 */
export class Declarations {
  readonly #engines: readonly Engine[];
  readonly #kubernetesClusters: () => readonly string[];
  /** By place; `undefined` until it was read once. */
  readonly #places = new Map<string, readonly Declaration[] | undefined>();
  readonly #listeners = new Set<(ids: readonly string[]) => void>();
  #known:
    | {
        /** The Kubernetes cluster of databases of which none is said. */
        readonly only: string | undefined;
        readonly byId: ReadonlyMap<string, DeclaredDatabase>;
      }
    | undefined;

  constructor(options: {
    readonly engines: readonly Engine[];
    /** Those that are known at the moment. */
    readonly kubernetesClusters: () => readonly string[];
  }) {
    this.#engines = options.engines;
    this.#kubernetesClusters = options.kubernetesClusters;
  }

  /** These will be read; until then nobody knows what is not declared. */
  expect(places: readonly string[]): void {
    places.forEach(place => this.#places.set(place, undefined));
  }

  in(place: string): readonly Declaration[] {
    return this.#places.get(place) ?? [];
  }

  /** A place was read. */
  replace(place: string, declarations: readonly Declaration[]): void {
    const before = this.all();
    this.#places.set(place, declarations);
    this.#known = undefined;
    const after = this.all();
    const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
      id => JSON.stringify(before.get(id)) !== JSON.stringify(after.get(id)),
    );
    if (changed.length) {
      this.#listeners.forEach(listener => listener(changed));
    }
  }

  /** Places that were not read yet. */
  get unread(): readonly string[] {
    return [...this.#places].flatMap(([place, known]) => (known ? [] : place));
  }

  /** By id, whether they run or not. */
  all(): ReadonlyMap<string, DeclaredDatabase> {
    const [only, ...others] = this.#kubernetesClusters();
    const fallback = others.length ? undefined : only;
    if (!this.#known || this.#known.only !== fallback) {
      this.#known = { only: fallback, byId: this.#name(fallback) };
    }
    return this.#known.byId;
  }

  /** @returns a function that ends it */
  subscribe(listener: (ids: readonly string[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #name(only: string | undefined): ReadonlyMap<string, DeclaredDatabase> {
    const byId = new Map<string, DeclaredDatabase>();
    for (const place of this.#places.keys()) {
      for (const declaration of this.in(place)) {
        for (const identity of this.#identities(declaration, only)) {
          const before = byId.get(identity.id);
          byId.set(
            identity.id,
            before
              ? {
                  ...before,
                  identity: joinIdentities([before.identity, identity]),
                }
              : { identity, source: declaration.source },
          );
        }
      }
    }
    return byId;
  }

  #identities(
    declaration: Declaration,
    only: string | undefined,
  ): readonly DatabaseIdentity[] {
    const { object, kubernetesCluster = only } = declaration;
    if (kubernetesCluster === undefined) {
      return [];
    }
    const fact = { ...object.fact, kubernetesCluster };
    return this.#engines.flatMap(({ observation }) =>
      observation?.anchors.some(({ id }) => id === fact.kind)
        ? observation.identify(fact)
        : [],
    );
  }
}
