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

import { emitYaml } from './emitYaml';
import { fromPlain, type PlainTree } from './fromPlain';
import { readYaml } from './readYaml';

describe('emitYaml', () => {
  const tree: PlainTree = {
    map: { a: 1, empty: {} },
    list: ['x', { b: 2, c: [3] }, [4, [5]], [], {}, null],
    text: 'two\nlines\n',
    chomped: 'two\nlines',
    subtle: ' two\nlines',
    number: 1.5,
    huge: 1e21,
    truth: true,
    nothing: null,
    '2001-01-01': 'yes',
  };

  it('lays a document out as sops does', () => {
    expect(emitYaml([fromPlain(tree)], 4)).toBe(`map:
    a: 1
    empty: {}
list:
    - x
    - b: 2
      c:
        - 3
    - - 4
      - - 5
    - []
    - {}
    - null
text: |
    two
    lines
chomped: |-
    two
    lines
subtle: " two\\nlines"
number: 1.5
huge: 1e+21
truth: true
nothing: null
"2001-01-01": "yes"
`);
  });

  it('indents by what .sops.yaml says', () => {
    expect(emitYaml([fromPlain({ a: { b: [{ c: 1, d: { e: 2 } }] } })], 2))
      .toBe(`a:
  b:
    - c: 1
      d:
        e: 2
`);
  });

  it('separates documents, and writes an empty one', () => {
    expect(emitYaml([fromPlain({}), fromPlain({ a: 1 })], 4)).toBe(
      '{}\n---\na: 1\n',
    );
  });

  it.each([
    ['at the top', '# a\nb: 1\n# c\n'],
    ['inline', 'a: 1 # b\nc: x # d\n'],
    ['between levels', 'a:\n    # b\n    c: 1\n    # d\n# e\nf: 2\n'],
    [
      'in a list',
      'a:\n    # b\n    - 1\n    # c\n    - 2 # d\n    # e\nf: 3\n',
    ],
    ['on several lines', '# a\n# b\n#\nc: 1\n'],
    ['like none', '#\n#a\n#  b\nc: 1\n'],
  ])('keeps a comment %s', (_, text) => {
    expect(emitYaml(readYaml(text), 4)).toBe(text);
  });

  it('has room for text of very many lines', () => {
    const text = 'x\n'.repeat(500_000);
    expect(emitYaml([fromPlain({ text })], 4)).toHaveLength(
      'text: |\n'.length + 500_000 * '    x\n'.length,
    );
  });

  it('refuses to write a secret leaf in clear', () => {
    expect(() =>
      emitYaml([fromPlain({ a: new TextEncoder().encode('x') })], 4),
    ).toThrow('a secret leaf cannot be written in clear');
  });
});
