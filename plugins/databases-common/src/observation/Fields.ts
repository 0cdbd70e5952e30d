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

/**
 * Reads fields of a value that may have any shape. Whatever does not have the
 * expected type is as good as absent: nothing here throws.
 *
 * @public
 */
export class Fields {
  readonly #value: unknown;

  private constructor(value: unknown) {
    this.#value = value;
  }

  static of(value: unknown): Fields {
    return new Fields(value);
  }

  /** The fields below a path such as `status.instancesStatus`. */
  at(...path: readonly string[]): Fields {
    let value = this.#value;
    for (const key of path) {
      value =
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        Object.hasOwn(value, key)
          ? (value as { [key: string]: unknown })[key]
          : undefined;
    }
    return new Fields(value);
  }

  get present(): boolean {
    return this.#value !== undefined && this.#value !== null;
  }

  string(...path: readonly string[]): string | undefined {
    const value = this.at(...path).#value;
    return typeof value === 'string' ? value : undefined;
  }

  number(...path: readonly string[]): number | undefined {
    const value = this.at(...path).#value;
    return typeof value === 'number' && Number.isFinite(value)
      ? value
      : undefined;
  }

  boolean(...path: readonly string[]): boolean | undefined {
    const value = this.at(...path).#value;
    return typeof value === 'boolean' ? value : undefined;
  }

  /** The elements of a list; none when it is not one. */
  list(...path: readonly string[]): readonly Fields[] {
    const value = this.at(...path).#value;
    return Array.isArray(value) ? value.map(item => new Fields(item)) : [];
  }

  /** The strings of a list. */
  strings(...path: readonly string[]): readonly string[] {
    return this.list(...path).flatMap(item => item.string() ?? []);
  }

  /** The entries of a map; none when it is not one. */
  entries(...path: readonly string[]): readonly (readonly [string, Fields])[] {
    const value = this.at(...path).#value;
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).map(([key, item]) => [key, new Fields(item)])
      : [];
  }
}
