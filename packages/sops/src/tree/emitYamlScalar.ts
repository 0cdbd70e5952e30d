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

import type { Scalar } from './model';
import { quoteYaml } from './quoteYaml';

/**
 * The lines of a scalar: one for most, more for text that reads best as a
 * literal block, such as an armored age file.
 *
 *     enc: |
 *         first line      `|` ends with a line break, `|-` does not
 *         second line
 *
 * Text is a literal block only where nothing about it is subtle: printable, no
 * space at a line's end or the text's begin, at most one final line break.
 *
 * @internal
 */
export function emitYamlScalar(scalar: Scalar): readonly string[] {
  if (typeof scalar.value !== 'string') {
    throw new Error('a secret leaf cannot be written in clear');
  }
  switch (scalar.type) {
    case 'str':
      return literal(scalar.value) ?? [quoteYaml(scalar.value)];
    case 'bool':
      return [scalar.source ?? scalar.value.toLowerCase()];
    case 'float':
      return [scalar.source ?? float(scalar.value)];
    default:
      return [scalar.source ?? scalar.value];
  }
}

const printable =
  /^[\n\u0020-\u007e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]*$/;

function literal(text: string): readonly string[] | undefined {
  const body = text.endsWith('\n') ? text.slice(0, -1) : text;
  const subtle =
    !text.includes('\n') ||
    !printable.test(text) ||
    /^[ \n]|[ \n]$| \n/.test(body) ||
    body === '';
  if (subtle) return undefined;
  return [body === text ? '|-' : '|', ...body.split('\n')];
}

/**
 * Without an exponent a float of 2^63 and more would be read as an integer that
 * sops refuses.
 */
function float(canonical: string): string {
  if (canonical === 'NaN') return '.nan';
  if (canonical.endsWith('Inf')) {
    return canonical.startsWith('-') ? '-.inf' : '.inf';
  }
  const value = Number(canonical);
  return Math.abs(value) < 1e15 ? canonical : value.toExponential();
}
