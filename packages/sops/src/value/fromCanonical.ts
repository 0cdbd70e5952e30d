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

import { goFloat } from '../tree/goFloat';
import { goTimestamp } from '../tree/goTimestamp';
import type { Scalar } from '../tree/model';

/**
 * A scalar from the type and text that a decrypted value holds. Older versions
 * and the Python one wrote some types in other ways, so the text is normalized
 * as sops does when it reads it: `true` → `True`, `1e3` → `1000`.
 *
 * @returns undefined if the text does not fit the type
 *
 * @internal
 */
export function fromCanonical(type: string, text: string): Scalar | undefined {
  const value = normalize(type, text);
  if (value === undefined) return undefined;
  const kind = type === 'bytes' ? 'str' : type;
  return { kind: 'scalar', type: kind as Scalar['type'], value };
}

function normalize(type: string, text: string): string | undefined {
  switch (type) {
    case 'str':
    case 'bytes':
      return text;
    case 'int':
      return /^[+-]?\d+$/.test(text) ? BigInt(text).toString() : undefined;
    case 'float':
      return /^[+-]?(?:Inf|NaN|[\d.]+(?:[eE][+-]?\d+)?)$/.test(text)
        ? goFloat(Number(text.replace('Inf', 'Infinity')))
        : undefined;
    case 'bool':
      if (/^(?:1|t|true)$/i.test(text)) return 'True';
      return /^(?:0|f|false)$/i.test(text) ? 'False' : undefined;
    case 'time':
      return goTimestamp(text);
    default:
      return undefined;
  }
}
