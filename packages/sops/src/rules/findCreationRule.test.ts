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
import { findCreationRule } from './findCreationRule';
import { parseSopsConfig } from './parseSopsConfig';

const { alice, bob } = testKeys;
const config = (path: string, ...rules: readonly string[]) =>
  parseSopsConfig(
    `creation_rules:\n${rules.map(rule => `  - ${rule}\n`).join('')}`,
    path,
  );
const forAlice = `age: ${alice.recipient}`;
const forBob = `age: ${bob.recipient}`;

describe('findCreationRule', () => {
  it.each([
    ['secrets/a.yaml', 'secrets/.sops.yaml', 'the nearest above the file'],
    ['secrets/deep/a.yaml', 'secrets/.sops.yaml', 'not only in its folder'],
    ['./secrets/a.yaml', 'secrets/.sops.yaml', 'however the path is written'],
    ['secrets-of-others/a.yaml', '.sops.yaml', 'folders, not prefixes'],
    ['a.yaml', '.sops.yaml', 'the root'],
  ])('%s is ruled by %s: %s', (file, expected) => {
    const configs = [
      config('.sops.yaml', forAlice),
      config('secrets/.sops.yaml', forAlice),
      config('other/.sops.yaml', forBob),
    ];
    const { rule, warnings } = findCreationRule(configs, file);
    expect(rule.origin.config).toBe(expected);
    expect(warnings).toEqual([]);
  });

  it('matches paths relative to the config', () => {
    const configs = [
      config('a/.sops.yaml', `{path_regex: ^b/, ${forAlice}}`, forBob),
    ];
    expect(findCreationRule(configs, 'a/b/c.yaml').rule.origin.index).toBe(0);
    expect(findCreationRule(configs, 'a/a/b/c.yaml').rule.origin.index).toBe(1);
  });

  it('warns where a config further up names others', () => {
    const { rule, warnings } = findCreationRule(
      [config('.sops.yaml', forBob), config('a/.sops.yaml', forAlice)],
      'a/b.yaml',
    );
    expect(rule.keyGroups).toEqual([[{ type: 'age', id: alice.recipient }]]);
    expect(warnings).toMatchObject([
      { code: 'nested-configs-disagree', config: '.sops.yaml', rule: 0 },
    ]);
  });

  it('knows which rules are hidden for the file, and warns', () => {
    const { rule, warnings } = findCreationRule(
      [
        config(
          '.sops.yaml',
          `{path_regex: a/, encrypted_regex: ^token$, ${forAlice}}`,
          `{path_regex: b/, ${forAlice}}`,
          `{path_regex: secret, encrypted_regex: ^data$, ${forAlice}}`,
        ),
      ],
      'a/secret.yaml',
    );
    expect(rule.origin).toMatchObject({ index: 0, shadows: [2] });
    expect(warnings).toMatchObject([{ code: 'shadowed-rule', rule: 2 }]);
  });

  it('is silent about a broader rule below a narrow one', () => {
    const { warnings } = findCreationRule(
      [config('.sops.yaml', `{path_regex: ^a/, ${forAlice}}`, forBob)],
      'a/b.yaml',
    );
    expect(warnings).toEqual([]);
  });

  it('ignores .sops.yml, and says so', () => {
    const configs = [
      config('.sops.yaml', forAlice),
      config('a/.sops.yml', forBob),
    ];
    const { rule, warnings } = findCreationRule(configs, 'a/b.yaml');
    expect(rule.origin.config).toBe('.sops.yaml');
    expect(warnings).toMatchObject([
      { code: 'ignored-config', config: 'a/.sops.yml' },
    ]);
  });

  it.each([
    ['no config', [], /No .sops.yaml lies in the folder of a\/b.yaml/],
    [
      'no rule in the nearest',
      [
        config('.sops.yaml', forAlice),
        config('a/.sops.yaml', `{path_regex: x, ${forBob}}`),
      ],
      /No creation rule of a\/.sops.yaml matches a\/b.yaml/,
    ],
  ])('fails with %s', (_, configs, message) => {
    expect(() => findCreationRule(configs, 'a/b.yaml')).toThrow(
      expect.objectContaining({
        code: 'NO_MATCHING_RULE',
        message: expect.stringMatching(message),
      }),
    );
  });
});
