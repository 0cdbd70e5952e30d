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

/** Fills variables in, of which several values may be known. */
export class Substitution {
  readonly #values: ReadonlyMap<string, readonly string[]>;

  constructor(
    environment: ReadonlyMap<string, string>,
    variables: ReadonlyMap<string, readonly string[]>,
  ) {
    this.#values = new Map([
      ...[...environment].map(([name, value]) => [name, [value]] as const),
      ...variables,
    ]);
  }

  /** All that a word can stand for; nothing when a part of it is not known. */
  valuesOf(word: string, depth = 0): readonly string[] {
    const found = /\$(?:\((\w+)\)|\{(\w+)(?::?-([^}]*))?\}|(\w+))/.exec(word);
    if (!found) {
      return /[$`*]/.test(word) ? [] : [word];
    }
    const [whole, kubernetes, braced, otherwise, plain] = found;
    const name = kubernetes ?? braced ?? plain ?? '';
    const known =
      this.#values.get(name) ?? (otherwise === undefined ? [] : [otherwise]);
    // A variable may be made of others, and of itself.
    return depth > 4
      ? []
      : known.slice(0, 50).flatMap(value =>
          this.valuesOf(
            word.replace(whole, () => value),
            depth + 1,
          ),
        );
  }

  /** The beginning of a path, as far as it is known. */
  pathOf(word: string): string | undefined {
    const [path] = this.valuesOf(word);
    if (path !== undefined) {
      return path;
    }
    const parts = word.split('/');
    const known = parts.slice(0, -1).join('/');
    return parts.length > 1 && known ? this.pathOf(known) : undefined;
  }
}
