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
import { parseAllDocuments } from 'yaml';
import { readYaml } from './readYaml';
import { renderYaml } from './renderYaml';

function read(text: string, version: '1.1' | '1.2'): readonly unknown[] {
  const documents = parseAllDocuments(text, { version });
  return [...documents].map(document => {
    expect(document.errors).toEqual([]);
    return document.toJS();
  });
}

describe('renderYaml', () => {
  it('begins and quotes as the house does', () => {
    expect(
      renderYaml([{ '1': 'on', it: "o'clock #1", plain: 'text' }], {
        header: 'Made here',
        documentStart: true,
        quotes: 'single',
      }),
    ).toBe("---\n# Made here\n'1': 'on'\nit: \"o'clock #1\"\nplain: text\n");
  });

  it('writes block style in the order given', () => {
    const rendered = renderYaml(
      [
        {
          kind: 'Cluster',
          spec: {
            instances: 3,
            hibernated: false,
            nothing: null,
            left: undefined,
            storage: { size: '20Gi' },
            none: {},
            nobody: [],
            command: ['sh', '-lc', 'set -e\nmigrate\n'],
            plugins: [{ name: 'barman', enabled: true, list: ['a'] }],
            matrix: [['a', 'b'], []],
          },
        },
        { kind: 'Namespace' },
      ],
      { header: 'Made by a person.\n\nChange it as you like.' },
    );
    expect(rendered).toBe(
      [
        '# Made by a person.',
        '#',
        '# Change it as you like.',
        'kind: Cluster',
        'spec:',
        '  instances: 3',
        '  hibernated: false',
        '  nothing: null',
        '  storage:',
        '    size: 20Gi',
        '  none: {}',
        '  nobody: []',
        '  command:',
        '    - sh',
        '    - -lc',
        '    - |',
        '      set -e',
        '      migrate',
        '  plugins:',
        '    - name: barman',
        '      enabled: true',
        '      list:',
        '        - a',
        '  matrix:',
        '    - - a',
        '      - b',
        '    - []',
        '---',
        'kind: Namespace',
        '',
      ].join('\n'),
    );
  });

  it.each([
    {
      reason: 'by default',
      style: {},
      text: 'a:\n  - b: 1\n    c:\n      - d\n',
    },
    {
      reason: 'as kustomize edit writes them',
      style: { indentLists: false },
      text: 'a:\n- b: 1\n  c:\n  - d\n',
    },
    {
      reason: 'for Windows',
      style: { lineEnding: '\r\n' as const },
      text: 'a:\r\n  - b: 1\r\n    c:\r\n      - d\r\n',
    },
  ])('indents lists and ends lines $reason', ({ style, text }) => {
    expect(renderYaml([{ a: [{ b: 1, c: ['d'] }] }], style)).toBe(text);
  });

  it.each([
    ['plain', 'shop-cnpg'],
    ['a version', '17.5'.concat('.1')],
    ['a quantity', '500m'],
    ['a duration', '30d'],
    ['a schedule that begins with a digit', '0 0 2 * * *'],
    ['an address', 'https://kubernetes.default.svc'],
    ['a path', './generator.yaml'],
    ['an image', 'ghcr.io/cloudnative-pg/postgresql:17.5@sha256:0a1b'],
    ['an option', '-lc'],
    ['Cyrillic', 'База данных'],
    ['a word with a number in front', '3a'],
    ['an e-mail', 'a@b.example'],
  ])('leaves %s without quotes', (_, text) => {
    expect(renderYaml([{ a: text }])).toBe(`a: ${text}\n`);
  });

  it.each([
    ['nothing', ''],
    ['null', '~'],
    ['null as a word', 'Null'],
    ['a boolean of YAML 1.1', 'yes'],
    ['a boolean of YAML 1.1, short', 'n'],
    ['a boolean of YAML 1.1, as in a switch', 'Off'],
    ['a boolean', 'true'],
    ['an integer', '17'],
    ['an integer with a sign', '+1'],
    ['an integer with separators, YAML 1.1', '1_000'],
    ['an integer to readers that drop underscores first', '+_0'],
    ['a prefix to readers that drop underscores first', '0_b0'],
    ['an octal integer, YAML 1.1', '0755'],
    ['an octal integer, YAML 1.2', '0o7'],
    ['a hexadecimal integer', '0x1F'],
    ['a binary integer, YAML 1.1', '0b1'],
    ['a float', '1.5'],
    ['a float without a digit in front', '.5'],
    ['a float with an exponent, as a short commit can be', '1e3'],
    ['infinity', '-.inf'],
    ['not a number', '.NaN'],
    ['base 60, YAML 1.1', '1:30'],
    ['a date', '2026-01-31'],
    ['an instant', '2026-01-31T10:00:00Z'],
    ['a merge key', '<<'],
    ['a default key, YAML 1.1', '='],
    ['a space in front', ' a'],
    ['a space behind', 'a '],
    ['a comment', 'a #b'],
    ['a map', 'a: b'],
    ['a key', 'a:'],
    ['an anchor', '&a'],
    ['an alias', '*'],
    ['a tag', '!kube-system'],
    ['a list', '- a'],
    ['a flow list', '[a]'],
    ['a template', '{{ .Values.a }}'],
    ['a directive', '%a'],
    ['what is reserved', '@a'],
    ['a document', '---'],
    ['the end of a document', '...'],
    ['quotes', '"a"'],
    ['a tab', 'a\tb'],
    ['a bell', 'a\u0007'],
    ['a byte order mark', '\ufeffa'],
    ['a space that does not break', '\u00a0a'],
  ])('quotes %s', (_, text) => {
    const rendered = renderYaml([{ [text]: text }]);
    expect(rendered).toMatch(/^"(.*)": "\1"\n$/);
    expect(read(rendered, '1.1')).toEqual([{ [text]: text }]);
    expect(read(rendered, '1.2')).toEqual([{ [text]: text }]);
  });

  it.each([
    ['one line ending at the end', 'a\nb\n', 'x: |\n  a\n  b\n'],
    ['none', 'a\nb', 'x: |-\n  a\n  b\n'],
    ['several', 'a\n\n\n', 'x: |+\n  a\n\n\n'],
    ['empty lines within', 'a\n\n  b\n', 'x: |\n  a\n\n    b\n'],
    ['what looks like syntax', '# a\n--- b: c\n', 'x: |\n  # a\n  --- b: c\n'],
    ['indentation in front', '  a\nb\n', 'x: "  a\\nb\\n"\n'],
    ['only line endings', '\n', 'x: "\\n"\n'],
    ['carriage returns', 'a\r\nb', 'x: "a\\r\\nb"\n'],
    ['a line of spaces', 'a\n  \nb', 'x: "a\\n  \\nb"\n'],
  ])('writes several lines with %s', (_, text, rendered) => {
    expect(renderYaml([{ x: text }])).toBe(rendered);
    expect(readYaml(rendered)).toEqual([{ x: text }]);
  });

  it('never folds a line', () => {
    const long = 'word '.repeat(100).trim();
    expect(renderYaml([{ a: long }])).toBe(`a: ${long}\n`);
  });

  const awkward = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom(...'01:-._eExo# \n\t"\'{}[],&*!|>%@`~yn=<?\\aа\r'),
    }),
    fc.constantFrom(
      'null',
      'NO',
      'y',
      '1e3',
      '0o17',
      '-0x1',
      '12:30:45',
      '.inf',
    ),
    fc
      .tuple(
        fc.integer(),
        fc.constantFrom('', ':', '_', '.', 'e', '-'),
        fc.nat(),
      )
      .map(([a, b, c]) => `${a}${b}${c}`),
  );
  const { data } = fc.letrec(tie => ({
    data: fc.dictionary(
      awkward.filter(key => key !== '__proto__' && key.length < 500),
      tie('value'),
      { noNullPrototype: true },
    ),
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      awkward,
      fc.boolean(),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(n => n || 0),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 4 }),
      tie('data'),
    ),
  }));
  const style = fc.record(
    {
      indentLists: fc.boolean(),
      lineEnding: fc.constantFrom('\n' as const, '\r\n' as const),
      header: fc.constantFrom('one', 'one\ntwo'),
      documentStart: fc.boolean(),
      quotes: fc.constantFrom('single' as const, 'double' as const),
    },
    { requiredKeys: [] },
  );

  it.each(['1.1', '1.2'] as const)(
    'writes what a reader of YAML %s reads back',
    version => {
      fc.assert(
        fc.property(
          fc.array(data as fc.Arbitrary<object>, {
            minLength: 1,
            maxLength: 3,
          }),
          style,
          (documents, how) => {
            expect(read(renderYaml(documents, how), version)).toEqual(
              documents,
            );
          },
        ),
        { numRuns: 500 },
      );
    },
  );
});
