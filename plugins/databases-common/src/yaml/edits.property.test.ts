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
import { addDirectoryInclude } from './addDirectoryInclude';
import { addKsopsFile } from './addKsopsFile';
import { addProjectDestination } from './addProjectDestination';
import { addToKustomization } from './addToKustomization';
import { EditResult } from './EditResult';
import { editValues } from './editValues';
import { readYaml } from './readYaml';

/*
 * Files are put together from sections whose data is known. Each property says
 * for all of them: the edited text means what was intended, every line outside
 * of the edited sections is still there, byte for byte and in order, nothing but
 * the wanted lines is new, and a second edit changes nothing.
 */

interface Section {
  readonly lines: readonly string[];
  readonly data: { readonly [key: string]: unknown };
  /** Whether the edit may change its lines. */
  readonly edited?: boolean;
}

interface Layout {
  readonly unit: number;
  readonly indentLists: boolean;
  readonly quote: string;
  readonly lineEnding: string;
  readonly finalNewline: boolean;
  readonly marker: boolean;
}

const layout: fc.Arbitrary<Layout> = fc.record({
  unit: fc.constantFrom(2, 4),
  indentLists: fc.boolean(),
  quote: fc.constantFrom('', '"', "'"),
  lineEnding: fc.constantFrom('\n', '\r\n'),
  finalNewline: fc.boolean(),
  marker: fc.boolean(),
});

/** What stands around the edited places and has to survive. */
const noise: readonly Section[] = [
  { lines: ['# Значения среды \t tab and space behind  '], data: {} },
  { lines: [''], data: {} },
  { lines: [' ', '# {{ template }}: [ '], data: {} },
  {
    lines: ['image:   # образ', '      repository:  "x"   ', "      tag: 'y'"],
    data: { image: { repository: 'x', tag: 'y' } },
  },
  {
    lines: [
      'base: &base {a: 1, b: [2,  3]}',
      'copy: *base',
      'merged:',
      '  <<: *base',
      '  c: 4',
    ],
    data: {
      base: { a: 1, b: [2, 3] },
      copy: { a: 1, b: [2, 3] },
      merged: { a: 1, b: [2, 3], c: 4 },
    },
  },
  {
    lines: [
      'script: |',
      '  set -e',
      '  # envFrom: no comment',
      '',
      '  postgres: {{ x }}',
    ],
    data: { script: 'set -e\n# envFrom: no comment\n\npostgres: {{ x }}\n' },
  },
  {
    lines: ['folded: >-', '  one', '  two', 'long: "a', '  b"'],
    data: { folded: 'one two', long: 'a b' },
  },
  {
    lines: [
      'hosts:',
      '- host: a # first',
      '  paths: []',
      '-   host: b',
      '# - host: c',
    ],
    data: { hosts: [{ host: 'a', paths: [] }, { host: 'b' }] },
  },
  {
    lines: ['"quoted key": null', 'empty:', '? explicit', ': key'],
    data: { 'quoted key': null, empty: null, explicit: 'key' },
  },
  { lines: ['# resources:', '#   - none'], data: {} },
];

const someNoise = fc.uniqueArray(fc.constantFrom(...noise), { maxLength: 4 });

/** Shuffles sections into a text with its data. */
function assemble(all: readonly Section[], how: Layout) {
  const isBlank = all.at(-1)?.lines.every(line => line === '');
  const sections = isBlank ? all.slice(0, -1) : all;
  const written = [
    ...(how.marker ? ['---'] : []),
    ...sections.flatMap(section => section.lines),
  ];
  return {
    text:
      written.join(how.lineEnding) + (how.finalNewline ? how.lineEnding : ''),
    data: Object.assign({}, ...sections.map(section => section.data)) as object,
    kept: [
      ...(how.marker ? ['---'] : []),
      ...sections
        .filter(({ edited }) => !edited)
        .flatMap(({ lines: kept }) => kept),
    ],
  };
}

function lines(text: string): readonly string[] {
  const all = text.split(/\r?\n/);
  return all[all.length - 1] === '' ? all.slice(0, -1) : all;
}

/** Whether all lines of one are in the other, in order. */
function isSubsequence(these: readonly string[], those: readonly string[]) {
  let index = 0;
  for (const line of those) {
    index += line === these[index] ? 1 : 0;
  }
  return index === these.length;
}

function expectEdit(
  file: {
    readonly text: string;
    readonly data: object;
    readonly kept: readonly string[];
  },
  intended: object,
  edit: (text: string) => EditResult,
  wantedLine: RegExp,
) {
  const result = edit(file.text);
  const isThere = JSON.stringify(intended) === JSON.stringify(file.data);
  expect({ ...result, for: file.text }).toMatchObject({
    state: isThere ? 'unchanged' : 'edited',
  });
  if (result.state !== 'edited') {
    return;
  }
  expect(readYaml(result.text)).toEqual([intended]);
  const before = lines(file.text);
  const after = lines(result.text);
  expect(isSubsequence(file.kept, after)).toBe(true);
  const known = new Set(before);
  expect(
    after.filter(line => !known.has(line) && !wantedLine.test(line)),
  ).toEqual([]);
  expect(result.text.endsWith('\n')).toBe(
    file.text.endsWith('\n') || file.text === '',
  );
  if (file.text.includes('\r\n')) {
    expect(result.text).not.toMatch(/(?<!\r)\n/);
  }
  expect(edit(result.text)).toEqual({ state: 'unchanged' });
}

/** A list under a key, in block or flow style. */
function listLines(
  key: string,
  items: readonly (readonly string[])[],
  { unit, indentLists }: Layout,
  comment: boolean,
): readonly string[] {
  const indent = ' '.repeat(indentLists ? unit : 0);
  return [
    `${key}:${comment ? ' # список' : ''}`,
    ...items.flatMap(([first, ...rest], index) => [
      `${indent}- ${first}${comment && index === 0 && !rest.length ? ' # раз' : ''}`,
      ...rest.map(line => `${indent}  ${line}`),
    ]),
    ...(comment ? [`${indent}# - none`] : []),
  ];
}

const name = fc.constantFrom(
  'web-env',
  'web-s3-env',
  'old-env',
  'shop-env',
  'x',
);

interface ValuesModel {
  readonly dialect: 'map' | 'references' | 'secrets' | 'names';
  readonly state: 'absent' | 'null' | 'empty' | 'block' | 'flow';
  readonly names: readonly string[];
  readonly postgres: 'absent' | 'off' | 'on' | 'flow';
  readonly comment: boolean;
}

const valuesModel: fc.Arbitrary<ValuesModel> = fc.record({
  dialect: fc.constantFrom('map', 'references', 'secrets', 'names'),
  state: fc.constantFrom('absent', 'null', 'empty', 'block', 'flow'),
  names: fc.uniqueArray(name, { minLength: 1, maxLength: 3 }),
  postgres: fc.constantFrom('absent', 'off', 'on', 'flow'),
  comment: fc.boolean(),
});

const CHARTS = {
  map: 'envFrom: {secretRef: "", extraSecretRefs: []}\n',
  references: 'envFrom: [{secretRef: {name: base}}]\n',
  secrets: 'envFrom: [{secret: base}]\n',
  names: 'envFrom: [base]\n',
};

function toData(
  dialect: ValuesModel['dialect'],
  names: readonly string[],
): unknown {
  switch (dialect) {
    case 'map':
      return {
        secretRef: names[0],
        ...(names.length > 1 && { extraSecretRefs: names.slice(1) }),
      };
    case 'references':
      return names.map(each => ({ secretRef: { name: each } }));
    case 'secrets':
      return names.map(secret => ({ secret }));
    default:
      return names;
  }
}

function toFlow(value: unknown, quote: string): string {
  if (Array.isArray(value)) {
    return `[${value.map(item => toFlow(item, quote)).join(', ')}]`;
  }
  return typeof value === 'object'
    ? `{${Object.entries(value as object)
        .map(([key, item]) => `${key}: ${toFlow(item, quote)}`)
        .join(', ')}}`
    : `${quote}${value}${quote}`;
}

function secretsSection(
  { dialect, state, names, comment }: ValuesModel,
  how: Layout,
): readonly Section[] {
  const quoted = names.map(each => `${how.quote}${each}${how.quote}`);
  const unit = ' '.repeat(how.unit);
  const data = { envFrom: toData(dialect, names) };
  switch (state) {
    case 'absent':
      return [];
    case 'null':
      return [
        {
          lines: ['envFrom:   # ничего'],
          data: { envFrom: null },
          edited: true,
        },
      ];
    case 'empty':
      return dialect === 'map'
        ? [{ lines: ['envFrom: {}'], data: { envFrom: {} }, edited: true }]
        : [{ lines: ['envFrom: [] '], data: { envFrom: [] }, edited: true }];
    case 'flow':
      return [
        {
          lines: [`envFrom: ${toFlow(data.envFrom, how.quote)} # flow`],
          data,
          edited: true,
        },
      ];
    default:
  }
  const items = quoted.map(
    each =>
      ({
        map: [each],
        references: ['secretRef:', `${unit}name: ${each}`],
        secrets: [`secret: ${each}`],
        names: [each],
      })[dialect],
  );
  const block =
    dialect === 'map'
      ? [
          'envFrom:',
          `${unit}secretRef: ${quoted[0]}${comment ? ' # имя' : ''}`,
          ...(items.length > 1
            ? listLines('extraSecretRefs', items.slice(1), how, comment).map(
                line => unit + line,
              )
            : []),
        ]
      : listLines('envFrom', items, how, comment);
  return [{ lines: block, data, edited: true }];
}

function postgresSection(
  { postgres, comment }: ValuesModel,
  { unit }: Layout,
): readonly Section[] {
  const indent = ' '.repeat(unit);
  switch (postgres) {
    case 'absent':
      return [];
    case 'off':
      return [
        {
          lines: [
            'postgres:',
            `${indent}enabled: false`,
            `${indent}instances: 3`,
          ],
          data: { postgres: { enabled: false, instances: 3 } },
        },
      ];
    case 'flow':
      return [
        {
          lines: ['postgres: {enabled: true, storage: {size: 5Gi}} # POC'],
          data: { postgres: { enabled: true, storage: { size: '5Gi' } } },
          edited: true,
        },
      ];
    default:
      return [
        {
          lines: [
            'postgres:   # POC',
            ...(comment ? [`${indent}# почему`, ''] : []),
            `${indent}enabled:  yes`,
            `${indent}storage:`,
            `${indent}  - size: |+`,
            `${indent}      5Gi`,
            '',
            ...(comment ? [`${indent}# larger: later`] : []),
          ],
          data: {
            postgres: { enabled: 'yes', storage: [{ size: '5Gi\n\n' }] },
          },
          edited: true,
        },
      ];
  }
}

/** What the app has to load, by the model alone. */
function intendedNames({
  dialect,
  state,
  names,
}: ValuesModel): readonly string[] {
  if (state === 'absent') {
    return dialect === 'map' ? ['shop-env'] : ['base', 'shop-env'];
  }
  if (state === 'null' || state === 'empty') {
    return ['shop-env'];
  }
  if (names.includes('shop-env')) {
    return names;
  }
  const former = names.indexOf('old-env');
  return former < 0
    ? [...names, 'shop-env']
    : names.map((each, index) => (index === former ? 'shop-env' : each));
}

describe('every edit', () => {
  it('of values means what was intended and keeps all other lines', () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(
        valuesModel,
        layout,
        someNoise,
        fc.nat(),
        fc.constantFrom('on', 'off', 'none'),
        fc.boolean(),
        (model, how, around, seed, chartDatabase, nested) => {
          const own = [
            ...secretsSection(model, how),
            ...postgresSection(model, how),
          ];
          const sections = [...around];
          own.forEach((section, index) =>
            sections.splice(
              (seed * (index + 1)) % (sections.length + 1),
              0,
              section,
            ),
          );
          const flat = assemble(sections, how);
          const indented = assemble(
            [
              ...around.slice(0, 1),
              {
                lines: [
                  'chart:',
                  ...own.flatMap(section =>
                    section.lines.map(line => (line ? `  ${line}` : '')),
                  ),
                ],
                data: {
                  chart: Object.assign({}, ...own.map(({ data }) => data)),
                },
                edited: true,
              },
            ],
            how,
          );
          const isNested = nested && own.length > 0;
          const file = isNested ? indented : flat;
          const chart =
            CHARTS[model.dialect] +
            (chartDatabase === 'none'
              ? ''
              : `postgres: {enabled: ${chartDatabase === 'on'}}\n`);
          const wantsOff =
            model.postgres === 'on' ||
            model.postgres === 'flow' ||
            (model.postgres === 'absent' && chartDatabase === 'on');
          const intended = {
            ...Object.assign({}, ...own.map(({ data }) => data)),
            envFrom: toData(model.dialect, intendedNames(model)),
            ...(wantsOff && { postgres: { enabled: false } }),
          };
          expectEdit(
            file,
            isNested
              ? { ...file.data, chart: intended }
              : { ...file.data, ...intended },
            text =>
              editValues(
                text,
                {
                  secretRef: 'shop-env',
                  previousSecretRefs: ['old-env'],
                  disableDatabase: true,
                  ...(isNested && { chartKey: 'chart' }),
                },
                {
                  defaults: isNested
                    ? `chart:\n${chart.replace(/^(?=.)/gm, '  ')}`
                    : chart,
                },
              ),
            /^\s*$|^\s*(?:- )?(?:envFrom:|(?:secretRef|secret|name): ?["']?(?:shop-env|base)?["']?|extraSecretRefs:|["']?(?:shop-env|base)["']?(?: # раз)?$|postgres:|enabled: false$)/,
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  const paths = fc.uniqueArray(
    fc.constantFrom('a.yaml', 'b.yaml', 'dev/c.yaml', 'shop.yaml', '../base'),
    { maxLength: 4 },
  );
  const listState = fc.constantFrom('absent', 'null', 'flow', 'lines', 'block');

  function pathList(
    key: string,
    items: readonly string[],
    state: string,
    how: Layout,
    comment: boolean,
  ): readonly Section[] {
    const quoted = items.map(item => how.quote + item + how.quote);
    const data = { [key]: items };
    switch (state) {
      case 'absent':
        return [];
      case 'null':
        return [{ lines: [`${key}:`], data: { [key]: null }, edited: true }];
      case 'flow':
        return [
          { lines: [`${key}: [${quoted.join(', ')}]`], data, edited: true },
        ];
      case 'lines':
        return [
          {
            lines: [`${key}: [`, ...quoted.map(item => `    ${item},`), '  ]'],
            data,
            edited: true,
          },
        ];
      default:
        return [
          items.length
            ? {
                lines: listLines(
                  key,
                  quoted.map(item => [item]),
                  how,
                  comment,
                ),
                data,
                edited: true,
              }
            : { lines: [`${key}: []`], data, edited: true },
        ];
    }
  }

  it.each([
    {
      what: 'a kustomization',
      key: 'resources',
      head: { kind: 'Kustomization' },
      edit: (text: string) =>
        addToKustomization(text, 'resources', 'shop.yaml'),
    },
    {
      what: 'a KSOPS generator',
      key: 'files',
      head: { kind: 'ksops' },
      edit: (text: string) => addKsopsFile(text, 'shop.yaml'),
    },
  ])('of $what adds one entry', ({ key, head, edit }) => {
    expect.hasAssertions();
    fc.assert(
      fc.property(
        paths,
        listState,
        layout,
        someNoise,
        fc.nat(),
        fc.boolean(),
        (items, state, how, around, position, comment) => {
          const sections: Section[] = [
            { lines: [`kind: ${head.kind}`], data: head },
            ...around,
          ];
          sections.splice(
            1 + (position % sections.length),
            0,
            ...pathList(key, items, state, how, comment),
          );
          const file = assemble(sections, how);
          const known = state === 'absent' || state === 'null' ? [] : items;
          expectEdit(
            file,
            {
              ...file.data,
              [key]: known.includes('shop.yaml')
                ? known
                : [...known, 'shop.yaml'],
            },
            edit,
            /^\s*$|resources:|files:|shop\.yaml/,
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('of an AppProject adds one destination', () => {
    const server = 'https://kubernetes.default.svc';
    const entry = fc.record({
      namespace: fc.constantFrom('a', 'web-*', 'b-{c,d}', 'e?'),
      server: fc.constantFrom(server, 'https://other.example'),
    });
    expect.hasAssertions();
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 3 }),
        layout,
        someNoise,
        fc.boolean(),
        fc.boolean(),
        (entries, how, around, flow, comment) => {
          const unit = ' '.repeat(how.unit);
          const quote = how.quote || "'";
          const items = entries.map(({ namespace, server: address }) => [
            `namespace: ${quote}${namespace}${quote}`,
            `server: ${address}`,
          ]);
          const list =
            flow || !items.length
              ? [`destinations: ${toFlow(entries, quote)}`]
              : listLines('destinations', items, how, comment);
          const file = assemble(
            [
              { lines: ['kind: AppProject'], data: { kind: 'AppProject' } },
              {
                lines: ['spec:', ...list.map(line => unit + line)],
                data: { spec: { destinations: entries } },
                edited: true,
              },
              ...around,
            ],
            how,
          );
          const isPermitted = entries.some(
            each => each.server === server && each.namespace === 'web-*',
          );
          const wanted = { namespace: 'web-shop', server };
          expectEdit(
            file,
            {
              ...file.data,
              spec: {
                destinations: isPermitted ? entries : [...entries, wanted],
              },
            },
            text => addProjectDestination(text, wanted),
            /^\s*$|destinations:|web-shop|kubernetes\.default/,
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('of an include changes that line only', () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(
        fc.constantFrom(
          'a.yaml',
          'web-*',
          '{a,b}',
          'dev/*',
          '*.yaml',
          '{a,dev/shop.yaml}',
          '{a,b}-[c]',
        ),
        layout,
        someNoise,
        fc.boolean(),
        (include, how, around, comment) => {
          const unit = ' '.repeat(how.unit);
          const quote = how.quote || '"';
          const file = assemble(
            [
              { lines: ['kind: Application'], data: { kind: 'Application' } },
              ...around,
              {
                lines: ['spec:', `${unit}source:`, `${unit}${unit}directory:`],
                data: {},
              },
              {
                lines: [
                  `${unit}${unit}${unit}include: ${quote}${include}${quote}${comment ? ' # что' : ''}`,
                ],
                data: { spec: { source: { directory: { include } } } },
                edited: true,
              },
            ],
            how,
          );
          const matches = ['dev/*', '*.yaml', '{a,dev/shop.yaml}'].includes(
            include,
          );
          const widened =
            include === '{a,b}'
              ? '{a,b,dev/shop.yaml}'
              : `{${include},dev/shop.yaml}`;
          expectEdit(
            file,
            {
              ...file.data,
              spec: {
                source: { directory: { include: matches ? include : widened } },
              },
            },
            text => addDirectoryInclude(text, 'dev/shop.yaml'),
            /include: /,
          );
        },
      ),
      { numRuns: 100 },
    );
  });
});
