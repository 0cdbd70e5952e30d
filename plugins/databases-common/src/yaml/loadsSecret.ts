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

import { SECRET_KEYS } from './SecretDialect';
import { secretNames } from './secretNames';
import { isValues } from './Values';
import { ValuesScope } from './ValuesScope';

/**
 * Whether a Secret is named in any of the places already. The chart's own values
 * count where the file does not take their place.
 */
export function loadsSecret(
  { values, defaults = {} }: ValuesScope,
  secretRef: string,
): boolean {
  return SECRET_KEYS.some(key => {
    const own = values[key];
    const chart = defaults[key];
    const merged =
      isValues(own) && isValues(chart) ? { ...chart, ...own } : own;
    return secretNames(merged === undefined ? chart : merged).includes(
      secretRef,
    );
  });
}
