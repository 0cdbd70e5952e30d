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

/** A map of YAML or JSON. */
export type Fields = { readonly [field: string]: unknown };

/**
 * What makes one document of another (RFC 7386), as kustomize merges a patch
 * into a custom resource:
 *
 * ```
 * a map       merged, field by field
 * null        takes the field away
 * other       takes the place of what was there, lists as a whole
 * ```
 */
export function mergePatch(from: Fields, to: Fields): Fields {
  const changed = Object.entries(to).flatMap(([field, value]) => {
    const before = from[field];
    if (isFields(before) && isFields(value)) {
      const inner = mergePatch(before, value);
      return Object.keys(inner).length ? [[field, inner] as const] : [];
    }
    return JSON.stringify(before) === JSON.stringify(value)
      ? []
      : [[field, value] as const];
  });
  const gone = Object.keys(from)
    .filter(field => !Object.hasOwn(to, field))
    .map(field => [field, null] as const);
  return Object.fromEntries([...changed, ...gone]);
}

/** Whether a value is a map. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
