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

type Named = Pick<Fact, 'namespace' | 'name'>;

/**
 * The facts of one kind in one Kubernetes cluster. Names and keys are short
 * here: whole paths for each fact would take more than the facts.
 */
export class FactShelf {
  readonly #keysOf: (fact: Fact) => readonly string[];
  readonly #facts = new Map<string, Fact>();
  /** Most keys have one fact, and a set for it alone would take more than the fact. */
  readonly #byKey = new Map<string, Fact | Set<Fact>>();

  /** @param kind - left out: nothing is found by keys */
  constructor(kind: ObservedKind | undefined) {
    this.#keysOf = fact => [...new Set(kind?.keys(fact) ?? [])];
  }

  get size(): number {
    return this.#facts.size;
  }

  facts(): Iterable<Fact> {
    return this.#facts.values();
  }

  /** In no order. */
  at(key: string): readonly Fact[] {
    const held = this.#byKey.get(key);
    if (held === undefined) {
      return [];
    }
    return held instanceof Set ? [...held] : [held];
  }

  /** @returns the fact before, and the keys of both */
  put(fact: Fact): { readonly before?: Fact; readonly keys: Iterable<string> } {
    const { before, keys: keysBefore } = this.remove(fact);
    this.#facts.set(nameOf(fact), fact);
    const keys = this.#keysOf(fact);
    keys.forEach(key => this.#add(key, fact));
    return { before, keys: new Set([...keysBefore, ...keys]) };
  }

  /** @returns what was removed, and its keys */
  remove(reference: Named): {
    readonly before?: Fact;
    readonly keys: readonly string[];
  } {
    const name = nameOf(reference);
    const before = this.#facts.get(name);
    if (!before) {
      return { keys: [] };
    }
    this.#facts.delete(name);
    const keys = this.#keysOf(before);
    for (const key of keys) {
      const held = this.#byKey.get(key);
      if (held instanceof Set && held.size > 1) {
        held.delete(before);
      } else {
        this.#byKey.delete(key);
      }
    }
    return { before, keys };
  }

  #add(key: string, fact: Fact): void {
    const held = this.#byKey.get(key);
    if (held === undefined) {
      this.#byKey.set(flat(key), fact);
    } else if (held instanceof Set) {
      held.add(fact);
    } else {
      this.#byKey.set(key, new Set([held, fact]));
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
