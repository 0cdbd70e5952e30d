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

import { isDeepStrictEqual } from 'node:util';
import { ApiStatus } from './ApiStatus';
import { KubeObject } from './KubeObject';
import { ServedResource } from './servedResources';

/** One change. @internal */
export interface ObjectEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly resourceVersion: number;
  readonly resource: ServedResource;
  /** As it is now; of a deleted one, as it was, with the deletion's version. */
  readonly object: KubeObject;
  /** Left out when it is new. */
  readonly previous?: KubeObject;
}

/**
 * The objects of one Kubernetes cluster and the order in which they changed:
 * what etcd is to an API server. It knows no clock and no network.
 *
 * @internal
 */
export class ObjectLog {
  readonly #keep: number;
  readonly #objects = new Map<string, KubeObject>();
  readonly #listeners = new Set<(event: ObjectEvent) => void>();
  #events: readonly ObjectEvent[] = [];
  #oldest: number;
  #resourceVersion: number;

  /**
   * @param options - `first`: the version before the first change, above all
   *   that an earlier run has given out; `keep`: how many changes can be asked
   *   for, older ones are "too old"
   */
  constructor(
    options: { readonly first?: number; readonly keep?: number } = {},
  ) {
    this.#resourceVersion = options.first ?? 1;
    this.#oldest = this.#resourceVersion;
    this.#keep = options.keep ?? 1000;
  }

  get resourceVersion(): number {
    return this.#resourceVersion;
  }

  /** Nothing happens when it is as it was. */
  put(resource: ServedResource, object: KubeObject): void {
    const previous = this.#objects.get(keyOf(resource, object.metadata));
    const draft = {
      ...object,
      metadata: {
        ...object.metadata,
        generation: nextGeneration(object, previous),
        resourceVersion: previous?.metadata.resourceVersion,
      },
    };
    if (previous && isDeepStrictEqual(draft, previous)) {
      return;
    }
    const type = previous ? 'MODIFIED' : 'ADDED';
    const event = this.#append({ type, resource, object: draft, previous });
    this.#objects.set(keyOf(resource, object.metadata), event.object);
    this.#tell(event);
  }

  delete(
    resource: ServedResource,
    names: { readonly namespace?: string; readonly name: string },
  ): void {
    const key = keyOf(resource, names);
    const previous = this.#objects.get(key);
    if (previous) {
      this.#objects.delete(key);
      this.#tell(
        this.#append({ type: 'DELETED', resource, object: previous, previous }),
      );
    }
  }

  get(
    resource: ServedResource,
    names: { readonly namespace?: string; readonly name: string },
  ): KubeObject | undefined {
    return this.#objects.get(keyOf(resource, names));
  }

  /** Of every kind, in no order. */
  all(): readonly KubeObject[] {
    return [...this.#objects.values()];
  }

  /**
   * All objects of a kind as they were at a version, by namespace and name.
   *
   * @throws ApiStatus 410 when that is too long ago
   */
  list(
    resource: ServedResource,
    at: number = this.#resourceVersion,
  ): readonly KubeObject[] {
    const objects = new Map(
      [...this.#objects].filter(([key]) => key.startsWith(`${resource.id}/`)),
    );
    for (const event of [...this.since(at)].reverse()) {
      if (event.resource.id === resource.id) {
        const key = keyOf(resource, event.object.metadata);
        if (event.previous) {
          objects.set(key, event.previous);
        } else {
          objects.delete(key);
        }
      }
    }
    return [...objects]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, object]) => object);
  }

  /**
   * What changed after a version.
   *
   * @throws ApiStatus 410 when that is too long ago
   */
  since(resourceVersion: number): readonly ObjectEvent[] {
    if (resourceVersion < this.#oldest) {
      throw new ApiStatus(
        410,
        `too old resource version: ${resourceVersion} (${this.#oldest})`,
      );
    }
    return this.#events.filter(
      event => event.resourceVersion > resourceVersion,
    );
  }

  /** Forgets all changes, as compaction does: versions before now are too old. */
  compact(): void {
    this.#events = [];
    this.#oldest = this.#resourceVersion;
  }

  /** @returns ends it */
  subscribe(listener: (event: ObjectEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #append(change: Omit<ObjectEvent, 'resourceVersion'>): ObjectEvent {
    this.#resourceVersion += 1;
    const { object } = change;
    const event: ObjectEvent = {
      ...change,
      resourceVersion: this.#resourceVersion,
      object: {
        ...object,
        metadata: {
          ...object.metadata,
          resourceVersion: String(this.#resourceVersion),
        },
      },
    };
    const events = [...this.#events, event];
    const excess = events.slice(0, -this.#keep);
    this.#oldest = excess.at(-1)?.resourceVersion ?? this.#oldest;
    this.#events = events.slice(excess.length);
    return event;
  }

  #tell(event: ObjectEvent) {
    this.#listeners.forEach(listener => listener(event));
  }
}

/** A `/` cannot be in any of the parts. */
function keyOf(
  { id }: ServedResource,
  {
    namespace = '',
    name,
  }: { readonly namespace?: string; readonly name: string },
): string {
  return `${id}/${namespace}/${name}`;
}

/** An API server counts changes of what is wanted, not of what is the case. */
function nextGeneration(object: KubeObject, previous?: KubeObject): number {
  const { generation = 0 } = previous?.metadata ?? {};
  return isDeepStrictEqual(object.spec, previous?.spec) && previous
    ? generation
    : generation + 1;
}
