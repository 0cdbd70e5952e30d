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

import { encryptionFact } from './encryptionFact';
import { readSopsRules } from './readSopsRules';

const AGE = 'age1pnruvhwatyjk5jne6wnmq2gmt3rwym7dmzclkl985zvysapxwewse784ct';
const PGP = '85D77543B3D624B63CEA9E6DBC17301B491B3F21';
const KMS = 'arn:aws:kms:eu-central-1:111122223333:key/TEST-ONLY';

async function rulesOf(files: Readonly<Record<string, string>>, path: string) {
  const asked: string[] = [];
  const rules = await readSopsRules(
    async paths => {
      asked.push(...paths);
      return new Map(paths.map(file => [file, files[file]]));
    },
    [path],
  );
  return { rules, asked };
}

describe('readSopsRules', () => {
  it('asks for the rules of every folder above, nearest first, in one request', async () => {
    const { rules, asked } = await rulesOf(
      {
        '.sops.yaml': `creation_rules: [{age: ${AGE}}]`,
        'secrets/.sops.yaml': 'creation_rules: []',
      },
      'secrets/web-shop-dev/env.yaml',
    );
    expect(asked).toEqual([
      'secrets/web-shop-dev/.sops.yaml',
      'secrets/.sops.yaml',
      '.sops.yaml',
    ]);
    expect([...rules.texts.keys()]).toEqual([
      'secrets/.sops.yaml',
      '.sops.yaml',
    ]);
    expect(rules.configs.map(({ path }) => path)).toEqual([
      'secrets/.sops.yaml',
      '.sops.yaml',
    ]);
  });

  it('asks once for what several paths share', async () => {
    const asked: string[][] = [];
    await readSopsRules(
      async paths => {
        asked.push([...paths]);
        return new Map();
      },
      ['a/x.yaml', 'a/y.yaml', 'b.yaml'],
    );
    expect(asked).toEqual([['a/.sops.yaml', '.sops.yaml']]);
  });

  it('names the file that sops would refuse', async () => {
    await expect(
      rulesOf({ 'secrets/.sops.yaml': 'creation_rules: {}' }, 'secrets/a.yaml'),
    ).rejects.toThrow('secrets/.sops.yaml');
  });
});

describe('encryptionFact', () => {
  const path = 'secrets/databases/shop.yaml';
  const covered = {
    state: 'covered',
    config: '.sops.yaml',
    rule: 1,
    unsupported: [],
    encrypts: 'file',
    fields: ['unencrypted_suffix'],
    warnings: [],
  };

  it.each([
    {
      reason: 'no .sops.yaml is there',
      files: {},
      fact: {
        state: 'uncovered',
        reason: `the platform repository has no .sops.yaml in a folder above ${path}`,
      },
    },
    {
      reason: 'no rule matches',
      files: {
        '.sops.yaml': `creation_rules: [{path_regex: ^other/, age: ${AGE}}]`,
      },
      fact: { state: 'uncovered', reason: expect.stringContaining(path) },
    },
    {
      reason: 'the second rule matches',
      files: {
        '.sops.yaml': `creation_rules: [{path_regex: ^other/, age: ${AGE}}, {age: ${AGE}}]`,
      },
      fact: { ...covered, rule: 2, recipients: [AGE] },
    },
    {
      reason: 'only values are encrypted',
      files: {
        '.sops.yaml': `creation_rules: [{age: ${AGE}, encrypted_regex: ^(data|stringData)$, mac_only_encrypted: true}]`,
      },
      fact: {
        ...covered,
        recipients: [AGE],
        encrypts: 'values',
        fields: ['encrypted_regex', 'mac_only_encrypted'],
      },
    },
    {
      reason: 'only the templates of a SopsSecret are encrypted',
      files: {
        '.sops.yaml': `creation_rules: [{key_groups: [{age: [${AGE}]}, {age: [${AGE}]}], encrypted_suffix: Templates}]`,
      },
      fact: {
        ...covered,
        recipients: [AGE, AGE],
        encrypts: 'templates',
        fields: ['encrypted_suffix', 'key_groups', 'shamir_threshold'],
      },
    },
    {
      reason: 'single keys are encrypted',
      files: {
        '.sops.yaml': `creation_rules: [{age: ${AGE}, encrypted_regex: ^password$}]`,
      },
      fact: {
        ...covered,
        recipients: [AGE],
        encrypts: 'other',
        fields: ['encrypted_regex'],
      },
    },
    {
      reason: 'some recipients cannot be served',
      files: {
        '.sops.yaml': `creation_rules: [{age: ${AGE}, pgp: ${PGP}, kms: '${KMS}'}]`,
      },
      fact: {
        ...covered,
        recipients: expect.arrayContaining([AGE, PGP, KMS]),
        unsupported: expect.not.arrayContaining([AGE]),
      },
      unsupported: 2,
    },
    {
      reason: 'a binary serves those',
      anyRecipient: true,
      files: { '.sops.yaml': `creation_rules: [{age: ${AGE}, pgp: ${PGP}}]` },
      fact: { ...covered, recipients: expect.arrayContaining([AGE, PGP]) },
    },
    {
      reason: 'the nearest configuration has the last word',
      files: {
        '.sops.yaml': `creation_rules: [{age: ${AGE}}]`,
        'secrets/.sops.yaml': `creation_rules: [{path_regex: ^databases/, pgp: ${PGP}}]`,
      },
      anyRecipient: true,
      fact: {
        ...covered,
        config: 'secrets/.sops.yaml',
        recipients: [PGP],
        warnings: expect.anything(),
      },
    },
  ])(
    'when $reason',
    async ({ files, anyRecipient = false, fact, unsupported = 0 }) => {
      const { rules } = await rulesOf(files as Record<string, string>, path);
      const found = encryptionFact(rules.configs, path, anyRecipient);
      expect(found).toEqual(fact);
      expect(found.state === 'covered' ? found.unsupported.length : 0).toBe(
        unsupported,
      );
    },
  );
});
