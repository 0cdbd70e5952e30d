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

import fc from 'fast-check';

/** Text that YAML 1.1, YAML 1.2, go-yaml or JSON readers like to take for something else. */
export const trickyTexts: readonly string[] = [
  ...[
    '',
    ' ',
    '  x',
    'x  ',
    '\t',
    '\n',
    '\n\n',
    'a\n',
    'a\n\n',
    '\na',
    ' a\nb',
  ],
  ...['a\nb', 'a\nb\n', 'a \nb', 'a\n b', 'a\r\nb', 'a\u2028b', 'a\u0085b'],
  ...['true', 'True', 'TRUE', 'false', 'yes', 'Yes', 'no', 'on', 'off', 'y'],
  ...['n', 'null', 'Null', '~', 'inf', '.inf', '-.inf', '.nan', 'NaN', 'nan'],
  ...['0', '-0', '+1', '010', '08', '0o10', '0x1F', '0b11', '1_000', '1e3'],
  ...['1.', '.5', '1.0', '-1.5e-3', '190:20:30', '9223372036854775808'],
  ...['2001-01-01', '2001-12-14t21:59:43.10-05:00', '2001-12-14 21:59:43.1'],
  ...['- a', '-', '--', '---', '...', '? a', '?', ': a', ':', 'a:', 'a: b'],
  ...['#', '# a', 'a #b', 'a#b', '&a', '*a', '!a', '!!str a', '%TAG', '@a'],
  ...['|', '>', '|-', "'", '"', "a'b", 'a"b', 'back\\slash', '\\n', '{', '}'],
  ...['{a: b}', '[', ']', '[a]', ',', '<<', '=', 'ENC[]', 'ENC[AES'],
  ...[
    'a:b',
    'http://x/y?z=1#f',
    'password=ä€😀',
    '\u0000',
    '\u001b[0m',
    '\u007f',
  ],
  ...[
    '\ufeff',
    '\ufffe',
    '\uffff',
    '\u00a0',
    '\u200b',
    '\u0301',
    '👩‍👩‍👧',
    '\u{10ffff}',
  ],
];

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...trickyTexts) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.base64String({ maxLength: 200 }) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.string({ unit: 'grapheme-ascii', maxLength: 20 }), {
        maxLength: 5,
      })
      .map(lines => lines.join('\n')),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('x', ' y', 'ä\n', '😀'), fc.nat(5000))
      .map(([part, count]) => part.repeat(count)),
  },
);

/** go-yaml writes keys with a line break in lists so that it cannot read them. */
const key = fc.oneof(
  fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.-]{0,20}$/),
  fc.constantFrom(...trickyTexts.filter(tricky => !/[\n\r]/.test(tricky))),
  fc.string({ unit: 'grapheme', maxLength: 10 }),
);

const number = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .filter(value => !Object.is(value, -0) && !isBigInteger(value)),
);

/** As text these are integers, which we read as `bigint`. */
function isBigInteger(value: number): boolean {
  return (
    Number.isInteger(value) &&
    !Number.isSafeInteger(value) &&
    Math.abs(value) <= 2 ** 63
  );
}

const { value } = fc.letrec<{ value: unknown }>(tie => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text,
    number,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

/**
 * A Kubernetes Secret with anything in its values, and much that stays in clear
 * beside them: the MAC covers that too.
 */
export const arbitraryDocument = fc.record(
  {
    apiVersion: fc.constant('v1'),
    kind: fc.constant('Secret'),
    metadata: fc.record({
      name: fc.stringMatching(/^[a-z0-9]{1,20}$/),
      annotations: fc.dictionary(key, text, {
        maxKeys: 4,
        noNullPrototype: true,
      }),
    }),
    immutable: fc.boolean(),
    type: fc.constant('Opaque'),
    extra: value,
    data: fc.dictionary(key, fc.base64String(), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
    stringData: fc
      .dictionary(key, value, { maxKeys: 6, noNullPrototype: true })
      .map(values => ({ ...values, password: 'never empty, never short' })),
  },
  { requiredKeys: ['apiVersion', 'kind', 'metadata', 'stringData'] },
);
