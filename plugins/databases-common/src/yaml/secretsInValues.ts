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

import { secretNames } from './secretNames';
import { isValues } from './Values';

/** So deep do charts nest the values of their parts. */
const DEEPEST = 6;
/** More is no app's. */
const MOST = 8;

/**
 * The Secrets that values of a chart name for an app: below `envFrom` in any
 * dialect, as `existingSecret`, and as `extraEnvVarsSecret`. Names alone.
 *
 * @public
 */
export function secretsInValues(values: unknown): readonly string[] {
  return [...new Set(namesIn(values, 0))]
    .filter(name => /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/.test(name))
    .slice(0, MOST);
}

function namesIn(values: unknown, depth: number): readonly string[] {
  if (!isValues(values) || depth > DEEPEST) {
    return [];
  }
  return Object.entries(values).flatMap(([key, value]) => {
    switch (key) {
      case 'envFrom':
        return secretNames(value);
      case 'existingSecret':
      case 'extraEnvVarsSecret':
        return typeof value === 'string' ? [value] : [];
      default:
        return namesIn(value, depth + 1);
    }
  });
}
