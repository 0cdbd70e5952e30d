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

import { Fact } from '../model';
import { ObservedKind } from './ObservedKind';

type Named = Pick<Fact, 'kind' | 'namespace' | 'name'>;

/**
 * The facts of one Kubernetes cluster. Names and keys are short here: whole
 * paths for each fact would take more than the facts.
 */
export class FactShelf {
  readonly #kinds: ReadonlyMap<string, ObservedKind>;
  /** By kind, then by name. */
  readonly #facts = new Map<string, Map<string, Fact>>();
  /**
   * Of all kinds: what has to do with one database lies under one key, and an
   * entry for each kind would take 100 bytes.
   */
  readonly #byKey = new Map<string, readonly Fact[]>();

  /** @param kinds - by id; facts of other kinds are not found by keys */
  constructor(kinds: ReadonlyMap<string, ObservedKind>) {
    this.#kinds = kinds;
  }

  get size(): number {
    let size = 0;
    for (const facts of this.#facts.values()) {
      size += facts.size;
    }
    return size;
  }

  /** @param kind - left out: of all */
  *facts(kind?: string): Generator<Fact> {
    for (const [id, facts] of this.#facts) {
      if (kind === undefined || kind === id) {
        yield* facts.values();
      }
    }
  }

  get(reference: Named): Fact | undefined {
    return this.#facts.get(reference.kind)?.get(nameOf(reference));
  }

  /** In no order. */
  at(kind: string, key: string): readonly Fact[] {
    return this.#byKey.get(key)?.filter(fact => fact.kind === kind) ?? [];
  }

  /** @returns the fact before, and the keys of both */
  put(fact: Fact): { readonly before?: Fact; readonly keys: Iterable<string> } {
    const { before, keys: keysBefore } = this.remove(fact);
    const facts = this.#facts.get(fact.kind) ?? new Map();
    this.#facts.set(fact.kind, facts.set(nameOf(fact), fact));
    const keys = this.#keysOf(fact);
    keys.forEach(key => this.#add(key, fact));
    return { before, keys: new Set([...keysBefore, ...keys]) };
  }

  /** @returns what was removed, and its keys */
  remove(reference: Named): {
    readonly before?: Fact;
    readonly keys: readonly string[];
  } {
    const before = this.get(reference);
    if (!before) {
      return { keys: [] };
    }
    this.#facts.get(before.kind)?.delete(nameOf(before));
    const keys = this.#keysOf(before);
    for (const key of keys) {
      const left = this.#byKey.get(key)?.filter(fact => fact !== before);
      if (left?.length) {
        this.#byKey.set(key, left);
      } else {
        this.#byKey.delete(key);
      }
    }
    return { before, keys };
  }

  #keysOf(fact: Fact): readonly string[] {
    return [...new Set(this.#kinds.get(fact.kind)?.keys(fact) ?? [])];
  }

  #add(key: string, fact: Fact): void {
    const held = this.#byKey.get(key);
    if (held) {
      // Joined: an array that something is pushed to keeps room for 16 more.
      this.#byKey.set(key, held.concat(fact));
    } else {
      this.#byKey.set(flat(key), [fact]);
    }
  }
}

/** V8 keeps the parts that a text was put together from; one that is parsed has none. */
function flat(key: string): string {
  return JSON.parse(JSON.stringify(key));
}

/** Joined: V8 keeps the parts of a template beside the text. */
function nameOf({ namespace, name }: Named): string {
  return [namespace ?? '', name].join('/');
}
