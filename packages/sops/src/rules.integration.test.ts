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

import { describeWithServers } from '@basewell/testkit';
import { SopsFolder } from './__testUtils__/SopsFolder';
import { testKeys } from './__testUtils__/testKeys';
import { SopsError } from './errors/SopsError';
import { readMetadata } from './readMetadata';
import { findCreationRule } from './rules/findCreationRule';
import { parseSopsConfig } from './rules/parseSopsConfig';

// Each test starts the real sops, up to a hundred times.
jest.setTimeout(60_000);

const [A, B, C] = [testKeys.alice, testKeys.bob, testKeys.carol].map(
  ({ recipient }) => recipient,
);
const path = 'apps/orders/secret.yaml';
const rule = (body: string) => `creation_rules:\n  - ${body}\n`;

/** Configs that both read, and the reason each is here. */
const accepted: readonly (readonly [reason: string, config: string])[] = [
  ['no path_regex matches everything', rule(`age: ${A}`)],
  [
    'the first match wins',
    `creation_rules:
  - {path_regex: ^infra/, age: ${A}}
  - {path_regex: orders/, age: ${B}}
  - {path_regex: secret, age: ${C}}
`,
  ],
  ['expressions are not anchored', rule(`{path_regex: rders/s, age: ${A}}`)],
  ['RE2 groups have flags', rule(`{path_regex: '((?i)ORDERS)', age: ${A}}`)],
  ['RE2 classes', rule(`{path_regex: '[[:alpha:]]+/\\pL+/', age: ${A}}`)],
  ['commas, spaces and a comma at the end', rule(`age: "${A}, ${B},"`)],
  ['folded text', rule(`age: >-\n      ${A},\n      ${B}`)],
  ['a list', rule(`age: [${A}, ${B}]`)],
  ['a list with commas inside', rule(`age: ["${A},${B}", ${C}]`)],
  ['an empty path_regex', rule(`{path_regex: '', age: ${A}}`)],
  ['path_regexp is ignored', rule(`{path_regexp: ^infra/, age: ${A}}`)],
  ['an encrypted suffix', rule(`{encrypted_suffix: Data, age: ${A}}`)],
  ['an unencrypted suffix', rule(`{unencrypted_suffix: x, age: ${A}}`)],
  ['an unencrypted regex', rule(`{unencrypted_regex: '^kind$', age: ${A}}`)],
  ['a comment regex', rule(`{encrypted_comment_regex: sops, age: ${A}}`)],
  ['an empty selector is none', rule(`{encrypted_regex: '', age: ${A}}`)],
  ['mac_only_encrypted', rule(`{mac_only_encrypted: true, age: ${A}}`)],
  ['two groups', rule(`key_groups: [{age: [${A}, ${B}]}, {age: [${C}]}]`)],
  [
    'a threshold',
    rule(
      `{shamir_threshold: 2, key_groups: [{age: [${A}]}, {age: [${B}]}, {age: [${C}]}]}`,
    ),
  ],
  ['one group', rule(`key_groups: [{age: [${A}, ${B}]}]`)],
  ['groups win over age', rule(`{age: ${C}, key_groups: [{age: [${A}]}]}`)],
  ['repeated in a group', rule(`key_groups: [{age: [${A}, ${A}, ${B}]}]`)],
  [
    'a merged group',
    rule(`key_groups: [{merge: [{age: [${A}]}], age: [${B}]}]`),
  ],
  [
    'anchors and merge keys',
    `keys: &keys [${A}, ${B}]
base: &base {encrypted_regex: ^data$, age: *keys}
creation_rules:
  - <<: *base
    path_regex: orders
`,
  ],
  [
    'an indentation',
    `stores: {yaml: {indent: 2}, json: {indent: 1}}\n${rule(`age: ${A}`)}`,
  ],
];

/** Configs that neither encrypts by. */
const refused: readonly (readonly [reason: string, config: string])[] = [
  ['no rule matches', rule(`{path_regex: ^infra/, age: ${A}}`)],
  ['no rules', 'creation_rules: []\n'],
  ['nothing', ''],
  ['path_regex is no RE2', rule(`{path_regex: '(?=x)', age: ${A}}`)],
  [
    'two selectors',
    rule(`{encrypted_regex: a, encrypted_suffix: b, age: ${A}}`),
  ],
  ['age is a map', rule('age: {a: b}')],
  ['it is no YAML', 'creation_rules: [\n'],
  ['a text inside a group', rule(`key_groups: [{age: ${A}}]`)],
];

describeWithServers('sops')('the real sops reads a .sops.yaml as we do', () => {
  const folder = new SopsFolder();
  afterAll(() => folder.remove());

  function encrypt(config: string) {
    folder.write('.sops.yaml', config);
    const args = ['encrypt', '--filename-override', path];
    return folder.runOn('kind: Secret\ndata:\n    a: b\n', args);
  }

  it.each(accepted)('%s', async (_, config) => {
    const { stdout, stderr } = await encrypt(config);
    expect(stderr).toBe('');
    const theirs = readMetadata(stdout);
    const { rule: ours } = findCreationRule(
      [parseSopsConfig(config, '.sops.yaml')],
      path,
    );
    expect({
      keyGroups: ours.keyGroups,
      selector: ours.selector,
      macOnlyEncrypted: ours.macOnlyEncrypted,
      indent: ' '.repeat(ours.indent.yaml),
    }).toEqual({
      keyGroups: theirs.keyGroups.map(group =>
        group.map(({ type, id }) => ({ type, id })),
      ),
      selector: theirs.selector,
      macOnlyEncrypted: theirs.macOnlyEncrypted,
      indent: /^data:\n( +)/m.exec(stdout)![1],
    });
  });

  it.each(refused)('refused: %s', async (_, config) => {
    expect(await encrypt(config)).toMatchObject({ succeeded: false });
    expect(() =>
      findCreationRule([parseSopsConfig(config, '.sops.yaml')], path),
    ).toThrow(expect.any(SopsError));
  });

  it('sops exits with 0 and leaves secrets in clear where we refuse', async () => {
    const config = rule(`{encrypted_regex: '^(data', age: ${A}}`);
    const { succeeded, stdout } = await encrypt(config);
    expect(succeeded).toBe(true);
    expect(stdout).toContain('    a: b\n');
    expect(() => parseSopsConfig(config, '.sops.yaml')).toThrow(
      /not a valid RE2 expression/,
    );
  });
});
