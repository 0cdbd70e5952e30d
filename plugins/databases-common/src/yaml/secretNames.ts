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

import { isValues, Values } from './Values';

/** The Secrets that a value names, in any dialect. */
export function secretNames(value: unknown): readonly string[] {
  if (Array.isArray(value)) {
    return value.flatMap(item => {
      const { secretRef, secret } = isValues(item) ? item : ({} as Values);
      const name = isValues(secretRef) ? secretRef.name : undefined;
      return [item, secret, name].filter(isString);
    });
  }
  return isValues(value)
    ? [value.secretRef, ...secretNames(value.extraSecretRefs)].filter(isString)
    : [];
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}
