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

/** What JSON holds. @internal */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [field: string]: Json };

/**
 * RFC 7386: maps are merged, `null` removes, everything else replaces; but
 * lists of conditions are merged by their type, as an operator does it.
 *
 * @internal
 */
export function mergePatch(target: Json | undefined, patch: Json): Json {
  if (isConditions(target) && isConditions(patch)) {
    const others = target.filter(
      ({ type }) => !patch.some(condition => condition.type === type),
    );
    return [...others, ...patch];
  }
  if (!isMap(patch)) {
    return patch;
  }
  const merged: Record<string, Json> = isMap(target) ? { ...target } : {};
  for (const [field, value] of Object.entries(patch)) {
    if (value === null) {
      delete merged[field];
    } else {
      merged[field] = mergePatch(merged[field], value);
    }
  }
  return merged;
}

function isMap(
  value: Json | undefined,
): value is { readonly [field: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isConditions(value: Json | undefined): value is readonly {
  readonly type: string;
  readonly [field: string]: Json;
}[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(item => isMap(item) && typeof item.type === 'string')
  );
}
