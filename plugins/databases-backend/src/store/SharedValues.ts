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

import { Fact } from '@basewell/plugin-databases-common/domain';

/** What is longer is rarely the same twice. */
const LONGEST_SHARED = 256;
/** Values that are seen once stay no longer than until so many have come. */
const MOST_SHARED = 10_000;

/**
 * Makes facts small. Ten thousand databases of one estate have the same images,
 * sizes, conditions and phases: each value is kept once. Members that are
 * `undefined` go, and so do the buffers that pieces of text keep alive.
 */
export class SharedValues {
  #texts = new Map<string, string>();
  /** Objects and lists by their JSON. */
  #values = new Map<string, unknown>();

  compact(fact: Fact): Fact {
    return {
      ...fact,
      kind: this.of(fact.kind),
      kubernetesCluster: this.of(fact.kubernetesCluster),
      name: this.of(fact.name),
      observedAt: this.of(fact.observedAt),
      ...(fact.namespace && { namespace: this.of(fact.namespace) }),
      ...(fact.createdAt && { createdAt: this.of(fact.createdAt) }),
      data: this.of(fact.data),
    };
  }

  /** @param value - as JSON has it; it is copied, and nothing may write into the copy */
  of<T>(value: T): T {
    if (typeof value === 'string') {
      return this.#shareText(value) as T;
    }
    const json = JSON.stringify(value);
    return json === undefined ? value : this.#share(JSON.parse(json), json);
  }

  #share<T>(value: T, json: string): T {
    if (json.length > LONGEST_SHARED) {
      this.#shareParts(value);
      return value;
    }
    const known = this.#values.get(json);
    if (known !== undefined) {
      return known as T;
    }
    this.#shareParts(value);
    this.#values = withRoom(this.#values).set(json, value);
    return value;
  }

  #shareParts(value: unknown): void {
    if (typeof value !== 'object' || value === null) {
      return;
    }
    const parts = value as { [key: string]: unknown };
    for (const key of Object.keys(parts)) {
      const part = parts[key];
      if (typeof part === 'string') {
        parts[key] = this.#shareText(part);
      } else if (part && typeof part === 'object') {
        parts[key] = this.#share(part, JSON.stringify(part));
      }
    }
  }

  #shareText(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined || text.length > LONGEST_SHARED) {
      return known ?? text;
    }
    const own: string = JSON.parse(JSON.stringify(text));
    this.#texts = withRoom(this.#texts).set(own, own);
    return own;
  }
}

function withRoom<T>(values: Map<string, T>): Map<string, T> {
  return values.size < MOST_SHARED ? values : new Map();
}
