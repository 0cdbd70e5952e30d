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

import { Coverage, Fact } from '../model';
import { FactView } from './FactView';
import { ObservedKind } from './ObservedKind';

/** No Kubernetes cluster and no key is called so. */
const ALL = '*';

/** Called with what a reader of a view depends on. @public */
export type DependencyListener = (dependency: string) => void;

/**
 * All facts in memory, found by the keys of their kinds. It tells who reads
 * which key, so that a change reaches exactly the databases that looked at it.
 *
 * @public
 */
export class FactIndex {
  readonly #kinds: ReadonlyMap<string, ObservedKind>;
  readonly #facts = new Map<string, Fact>();
  /**
   * Facts by dependency. Most keys have one fact, and a map for it alone would
   * take more than the fact.
   */
  readonly #byKey = new Map<string, Fact | Map<string, Fact>>();
  readonly #coverage = new Map<string, Coverage>();

  constructor(kinds: readonly ObservedKind[]) {
    this.#kinds = new Map(kinds.map(kind => [kind.id, kind]));
  }

  get kinds(): readonly ObservedKind[] {
    return [...this.#kinds.values()];
  }

  get size(): number {
    return this.#facts.size;
  }

  /** All facts of a kind in one Kubernetes cluster. */
  *list(kubernetesCluster: string, kind: ObservedKind): Generator<Fact> {
    yield* this.#at(dependencyOf(kubernetesCluster, kind.id, ALL));
  }

  /** @returns the dependencies that changed */
  put(fact: Fact): readonly string[] {
    const id = idOf(fact);
    const before = this.#facts.get(id);
    const changed = new Set(before ? this.#forget(id, before) : []);
    this.#facts.set(id, fact);
    for (const dependency of this.#dependencies(fact)) {
      this.#add(dependency, id, fact);
      changed.add(dependency);
    }
    // A relist repeats everything that it finds.
    return before && isSame(before, fact) ? [] : [...changed];
  }

  /** @returns the dependencies that changed */
  remove(
    fact: Pick<Fact, 'kind' | 'kubernetesCluster' | 'namespace' | 'name'>,
  ): readonly string[] {
    const id = idOf(fact);
    const before = this.#facts.get(id);
    this.#facts.delete(id);
    return before ? this.#forget(id, before) : [];
  }

  /** @returns the dependencies that changed */
  cover(coverage: Coverage): readonly string[] {
    const dependency = coverageOf(coverage.kubernetesCluster, coverage.kind);
    const before = this.#coverage.get(dependency);
    this.#coverage.set(dependency, coverage);
    return before?.state === coverage.state &&
      before.message === coverage.message &&
      before.since === coverage.since
      ? []
      : [dependency];
  }

  /**
   * Drops everything of a Kubernetes cluster.
   *
   * @returns the dependencies that changed
   */
  forget(kubernetesCluster: string): readonly string[] {
    const changed = new Set<string>();
    for (const fact of [...this.#facts.values()]) {
      if (fact.kubernetesCluster === kubernetesCluster) {
        this.remove(fact).forEach(dependency => changed.add(dependency));
      }
    }
    for (const [dependency, coverage] of this.#coverage) {
      if (coverage.kubernetesCluster === kubernetesCluster) {
        this.#coverage.delete(dependency);
        changed.add(dependency);
      }
    }
    return [...changed];
  }

  coverages(): readonly Coverage[] {
    return [...this.#coverage.values()];
  }

  /** @param onRead - told about everything that is looked at */
  view(kubernetesCluster: string, onRead: DependencyListener = () => {}) {
    const view: FactView = {
      kubernetesCluster,
      of: (kind, key) => {
        const dependency = dependencyOf(kubernetesCluster, kind.id, key);
        onRead(dependency);
        return this.#find(dependency);
      },
      everywhere: (kind, key) => {
        const dependency = dependencyOf(ALL, kind.id, key);
        onRead(dependency);
        return this.#find(dependency);
      },
      coverage: (kind, where = kubernetesCluster) => {
        const dependency = coverageOf(where, kind.id);
        onRead(dependency);
        return (
          this.#coverage.get(dependency) ?? {
            kubernetesCluster: where,
            kind: kind.id,
            state: 'syncing',
            since: new Date(0).toISOString(),
            objects: 0,
          }
        );
      },
    };
    return view;
  }

  #find<Data>(dependency: string): readonly Fact<Data>[] {
    const facts = [...this.#at(dependency)];
    return facts.sort((a, b) => (a.name < b.name ? -1 : 1)) as Fact<Data>[];
  }

  #at(dependency: string): Iterable<Fact> {
    const held = this.#byKey.get(dependency);
    if (held === undefined) {
      return [];
    }
    return held instanceof Map ? held.values() : [held];
  }

  #add(dependency: string, id: string, fact: Fact): void {
    const held = this.#byKey.get(dependency);
    if (held === undefined) {
      this.#byKey.set(dependency, fact);
    } else if (held instanceof Map) {
      held.set(id, fact);
    } else {
      this.#byKey.set(
        dependency,
        new Map([
          [idOf(held), held],
          [id, fact],
        ]),
      );
    }
  }

  #dependencies(fact: Fact): readonly string[] {
    const keys = this.#kinds.get(fact.kind)?.keys(fact) ?? [];
    return [
      dependencyOf(fact.kubernetesCluster, fact.kind, ALL),
      ...keys.flatMap(key => [
        dependencyOf(fact.kubernetesCluster, fact.kind, key),
        dependencyOf(ALL, fact.kind, key),
      ]),
    ];
  }

  #forget(id: string, fact: Fact): readonly string[] {
    const dependencies = this.#dependencies(fact);
    for (const dependency of dependencies) {
      const held = this.#byKey.get(dependency);
      if (held instanceof Map && held.size > 1) {
        held.delete(id);
      } else {
        this.#byKey.delete(dependency);
      }
    }
    return dependencies;
  }
}

function idOf({
  kind,
  kubernetesCluster,
  namespace = '',
  name,
}: Pick<Fact, 'kind' | 'kubernetesCluster' | 'namespace' | 'name'>): string {
  return keyOf(kubernetesCluster, kind, namespace, name);
}

/**
 * Joined, not written as a template: V8 keeps the parts of a template beside
 * the key, which is 1 kB for each database.
 */
function keyOf(...parts: readonly string[]): string {
  return parts.join('\n');
}

/** The API server gives each change a version of its own. */
function isSame(before: Fact, after: Fact): boolean {
  return (
    after.resourceVersion !== undefined &&
    before.resourceVersion === after.resourceVersion &&
    before.uid === after.uid
  );
}

function dependencyOf(cluster: string, kind: string, key: string): string {
  return keyOf(cluster, kind, key);
}

function coverageOf(cluster: string, kind: string): string {
  return keyOf('coverage', cluster, kind);
}
