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

import { goFloat } from './goFloat';
import { goTimestamp } from './goTimestamp';
import type { Null, Scalar, ScalarType } from './model';

/**
 * What go-yaml v3, and so sops, makes of a plain YAML scalar. It is neither
 * YAML 1.1 nor 1.2:
 *
 *     true True TRUE            bool (yes, no, on, off, y are strings)
 *     ~ null Null NULL (empty)  null
 *     12 +1 1_000 010 0o10 0x1F 0b11   int; 010 is eight, 08 is the float 8
 *     1.5 .5 1e3 .inf .nan      float
 *     2001-12-14                time
 */
const constants: Readonly<Record<string, readonly [ScalarType, string]>> = {
  true: ['bool', 'True'],
  True: ['bool', 'True'],
  TRUE: ['bool', 'True'],
  false: ['bool', 'False'],
  False: ['bool', 'False'],
  FALSE: ['bool', 'False'],
  '.nan': ['float', 'NaN'],
  '.NaN': ['float', 'NaN'],
  '.NAN': ['float', 'NaN'],
  '.inf': ['float', '+Inf'],
  '.Inf': ['float', '+Inf'],
  '.INF': ['float', '+Inf'],
  '+.inf': ['float', '+Inf'],
  '+.Inf': ['float', '+Inf'],
  '+.INF': ['float', '+Inf'],
  '-.inf': ['float', '-Inf'],
  '-.Inf': ['float', '-Inf'],
  '-.INF': ['float', '-Inf'],
};
const nulls = new Set(['', '~', 'null', 'Null', 'NULL']);

const integer =
  /^[+-]?(?:0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9]\d*)$/;
const float = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;

const minimum = -(2n ** 63n);
const maximum = 2n ** 63n - 1n;
const unsignedMaximum = 2n ** 64n - 1n;

/**
 * Undefined for an integer that go-yaml reads as unsigned, which sops refuses.
 *
 * @internal
 */
export function resolvePlain(source: string): Scalar | Null | undefined {
  if (nulls.has(source)) return { kind: 'null' };
  const constant = Object.hasOwn(constants, source)
    ? constants[source]
    : undefined;
  const resolved = constant ?? resolveNumber(source);
  if (resolved === 'unsigned') return undefined;
  const [type, value] = resolved ?? ['str', source];
  return type === 'str'
    ? { kind: 'scalar', type, value }
    : { kind: 'scalar', type, value, source };
}

type Resolved = readonly [ScalarType, string] | undefined;

function resolveNumber(source: string): Resolved | 'unsigned' {
  if (source.startsWith('.')) {
    return resolveFloat(source.replaceAll(/(?<=\d)_(?=\d)/g, ''));
  }
  if (!/^[+\-0-9]/.test(source)) return undefined;
  const time = goTimestamp(source);
  if (time !== undefined) return ['time', time];
  // go-yaml also takes a sign after the prefix, as in 0o-7.
  const plain = source.replaceAll('_', '').replace(/^0([bo])([+-])/, '$20$1');
  return resolveInteger(plain) ?? resolveFloat(plain);
}

function resolveInteger(plain: string): Resolved | 'unsigned' {
  if (!integer.test(plain)) return undefined;
  const unsigned = plain.replace(/^[+-]/, '');
  const magnitude = BigInt(unsigned.replace(/^0(?=[0-7])/, '0o'));
  const value = plain.startsWith('-') ? -magnitude : magnitude;
  if (value >= minimum && value <= maximum) return ['int', value.toString()];
  if (unsigned === plain && value <= unsignedMaximum) {
    return 'unsigned';
  }
  return undefined;
}

function resolveFloat(plain: string): Resolved {
  if (!float.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? ['float', goFloat(value)] : undefined;
}
