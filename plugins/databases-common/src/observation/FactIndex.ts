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

/** Stands for any Kubernetes cluster, and for any kind: none is called so. */
const ALL = '*';

/** Called with what a reader of a view depends on. @public */
export type DependencyListener = (dependency: string) => void;

/**
 * All facts in memory, found by the keys of their kinds. It tells who reads
 * which key, so that a change reaches the databases that looked there.
 *
 * @public
 */
export class FactIndex {
  readonly #kinds: ReadonlyMap<string, ObservedKind>;
  /** By Kubernetes cluster. */
  readonly #shelves = new Map<string, FactShelf>();
  /** By Kubernetes cluster, then by kind. */
  readonly #coverage = new Map<string, Map<string, Coverage>>();

  constructor(kinds: readonly ObservedKind[]) {
    this.#kinds = new Map(kinds.map(kind => [kind.id, kind]));
  }

  get kinds(): readonly ObservedKind[] {
    return [...this.#kinds.values()];
  }

  get size(): number {
    let size = 0;
    for (const shelf of this.#shelves.values()) {
      size += shelf.size;
    }
    return size;
  }

  /** All facts of a kind in one Kubernetes cluster. */
  *list(kubernetesCluster: string, kind: ObservedKind): Generator<Fact> {
    yield* this.#shelves.get(kubernetesCluster)?.facts(kind.id) ?? [];
  }

  get(
    reference: Pick<Fact, 'kind' | 'kubernetesCluster' | 'namespace' | 'name'>,
  ): Fact | undefined {
    return this.#shelves.get(reference.kubernetesCluster)?.get(reference);
  }

  /** What whoever looks where a fact is found depends on. */
  dependenciesOn(fact: Fact): readonly string[] {
    const keys = this.#kinds.get(fact.kind)?.keys(fact) ?? [];
    return dependenciesOf(fact, keys);
  }

  /** @returns the dependencies that changed */
  put(fact: Fact): readonly string[] {
    const shelf =
      this.#shelves.get(fact.kubernetesCluster) ?? new FactShelf(this.#kinds);
    this.#shelves.set(fact.kubernetesCluster, shelf);
    const { before, keys } = shelf.put(fact);
    return before && isSame(before, fact) ? [] : dependenciesOf(fact, keys);
  }

  /** @returns the dependencies that changed */
  remove(
    reference: Pick<Fact, 'kind' | 'kubernetesCluster' | 'namespace' | 'name'>,
  ): readonly string[] {
    const shelf = this.#shelves.get(reference.kubernetesCluster);
    const { before, keys = [] } = shelf?.remove(reference) ?? {};
    return before ? dependenciesOf(before, keys) : [];
  }

  /** @returns the dependencies that changed */
  cover(coverage: Coverage): readonly string[] {
    const { kubernetesCluster, kind } = coverage;
    const coverages = this.#coverage.get(kubernetesCluster) ?? new Map();
    const before = coverages.get(kind);
    this.#coverage.set(kubernetesCluster, coverages.set(kind, coverage));
    return before?.state === coverage.state &&
      before.message === coverage.message &&
      before.since === coverage.since
      ? []
      : coverageDependencies(kubernetesCluster, kind);
  }

  /**
   * Drops everything of a Kubernetes cluster.
   *
   * @returns the dependencies that changed
   */
  forget(kubernetesCluster: string): readonly string[] {
    const kinds = [...(this.#coverage.get(kubernetesCluster)?.keys() ?? [])];
    const changed = new Set([
      coverageOf(kubernetesCluster),
      ...kinds.flatMap(kind => coverageDependencies(kubernetesCluster, kind)),
    ]);
    for (const fact of [
      ...(this.#shelves.get(kubernetesCluster)?.facts() ?? []),
    ]) {
      this.remove(fact).forEach(dependency => changed.add(dependency));
    }
    this.#shelves.delete(kubernetesCluster);
    this.#coverage.delete(kubernetesCluster);
    return [...changed];
  }

  coverages(): readonly Coverage[] {
    return [...this.#coverage.values()].flatMap(coverages => [
      ...coverages.values(),
    ]);
  }

  /** @param onRead - told about everything that is looked at */
  view(kubernetesCluster: string, onRead: DependencyListener = () => {}) {
    const view: FactView = {
      kubernetesCluster,
      of: (kind, key) => {
        onRead(dependencyOf(kubernetesCluster, key));
        return sorted(this.#at(kubernetesCluster, kind, key));
      },
      everywhere: (kind, key) => {
        onRead(dependencyOf(ALL, key));
        return sorted(
          [...this.#shelves.keys()].flatMap(cluster =>
            this.#at(cluster, kind, key),
          ),
        );
      },
      coverage: (kind, where = kubernetesCluster) => {
        onRead(
          where === kubernetesCluster
            ? coverageOf(where)
            : coverageOf(where, kind.id),
        );
        return (
          this.#coverage.get(where)?.get(kind.id) ?? {
            kubernetesCluster: where,
            kind: kind.id,
            state: 'syncing',
            since: new Date(0).toISOString(),
            objects: 0,
          }
        );
      },
      coverages: kind => {
        onRead(coverageOf(ALL, kind.id));
        return [...this.#coverage.values()].flatMap(
          coverages => coverages.get(kind.id) ?? [],
        );
      },
    };
    return view;
  }

  #at<Data>(cluster: string, kind: ObservedKind<Data>, key: string) {
    const facts = this.#shelves.get(cluster)?.at(kind.id, key) ?? [];
    return facts as readonly Fact<Data>[];
  }
}

function sorted<T extends Fact>(facts: readonly T[]): readonly T[] {
  return facts.length > 1
    ? [...facts].sort((a, b) => (a.name < b.name ? -1 : 1))
    : facts;
}

function dependenciesOf(
  { kubernetesCluster }: Pick<Fact, 'kubernetesCluster'>,
  keys: Iterable<string>,
): readonly string[] {
  return [...keys].flatMap(key => [
    dependencyOf(kubernetesCluster, key),
    dependencyOf(ALL, key),
  ]);
}

/**
 * An operator writes its status every few seconds, and most of that changes
 * nothing that is kept; comparing costs a twentieth of a judgement.
 */
function isSame(before: Fact, after: Fact): boolean {
  return isSameVersion(before, after) || contentOf(before) === contentOf(after);
}

/** The API server gives each change a version of its own. */
function isSameVersion(before: Fact, after: Fact): boolean {
  return (
    after.resourceVersion !== undefined &&
    before.resourceVersion === after.resourceVersion &&
    before.uid === after.uid
  );
}

/** All but when it was seen. */
function contentOf({ resourceVersion, observedAt, ...content }: Fact): string {
  return JSON.stringify(content);
}

/**
 * Whatever has to do with a database lies under its key, and most kinds are
 * looked up there: one dependency for all kinds is a tenth of the memory.
 */
function dependencyOf(cluster: string, key: string): string {
  return `${cluster}\n${key}`;
}

/**
 * What can be seen changes seldom, and concerns nearly all databases there: to
 * them all kinds are one. Those of other Kubernetes clusters look at one kind.
 */
function coverageOf(cluster: string, kind: string = ALL): string {
  return `coverage\n${cluster}\n${kind}`;
}

/** Everybody who looks at how well a kind can be seen in that place. */
function coverageDependencies(cluster: string, kind: string) {
  return [
    coverageOf(cluster),
    coverageOf(cluster, kind),
    coverageOf(ALL, kind),
  ];
}
