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

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { editValues } from './editValues';

/** A chart that reads a map, as a web app's may. */
const MAP_CHART = `# Канон
envFrom:
  secretRef: ""
  extraSecretRefs: []
postgres:
  enabled: false
  instances: 1
`;
const LIST_CHART = 'envFrom: []\npostgres:\n  enabled: true\n';

const inChart = {
  disableDatabase: false,
  chartDatabase: {
    enabled: true,
    bootstrap: { secretName: 'shop-db', owner: 'shop' },
  },
};

const edit = (
  text: string,
  defaults?: string,
  more: Partial<Parameters<typeof editValues>[1]> = {},
) =>
  editValues(
    text,
    { secretRef: 'shop-env', disableDatabase: true, ...more },
    { defaults },
  );

describe('editValues', () => {
  it.each([
    {
      reason: 'map: an empty name is filled in, quoted as it was',
      text: 'envFrom:\n  secretRef: ""   # имя\n',
      chart: MAP_CHART,
      becomes: 'envFrom:\n  secretRef: "shop-env"   # имя\n',
    },
    {
      reason:
        "map: single quotes stay single, and the rest is nobody's business",
      text: "a:   [ 1,2 ]\nenvFrom: {secretRef: ''}\n\n\n# \tend",
      chart: MAP_CHART,
      becomes: "a:   [ 1,2 ]\nenvFrom: {secretRef: 'shop-env'}\n\n\n# \tend",
    },
    {
      reason: 'map: another name stays, ours is one more',
      text: 'envFrom:\n  secretRef: web-env\n\nimage: x\n',
      chart: MAP_CHART,
      becomes:
        'envFrom:\n  secretRef: web-env\n  extraSecretRefs:\n    - shop-env\n\nimage: x\n',
    },
    {
      reason: 'map: more names get one more, before what is commented out',
      text: 'envFrom:\n  secretRef: a\n  extraSecretRefs:\n  - "b" # s3\n  # - c\n',
      chart: MAP_CHART,
      becomes:
        'envFrom:\n  secretRef: a\n  extraSecretRefs:\n  - "b" # s3\n  - "shop-env"\n  # - c\n',
    },
    {
      reason: 'map: in flow style',
      text: 'envFrom: { secretRef: "a", extraSecretRefs: ["b"] } # flow\n',
      chart: MAP_CHART,
      becomes:
        'envFrom: { secretRef: "a", extraSecretRefs: ["b", "shop-env"] } # flow\n',
    },
    {
      reason: 'map: a former name is replaced',
      text: 'envFrom:\n  secretRef: old-env\n',
      chart: MAP_CHART,
      intent: { previousSecretRefs: ['old-env'] },
      becomes: 'envFrom:\n  secretRef: shop-env\n',
    },
    {
      reason: 'map: a former name among more is replaced',
      text: 'envFrom:\n  secretRef: a\n  extraSecretRefs: [b, "old-env", c]\n',
      chart: MAP_CHART,
      intent: { previousSecretRefs: ['old-env'] },
      becomes:
        'envFrom:\n  secretRef: a\n  extraSecretRefs: [b, "shop-env", c]\n',
    },
    {
      reason: 'map: an empty list takes the shape of the chart',
      text: 'envFrom: [] # none yet\nb: "x"\n',
      chart: MAP_CHART,
      becomes: 'envFrom: # none yet\n  secretRef: "shop-env"\nb: "x"\n',
    },
    {
      reason: 'map: a map with other keys, as the chart has a map',
      text: 'envFrom:\n  configMapRef: base\n',
      chart: MAP_CHART,
      becomes: 'envFrom:\n  configMapRef: base\n  secretRef: shop-env\n',
    },
    {
      reason: 'map: an absent key is set apart as the others are',
      text: 'a: 1\n\nb:\n    c: 1',
      chart: MAP_CHART,
      becomes: 'a: 1\n\nb:\n    c: 1\n\nenvFrom:\n    secretRef: shop-env',
    },
    {
      reason: 'map: a file of comments only',
      text: '# Значения\n',
      chart: MAP_CHART,
      becomes: '# Значения\nenvFrom:\n  secretRef: shop-env\n',
    },
    {
      reason: 'map: a name that the chart sets by itself stays the first one',
      text: 'a: b\n',
      chart: 'envFrom:\n  secretRef: base\n  extraSecretRefs:\n    - more\n',
      becomes:
        'a: b\nenvFrom:\n  extraSecretRefs:\n    - more\n    - shop-env\n',
    },
    {
      reason: 'references: one more, as in a pod',
      text: 'envFrom:\n- configMapRef:\n    name: shop\n- secretRef:\n    name: "a"\n    optional: true\nz: 1\n',
      chart: 'envFrom: []\n',
      becomes:
        'envFrom:\n- configMapRef:\n    name: shop\n- secretRef:\n    name: "a"\n    optional: true\n- secretRef:\n    name: "shop-env"\nz: 1\n',
    },
    {
      reason: 'references: in flow style, a line each',
      text: 'envFrom: [\n  {secretRef: {name: a}},\n  {secretRef: {name: b}},\n]\n',
      becomes:
        'envFrom: [\n  {secretRef: {name: a}},\n  {secretRef: {name: b}},\n  {secretRef: {name: shop-env}},\n]\n',
    },
    {
      reason: 'references: a former name is replaced',
      text: 'envFrom:\n  - secretRef:\n      name: old # was\n',
      intent: { previousSecretRefs: ['old'] },
      becomes: 'envFrom:\n  - secretRef:\n      name: shop-env # was\n',
    },
    {
      reason: "references: the chart's own stay loaded",
      text: 'a: b\n',
      chart: 'envFrom:\n  - configMapRef:\n      name: base\n',
      becomes:
        'a: b\nenvFrom:\n  - configMapRef:\n      name: base\n  - secretRef:\n      name: shop-env\n',
    },
    {
      reason: 'secrets: a templated list',
      text: 'envFrom:\n  - configMap: "{{ .Release.Name }}"\n  - secret: "app"\n',
      chart: 'envFrom: []\n',
      becomes:
        'envFrom:\n  - configMap: "{{ .Release.Name }}"\n  - secret: "app"\n  - secret: "shop-env"\n',
    },
    {
      reason: 'names: a plain list',
      text: 'envFromSecrets: null # none\n',
      chart: 'envFromSecrets: [base]\n',
      becomes: 'envFromSecrets: # none\n  - shop-env\n',
    },
    {
      reason: 'under the key of an umbrella chart',
      text: 'other:\n  a: b\nshop:\n  image: c\nlast: 1\n',
      chart: `shop:\n${MAP_CHART.replace(/^/gm, '  ')}\n`,
      intent: { chartKey: 'shop' },
      becomes:
        'other:\n  a: b\nshop:\n  image: c\n  envFrom:\n    secretRef: shop-env\nlast: 1\n',
    },
    {
      reason: 'under the key of an umbrella chart that the chart shows',
      text: 'global: {}\n',
      chart:
        'global: {}\nshop:\n  envFrom:\n    secretRef: ""\n  postgres:\n    enabled: true\n',
      becomes:
        'global: {}\nshop:\n  envFrom:\n    secretRef: shop-env\n  postgres:\n    enabled: false\n',
    },
    {
      reason: 'the database: its block goes, the comments around it stay',
      text: [
        'envFrom:',
        '  secretRef: shop-env',
        '# База',
        'postgres: # POC',
        '  # three of them',
        '  enabled: true',
        '  storage:',
        '    size: 5Gi # small',
        '    # larger: later',
        '',
        '# Команда',
        'command: [x]',
        '',
      ].join('\n'),
      chart: MAP_CHART,
      becomes: [
        'envFrom:',
        '  secretRef: shop-env',
        '# База',
        'postgres: # POC',
        '  enabled: false',
        '',
        '# Команда',
        'command: [x]',
        '',
      ].join('\n'),
    },
    {
      reason: 'the database: in flow style',
      text: 'envFrom: {secretRef: shop-env}\npostgres: { enabled: true, instances: 3 } # POC\n',
      becomes:
        'envFrom: {secretRef: shop-env}\npostgres: { enabled: false } # POC\n',
    },
    {
      reason: 'the database: on by the chart, Windows line endings',
      text: 'envFrom:\r\n- secretRef:\r\n    name: shop-env\r\n',
      chart: LIST_CHART,
      becomes:
        'envFrom:\r\n- secretRef:\r\n    name: shop-env\r\npostgres:\r\n  enabled: false\r\n',
    },
    {
      reason: 'the database: a word is not a boolean',
      text: 'envFrom: {secretRef: shop-env}\npostgres:\n  enabled: "false"\n',
      becomes: 'envFrom: {secretRef: shop-env}\npostgres:\n  enabled: false\n',
    },
    {
      reason: 'the database: an anchor that only its own block uses',
      text: 'envFrom: {secretRef: shop-env}\npostgres: &pg\n  enabled: true\n  a: &a 1\n  b: *a\n',
      becomes:
        'envFrom: {secretRef: shop-env}\npostgres: &pg\n  enabled: false\n',
    },
    {
      reason: 'a database of the chart is turned on, and the rest of it stays',
      text: 'envFrom: {secretRef: shop-env}\npostgres:\n  enabled: false # пока\n  instances: 1\n\nimage: x\n',
      intent: inChart,
      becomes:
        'envFrom: {secretRef: shop-env}\npostgres:\n  enabled: true # пока\n  instances: 1\n  bootstrap:\n    secretName: shop-db\n    owner: shop\n\nimage: x\n',
    },
    {
      reason:
        'a database of the chart: nested keys that are there are filled in',
      text: 'envFrom: {secretRef: shop-env}\npostgres:\n  enabled: false\n  bootstrap:\n    database: shop\n    secretName: ""\n',
      intent: inChart,
      becomes:
        'envFrom: {secretRef: shop-env}\npostgres:\n  enabled: true\n  bootstrap:\n    database: shop\n    secretName: "shop-db"\n    owner: shop\n',
    },
    {
      reason: 'a database of the chart: both a nested map and its parent grow',
      text: 'envFrom: {secretRef: shop-env}\npostgres:\n  bootstrap:\n    owner: shop\n',
      chart: MAP_CHART,
      intent: inChart,
      becomes:
        'envFrom: {secretRef: shop-env}\npostgres:\n  bootstrap:\n    owner: shop\n    secretName: shop-db\n  enabled: true\n',
    },
    {
      reason: 'a database of the chart, of which the file says nothing',
      text: 'envFrom: {secretRef: shop-env}\n',
      intent: inChart,
      becomes:
        'envFrom: {secretRef: shop-env}\npostgres:\n  enabled: true\n  bootstrap:\n    secretName: shop-db\n    owner: shop\n',
    },
    {
      reason: 'a database of the chart, in flow style',
      text: 'envFrom: {secretRef: shop-env}\npostgres: {enabled: false}\n',
      intent: inChart,
      becomes:
        'envFrom: {secretRef: shop-env}\npostgres: {enabled: true, bootstrap: {secretName: shop-db, owner: shop}}\n',
    },
    {
      reason: 'both at once, one line apart',
      text: 'envFrom:\n  secretRef:\npostgres:\n  enabled: true',
      chart: MAP_CHART,
      becomes: 'envFrom:\n  secretRef: shop-env\npostgres:\n  enabled: false',
    },
  ])('$reason', ({ text, chart, intent, becomes }) => {
    expect(edit(text, chart, intent)).toEqual({
      state: 'edited',
      text: becomes,
    });
    expect(edit(becomes, chart, intent)).toEqual({ state: 'unchanged' });
  });

  it.each([
    {
      reason: 'it is named already',
      text: 'envFrom: {secretRef: shop-env}\n',
      chart: MAP_CHART,
    },
    {
      reason: 'it is named among more',
      text: "envFrom:\n  secretRef: a\n  extraSecretRefs: ['shop-env']\n",
      chart: MAP_CHART,
    },
    {
      reason: 'it is optional, and loaded all the same',
      text: 'envFrom:\n- secretRef: {name: shop-env, optional: true}\n',
    },
    {
      reason: 'it is named at another place that charts have',
      text: 'envFrom: []\nenvFromSecrets: [shop-env]\n',
    },
    {
      reason: 'the chart names it by itself',
      text: 'a: 1\n',
      chart: 'envFrom: {secretRef: shop-env}\n',
    },
    {
      reason: 'the database is off, whatever else its block says',
      text: 'envFrom: {secretRef: shop-env}\npostgres: {enabled: false, instances: 3}\n',
    },
    {
      reason: 'the database is off by the chart',
      text: 'envFrom: {secretRef: shop-env}\npostgres: {instances: 3}\n',
      chart: MAP_CHART,
    },
    {
      reason: 'the chart has nothing to turn off',
      text: 'envFrom: {secretRef: shop-env}\npostgres: {host: db}\n',
      chart: 'envFrom: {secretRef: ""}\npostgres: {host: ""}\n',
    },
    {
      reason: 'the database is nobody’s wish',
      text: 'envFrom: {secretRef: shop-env}\npostgres: {enabled: true}\n',
      intent: { disableDatabase: false },
    },
  ])('changes nothing when $reason', ({ text, chart, intent }) => {
    expect(edit(text, chart, intent)).toEqual({ state: 'unchanged' });
  });

  it.each([
    {
      reason: 'nothing shows how the app loads a Secret',
      text: 'a: 1\n',
      says: "neither the file nor the chart's own values",
    },
    {
      reason: 'an empty list shows no shape',
      text: 'envFrom: []\n',
      chart: 'envFrom: []\n',
      says: 'neither the file nor',
    },
    {
      reason: 'a list where the chart has a map',
      text: 'a: 1\nenvFrom:\n  - secretRef:\n      name: a\n',
      chart: MAP_CHART,
      says: 'line 2: `envFrom` is written as [{ secretRef: { name: … } }] and the chart has { secretRef: "…" }',
    },
    {
      reason: 'a map where the chart has a list',
      text: 'envFrom: {secretRef: a}\n',
      chart: 'envFrom:\n- secret: a\n',
      says: 'line 1: `envFrom` is written as { secretRef: "…" } and the chart has [{ secret: … }]',
    },
    {
      reason: 'a map where the chart has an empty list',
      text: 'envFrom: {secretRef: a}\n',
      chart: 'envFrom: []\n',
      says: 'the chart has an empty list',
    },
    {
      reason: 'two dialects in one list',
      text: 'envFrom:\n- secret: a\n- secretRef: {name: b}\n',
      says: 'line 1: `envFrom` is written in a way that is not known',
    },
    {
      reason: 'a map of another shape',
      text: 'envFrom: {secretRef: {name: a}}\n',
      chart: MAP_CHART,
      says: 'line 1: `envFrom` is written in a way that is not known',
    },
    {
      reason: 'no room for a second name',
      text: 'envFrom: {secretRef: a}\n',
      chart: 'envFrom: {secretRef: ""}\n',
      says: 'names a already',
    },
    {
      reason: 'a template outside of quotes',
      text: 'a: 1\nb: {{ .Values.b }}\nenvFrom: {secretRef: ""}\n',
      says: 'line 2 has a collection as a key: it holds a template',
    },
    {
      reason: 'a block of templates',
      text: 'envFrom: {secretRef: ""}\n{{- if .Values.b }}\nb: 1\n{{- end }}\n',
      says: 'it holds a template',
    },
    {
      reason: 'several documents',
      text: 'envFrom: {secretRef: ""}\n---\nb: 1\n',
      says: 'line 3 begins another',
    },
    {
      reason: 'a key twice',
      text: 'envFrom: {secretRef: ""}\na: 1\nenvFrom: {secretRef: ""}\n',
      says: 'line 3 is not valid YAML (DUPLICATE_KEY)',
    },
    {
      reason: 'a list instead of values',
      text: '- a\n',
      says: 'line 1 is no map, as a values file is',
    },
    {
      reason: 'an alias at the place',
      text: 'a: &a {secretRef: ""}\nenvFrom: *a\n',
      says: 'line 2: envFrom is the alias *a',
    },
    {
      reason: 'an anchor at the place',
      text: 'envFrom: &a {secretRef: ""}\nb: *a\n',
      says: 'line 1: envFrom is anchored as &a and used again on line 2',
    },
    {
      reason: 'a merge at the place',
      text: 'a: &a {secretRef: b}\nenvFrom:\n  <<: *a\n  extraSecretRefs: []\n',
      says: 'line 3 merges other values',
    },
    {
      reason: 'a merge of all values',
      text: 'a: &a {b: 1}\n<<: *a\n',
      chart: MAP_CHART,
      says: 'line 2 merges other values, and envFrom may be among them',
    },
    {
      reason: 'a name in a block scalar',
      text: 'envFrom:\n  secretRef: |-\n    old\n',
      intent: { previousSecretRefs: ['old'] },
      says: 'line 2 has a value that cannot be replaced',
    },
    {
      reason: 'a tag at the place',
      text: 'envFrom: !!map\n  secretRef: ""\n',
      says: 'envFrom has the tag',
    },
    {
      reason: 'a key in an unusual way',
      text: '? envFrom\n: secretRef: ""\n',
      says: 'line 1 writes the key envFrom in an unusual way',
    },
    {
      reason: 'several apps under an umbrella chart',
      text: 'a: {envFrom: []}\nb: {envFrom: []}\n',
      says: 'several parts load Secrets: a, b',
    },
    {
      reason: 'an anchor in the block of the database',
      text: 'envFrom: {secretRef: shop-env}\npostgres:\n  enabled: true\n  size: &size 5Gi\nmedia: *size\n',
      says: 'line 4: the anchor &size in `postgres` is used on line 5',
    },
    {
      reason: 'an alias instead of a database',
      text: 'envFrom: {secretRef: shop-env}\na: &a {enabled: true}\npostgres: *a\n',
      says: 'line 3: postgres is the alias *a',
    },
    {
      reason: 'a database of another shape',
      text: 'envFrom: {secretRef: shop-env}\npostgres: 17\n',
      says: 'line 2: `postgres` is no map with `enabled`',
    },
    {
      reason: 'a database of another shape that shall be on',
      text: 'envFrom: {secretRef: shop-env}\npostgres: 17\n',
      intent: inChart,
      says: 'line 2: `postgres` is no map with `enabled`',
    },
    {
      reason: 'another owner of a database that runs',
      text: 'envFrom: {secretRef: shop-env}\npostgres:\n  enabled: true\n  bootstrap:\n    owner: orders\n',
      intent: inChart,
      says: 'line 5: the chart runs a database already, and `owner` of it is "orders"',
    },
    {
      reason: 'the same, of one that the chart has on',
      text: 'envFrom: {secretRef: shop-env}\npostgres:\n  bootstrap: {owner: orders}\n',
      chart: LIST_CHART,
      intent: inChart,
      says: 'the chart runs a database already',
    },
  ])('refuses $reason', ({ text, chart, intent, says }) => {
    expect(edit(text, chart, intent)).toEqual({
      state: 'refused',
      reason: expect.stringContaining(says),
      remedy: expect.stringMatching(/\w{3}/),
    });
  });

  it.each([
    {
      reason: 'a reference of the whole list',
      template:
        '{{- with .Values.envFrom }}{{ toYaml .Values.envFrom }}{{ end }}',
      becomes: 'envFrom:\n  - secretRef:\n      name: shop-env\n',
    },
    {
      reason: 'a loop over Secrets',
      template:
        '{{- range .Values.envFrom }}\n- secretRef:\n    name: {{ tpl .secret $ }}\n{{- end }}',
      becomes: 'envFrom:\n  - secret: shop-env\n',
    },
    {
      reason: 'a loop over names',
      template:
        '{{- range .Values.envFrom }}\n- secretRef:\n    name: {{ . }}\n{{- end }}',
      becomes: 'envFrom:\n  - shop-env\n',
    },
    {
      reason: 'a field',
      template: '{{- if .Values.envFrom.secretRef }}',
      becomes: 'envFrom:\n  secretRef: shop-env\n',
    },
  ])(
    'learns the shape of an empty value from $reason',
    ({ template, becomes }) => {
      expect(
        editValues(
          'envFrom:\n',
          { secretRef: 'shop-env', disableDatabase: true },
          { templates: { 'templates/deployment.yaml': template } },
        ),
      ).toEqual({ state: 'edited', text: becomes });
    },
  );
});

const fixtures = join(
  process.env.BASEWELL_FIXTURES ??
    join(__dirname, '../../../../../shared/fixtures'),
  'web-core/deploy',
);
const describeFixtures = existsSync(fixtures) ? describe : describe.skip;

describeFixtures('editValues on a real repository', () => {
  const cases = ['dev', 'prod'].flatMap(environment =>
    ['landings', 'saas', 'payload-core'].map(app => ({ environment, app })),
  );

  it.each(cases)(
    'changes least in $environment/$app',
    ({ environment, app }) => {
      const text = readFileSync(
        join(fixtures, `env/${environment}/${app}.yaml`),
        'utf8',
      );
      const chart = readFileSync(
        join(fixtures, 'charts/web-app/values.yaml'),
        'utf8',
      );
      const [, own] = /secretRef: "(.*)"/.exec(text)!;
      expect(edit(text, chart, { secretRef: own })).toEqual({
        state: 'unchanged',
      });

      const replaced = edit(text, chart, { previousSecretRefs: [own] });
      expect(replaced).toEqual({
        state: 'edited',
        text: text.replace(`"${own}"`, '"shop-env"'),
      });

      const item = '    - "shop-env"\n';
      const block = text.includes('extraSecretRefs:\n')
        ? item
        : `  extraSecretRefs:\n${item}`;
      const added = edit(text, chart);
      expect(added).toEqual({
        state: 'edited',
        text: expect.stringContaining(block),
      });
      expect(added.state === 'edited' && added.text.replace(block, '')).toBe(
        text,
      );
    },
  );
});
