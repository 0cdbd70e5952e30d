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

import { testKeys } from '../__testUtils__/testKeys';
import { parseSopsConfig } from './parseSopsConfig';

const A = testKeys.alice.recipient;
const parse = (text: string) => parseSopsConfig(text, 'apps/.sops.yaml');
const rules = (...bodies: readonly string[]) =>
  `creation_rules:\n${bodies.map(body => `  - ${body}\n`).join('')}`;

describe('parseSopsConfig', () => {
  it('reads a rule with everything', () => {
    const { rules: parsed, warnings } = parse(`
stores: {yaml: {indent: 2}, json: {indent: 3}}
${rules(`{path_regex: ^a/, encrypted_regex: ^data$, mac_only_encrypted: true, shamir_threshold: 2,
    key_groups: [{age: [${A}]}, {pgp: [AB CD], kms: [{arn: 'arn:x', role: y}]}]}`)}`);
    expect(warnings).toEqual([]);
    expect(parsed).toEqual([
      {
        origin: { config: 'apps/.sops.yaml', index: 0, shadows: [] },
        pathRegex: '^a/',
        selector: { option: 'encrypted_regex', value: '^data$' },
        macOnlyEncrypted: true,
        keyGroups: [
          [{ type: 'age', id: A }],
          [
            { type: 'pgp', id: 'ABCD' },
            { type: 'kms', id: 'arn:x+y' },
          ],
        ],
        shamirThreshold: 2,
        indent: { yaml: 2, json: 3 },
      },
    ]);
  });

  it('keeps every kind of recipient', () => {
    const { rules: parsed } = parse(
      rules(`
    age: ${A}
    pgp: FINGER
    kms: arn:aws:kms:x
    gcp_kms: projects/p/k
    hckms: eu:1
    azure_keyvault: https://v.example/keys/k/1/
    hc_vault_transit_uri: https://vault.example/v1/sops/keys/k`),
    );
    expect(parsed![0].keyGroups).toEqual([
      [
        { type: 'age', id: A },
        { type: 'pgp', id: 'FINGER' },
        { type: 'kms', id: 'arn:aws:kms:x' },
        { type: 'gcp_kms', id: 'projects/p/k' },
        { type: 'hckms', id: 'eu:1' },
        { type: 'azure_kv', id: 'https://v.example/keys/k/1' },
        { type: 'hc_vault', id: 'https://vault.example/v1/sops/keys/k' },
      ],
    ]);
  });

  it.each([
    [
      'path_regexp',
      /rule 1 has the key path_regexp.*did you mean path_regex\?/,
    ],
    ['encryptedregex', /did you mean encrypted_regex\?/],
    ['mac-only-encrypted', /did you mean mac_only_encrypted\?/],
    ['creation_date', /which sops ignores: remove it/],
  ])('warns about the key %s, which sops ignores', (key, message) => {
    const { warnings } = parse(rules(`{age: ${A}, ${key}: x}`));
    expect(warnings).toEqual([
      {
        code: 'unknown-key',
        config: 'apps/.sops.yaml',
        rule: 0,
        message: expect.stringMatching(message),
      },
    ]);
  });

  it.each([
    ['no-recipients', rules('path_regex: x')],
    ['no-recipients', rules(`key_groups: [{age: [${A}]}, {age: []}]`)],
    ['ignored-recipients', rules(`{age: ${A}, key_groups: [{age: [${A}]}]}`)],
    ['unreachable-rule', rules(`age: ${A}`, `{path_regex: x, age: ${A}}`)],
    [
      'unreachable-rule',
      rules(`{path_regex: x/, age: ${A}}`, `{path_regex: ^x/y, age: ${A}}`),
    ],
  ])('warns: %s', (code, text) => {
    expect(parse(text).warnings.map(warning => warning.code)).toEqual([code]);
  });

  it.each([
    ['encrypted_regex', '^(data', 'INVALID_REGEX'],
    ['path_regex', '(?=x)', 'INVALID_REGEX'],
    ['path_regex', '[x]', 'INVALID_CONFIG'],
    ['shamir_threshold', 'two', 'INVALID_CONFIG'],
    ['mac_only_encrypted', 'perhaps', 'INVALID_CONFIG'],
    ['key_groups', 'x', 'INVALID_CONFIG'],
  ])('refuses %s: %s', (key, value, code) => {
    const quoted = value.startsWith('[') ? value : `'${value}'`;
    expect(() => parse(rules(`{age: ${A}, ${key}: ${quoted}}`))).toThrow(
      expect.objectContaining({
        code,
        message: expect.stringMatching(
          new RegExp(`apps/.sops.yaml: creation_rules\\[0\\].${key}`),
        ),
      }),
    );
  });

  it.each([
    ['two selectors', rules('{encrypted_regex: a, encrypted_suffix: b}')],
    ['a list', '- a'],
    ['rules that are a map', 'creation_rules: {a: b}'],
    ['a rule that is text', rules('x')],
    ['an indent', 'stores: {yaml: {indent: wide}}\ncreation_rules: []'],
    ['broken YAML', 'creation_rules: ['],
    ['a merge of nothing', '<<: x'],
    ['an alias of nothing', 'creation_rules: *x'],
  ])('refuses %s', (_, text) => {
    expect(() => parse(text)).toThrow(
      expect.objectContaining({ code: 'INVALID_CONFIG' }),
    );
  });

  it('has no rules where sops would look further', () => {
    expect(parse('').rules).toBeUndefined();
    expect(parse('stores: {}\n').rules).toBeUndefined();
  });
});
