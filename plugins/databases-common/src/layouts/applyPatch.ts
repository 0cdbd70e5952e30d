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

import { Fields, isFields } from './mergePatch';

/**
 * What becomes of a document with another one upon it, as kustomize does it with
 * custom resources and Helm with values: maps are merged, `null` takes a field
 * away, and everything else takes the place of what was there.
 */
export function applyPatch(base: Fields, patch: Fields): Fields {
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(patch)) {
    const before = merged.get(key);
    if (value === null) {
      merged.delete(key);
    } else {
      merged.set(
        key,
        isFields(before) && isFields(value) ? applyPatch(before, value) : value,
      );
    }
  }
  return Object.fromEntries(merged);
}
