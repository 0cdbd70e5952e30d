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
import { FactShelf } from './FactShelf';
import { FactView } from './FactView';
import { ObservedKind } from './ObservedKind';

/** Stands for any Kubernetes cluster, and for any key: nothing is called so. */
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
  /** By Kubernetes cluster, then by kind. */
  readonly #shelves = new Map<string, Map<string, FactShelf>>();
  readonly #coverage = new Map<string, Coverage>();

  constructor(kinds: readonly ObservedKind[]) {
    this.#kinds = new Map(kinds.map(kind => [kind.id, kind]));
  }

  get kinds(): readonly ObservedKind[] {
    return [...this.#kinds.values()];
  }

  get size(): number {
    let size = 0;
    for (const shelves of this.#shelves.values()) {
      for (const shelf of shelves.values()) {
        size += shelf.size;
      }
    }
    return size;
  }

  /** All facts of a kind in one Kubernetes cluster. */
  *list(kubernetesCluster: string, kind: ObservedKind): Generator<Fact> {
    const shelf = this.#shelves.get(kubernetesCluster)?.get(kind.id);
    yield* shelf?.facts() ?? [];
  }

  /** @returns the dependencies that changed */
  put(fact: Fact): readonly string[] {
    const { before, keys } = this.#shelf(fact).put(fact);
    // A relist repeats everything that it finds.
    return before && isSame(before, fact) ? [] : dependenciesOf(fact, keys);
  }

  /** @returns the dependencies that changed */
  remove(
    fact: Pick<Fact, 'kind' | 'kubernetesCluster' | 'namespace' | 'name'>,
  ): readonly string[] {
    const { before, keys } = this.#shelf(fact).remove(fact);
    return before ? dependenciesOf(before, keys) : [];
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
    for (const shelf of this.#shelves.get(kubernetesCluster)?.values() ?? []) {
      for (const fact of [...shelf.facts()]) {
        this.remove(fact).forEach(dependency => changed.add(dependency));
      }
    }
    this.#shelves.delete(kubernetesCluster);
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
        return sorted(this.#at(kubernetesCluster, kind, key));
      },
      everywhere: (kind, key) => {
        const dependency = dependencyOf(ALL, kind.id, key);
        onRead(dependency);
        return sorted(
          [...this.#shelves.keys()].flatMap(cluster =>
            this.#at(cluster, kind, key),
          ),
        );
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

  #at<Data>(cluster: string, kind: ObservedKind<Data>, key: string) {
    const shelf = this.#shelves.get(cluster)?.get(kind.id);
    return (shelf?.at(key) ?? []) as readonly Fact<Data>[];
  }

  #shelf({
    kubernetesCluster,
    kind,
  }: Pick<Fact, 'kubernetesCluster' | 'kind'>): FactShelf {
    const shelves = this.#shelves.get(kubernetesCluster) ?? new Map();
    this.#shelves.set(kubernetesCluster, shelves);
    const shelf = shelves.get(kind) ?? new FactShelf(this.#kinds.get(kind));
    shelves.set(kind, shelf);
    return shelf;
  }
}

function sorted<T extends Fact>(facts: readonly T[]): readonly T[] {
  return facts.length > 1
    ? [...facts].sort((a, b) => (a.name < b.name ? -1 : 1))
    : facts;
}

function dependenciesOf(
  { kubernetesCluster, kind }: Pick<Fact, 'kubernetesCluster' | 'kind'>,
  keys: Iterable<string>,
): readonly string[] {
  const changed = [dependencyOf(kubernetesCluster, kind, ALL)];
  for (const key of keys) {
    changed.push(
      dependencyOf(kubernetesCluster, kind, key),
      dependencyOf(ALL, kind, key),
    );
  }
  return changed;
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
  return `${cluster}\n${kind}\n${key}`;
}

function coverageOf(cluster: string, kind: string): string {
  return `coverage\n${cluster}\n${kind}`;
}
