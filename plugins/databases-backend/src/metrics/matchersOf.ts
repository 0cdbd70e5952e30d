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

/** Namespaces in one question, so that it stays short enough for every gateway. */
const MOST_NAMESPACES = 100;

/**
 * Label matchers, `namespace=~"databases|shop",cluster="prod"`, for as many
 * questions as it takes to ask about all namespaces.
 *
 * @param labels - besides the namespace
 */
export function matchersOf(
  namespaces: Iterable<string>,
  labels: { readonly [name: string]: string },
): readonly string[] {
  const all = [...new Set(namespaces)].sort();
  const others = Object.entries(labels).map(
    // PromQL reads what stands in quotes as Go does, and so as JSON nearly does.
    ([name, value]) => `${name}=${JSON.stringify(value)}`,
  );
  return Array.from(
    { length: Math.ceil(all.length / MOST_NAMESPACES) },
    (_, index) => {
      const some = all.slice(
        index * MOST_NAMESPACES,
        (index + 1) * MOST_NAMESPACES,
      );
      // Names of namespaces have no sign that means anything in a pattern.
      return [`namespace=~"${some.join('|')}"`, ...others].join(',');
    },
  );
}
