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

import { InspectedFile } from './InspectedTree';

/** A Secret with the keys whose values everybody can read. */
export interface SecretInClear {
  readonly secret: string;
  /** Of the first of the keys. */
  readonly line: number;
  readonly keys: readonly string[];
}

/** The Secrets of a file that have values in clear below keys that count. */
export function keysInClear(
  { documents }: InspectedFile,
  counts: (key: string) => boolean,
): readonly SecretInClear[] {
  return documents
    .filter(({ format }) => format === 'plain')
    .flatMap(({ secrets }) => secrets)
    .flatMap(({ name, keys }) => {
      const clear = keys.filter(
        ({ state, name: key }) => state === 'clear' && counts(key),
      );
      return clear.length
        ? {
            secret: name,
            line: clear[0].line,
            keys: clear.map(({ name: key }) => key),
          }
        : [];
    });
}
