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

import { canonTarget } from '../__testUtils__/canon';
import { namingTarget, resolveNames } from '../naming';
import { PlanningView } from '../planning';
import { standardSubject } from '../policy';
import { nameSecretFile } from './nameSecretFile';
import { TargetPaths } from './TargetPaths';

const { context } = standardSubject();
const covered = {
  state: 'covered',
  config: '.sops.yaml',
  rule: 1,
  recipients: [],
  unsupported: [],
  encrypts: 'values',
  fields: [],
  warnings: [],
} as const;
const uncovered = { state: 'uncovered', reason: 'no rule' } as const;

const object = (kind: string, name: string) =>
  `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: ${name}\n`;

describe('nameSecretFile', () => {
  it.each<{
    reason: string;
    path?: string;
    folders: { readonly [folder: string]: readonly string[] };
    files?: { readonly [path: string]: string };
    rules: RegExp;
    fileName?: string;
    /** How new Secrets are written; left out: as files show it. */
    shape?: 'plainSops' | 'sealedSecret';
    becomes: string;
    /** Files that show it. */
    shownBy?: readonly string[];
    /** Files between which nobody can decide. */
    asks?: readonly string[];
  }>([
    {
      reason: 'nothing is there',
      folders: {},
      rules: /./,
      becomes: 'secrets/shop/env.yaml',
    },
    {
      reason: 'the folder marks ciphertext',
      folders: { 'secrets/shop': ['a.sops.yaml', 'namespace.yaml'] },
      rules: /./,
      becomes: 'secrets/shop/env.sops.yaml',
      shownBy: ['secrets/shop/a.sops.yaml', '.sops.yaml'],
    },
    {
      reason: 'the folders beside it do',
      folders: {
        secrets: ['landing/', 'news/'],
        'secrets/landing': ['a.enc.yaml'],
        'secrets/news': ['b.enc.yaml', 'kustomization.yaml'],
      },
      rules: /\.enc\.yaml$/,
      becomes: 'secrets/shop/env.enc.yaml',
      shownBy: [
        'secrets/landing/a.enc.yaml',
        '.sops.yaml',
        'secrets/news/b.enc.yaml',
      ],
    },
    {
      reason: 'the file stands without a mark',
      folders: { 'secrets/shop': ['a.sops.yaml', 'env.yaml'] },
      rules: /./,
      becomes: 'secrets/shop/env.yaml',
    },
    {
      reason: 'marks differ, and rules cover both',
      folders: { 'secrets/shop': ['a.sops.yaml', 'b.enc.yaml'] },
      rules: /./,
      becomes: 'secrets/shop/env.yaml',
      asks: ['secrets/shop/a.sops.yaml', 'secrets/shop/b.enc.yaml'],
    },
    {
      reason: 'marks differ, and no rule covers either: that stops it anyway',
      folders: { 'secrets/shop': ['a.sops.yaml', 'b.enc.yaml'] },
      rules: /env\.yaml$/,
      becomes: 'secrets/shop/env.yaml',
    },
    {
      reason: 'marks differ, and the rule decides',
      folders: { 'secrets/shop': ['a.sops.yaml', 'b.enc.yaml'] },
      rules: /(enc|env)\.yaml$/,
      becomes: 'secrets/shop/env.enc.yaml',
      shownBy: ['secrets/shop/b.enc.yaml', '.sops.yaml'],
    },
    {
      reason: 'marks differ, and the target decides',
      folders: { 'secrets/shop': ['a.sops.yaml', 'b.enc.yaml'] },
      rules: /./,
      fileName: '{secret}.enc.yaml',
      becomes: 'secrets/shop/env.enc.yaml',
    },
    {
      reason: 'the path of the target has a mark',
      path: 'secrets/shop/env.sops.yaml',
      folders: { 'secrets/shop': ['a.sops.yaml', 'b.enc.yaml'] },
      rules: /./,
      becomes: 'secrets/shop/env.sops.yaml',
    },
    {
      reason: 'the mark is in front, and no part of the name',
      folders: { 'secrets/shop': ['secret-db.yaml', 'secret-generator.yaml'] },
      files: {
        'secrets/shop/secret-db.yaml': object('Secret', 'db'),
        'secrets/shop/secret-generator.yaml': object('ksops', 'generator'),
      },
      rules: /./,
      becomes: 'secrets/shop/secret-env.yaml',
      shownBy: ['secrets/shop/secret-db.yaml', '.sops.yaml'],
    },
    {
      reason: 'the mark is behind, and no part of the name',
      folders: { 'secrets/shop': ['db-secret.yaml'] },
      files: { 'secrets/shop/db-secret.yaml': object('Secret', 'db') },
      rules: /./,
      becomes: 'secrets/shop/env-secret.yaml',
      shownBy: ['secrets/shop/db-secret.yaml', '.sops.yaml'],
    },
    {
      reason: 'a Secret is called so',
      folders: { 'secrets/shop': ['db-secret.yaml'] },
      files: { 'secrets/shop/db-secret.yaml': object('Secret', 'db-secret') },
      rules: /-secret\.yaml$/,
      becomes: 'secrets/shop/env.yaml',
    },
    {
      reason: 'SealedSecrets need no rule',
      folders: { 'secrets/shop': ['sealed-db.yaml'] },
      files: { 'secrets/shop/sealed-db.yaml': object('SealedSecret', 'x') },
      rules: /^$/,
      becomes: 'secrets/shop/sealed-env.yaml',
      shownBy: ['secrets/shop/sealed-db.yaml'],
    },
    {
      reason: 'no rule covers the mark',
      folders: { 'secrets/shop': ['a.sops.yaml'] },
      rules: /env\.yaml$/,
      becomes: 'secrets/shop/env.yaml',
    },
    {
      reason: 'secrets are called so by chance',
      folders: { 'secrets/shop': ['initdb-secret.yaml'] },
      rules: /./,
      becomes: 'secrets/shop/env.yaml',
    },
    {
      reason: 'rules look for what secrets are called',
      folders: { 'secrets/shop': ['initdb-secret.yaml'] },
      rules: /-secret\.yaml$/,
      becomes: 'secrets/shop/env-secret.yaml',
      shownBy: ['secrets/shop/initdb-secret.yaml', '.sops.yaml'],
    },
    {
      reason: 'the name has the mark, and another is added',
      path: 'secrets/shop/db-secret.yaml',
      folders: { 'secrets/shop': ['a-secret.enc.yaml'] },
      rules: /\.enc\.yaml$/,
      becomes: 'secrets/shop/db-secret.enc.yaml',
      shownBy: ['secrets/shop/a-secret.enc.yaml', '.sops.yaml'],
    },
    {
      reason: 'a SealedSecret is no file of SOPS',
      folders: { 'secrets/shop': ['admin.sops.yaml', 'b.enc.yaml'] },
      rules: /./,
      shape: 'sealedSecret',
      becomes: 'secrets/shop/env.yaml',
    },
    {
      reason: 'a SealedSecret follows SealedSecrets beside files of SOPS',
      folders: { 'secrets/shop': ['a.encrypted.yaml', 'b.sealed.yaml'] },
      rules: /./,
      shape: 'sealedSecret',
      becomes: 'secrets/shop/env.sealed.yaml',
      shownBy: ['secrets/shop/b.sealed.yaml'],
    },
    {
      reason: 'a SealedSecret follows those of folders beside it',
      folders: {
        secrets: ['landing/'],
        'secrets/shop': ['admin.sops.yaml'],
        'secrets/landing': ['a.sealed.yaml'],
      },
      rules: /./,
      shape: 'sealedSecret',
      becomes: 'secrets/shop/env.sealed.yaml',
      shownBy: ['secrets/landing/a.sealed.yaml'],
    },
    {
      reason: 'a SealedSecret follows what says only that it is a Secret',
      folders: { 'secrets/shop': ['a.secret.yaml'] },
      rules: /shop\/env\.yaml$/,
      shape: 'sealedSecret',
      becomes: 'secrets/shop/env.secret.yaml',
      shownBy: ['secrets/shop/a.secret.yaml'],
    },
    {
      reason: 'a file of SOPS is no SealedSecret',
      folders: { 'secrets/shop': ['a.sealed.yaml', 'sealed-db.yaml'] },
      files: { 'secrets/shop/sealed-db.yaml': object('SealedSecret', 'db') },
      rules: /./,
      shape: 'plainSops',
      becomes: 'secrets/shop/env.yaml',
    },
    {
      reason: 'a file of SOPS follows files of SOPS beside SealedSecrets',
      folders: { 'secrets/shop': ['a.sealed.yaml', 'b.sops.yaml'] },
      rules: /./,
      shape: 'plainSops',
      becomes: 'secrets/shop/env.sops.yaml',
      shownBy: ['secrets/shop/b.sops.yaml', '.sops.yaml'],
    },
    {
      reason: 'what files show tells the shape too',
      folders: { 'secrets/shop': ['kustomization.yaml', 'a.sealed.yaml'] },
      files: {
        'secrets/shop/kustomization.yaml': 'generators: [ksops.yaml]\n',
        'secrets/shop/ksops.yaml': `${object('ksops', 'x')}files: []\n`,
      },
      rules: /./,
      becomes: 'secrets/shop/env.yaml',
    },
    {
      reason: 'the file stands with a mark of another shape',
      folders: { 'secrets/shop': ['env.sops.yaml', 'b.sealed.yaml'] },
      rules: /./,
      shape: 'sealedSecret',
      becomes: 'secrets/shop/env.sops.yaml',
    },
    {
      reason: 'the path ends as the target says already',
      path: 'secrets/shop/env.sealed.yaml',
      folders: {},
      rules: /./,
      fileName: '{secret}.sealed.yaml',
      becomes: 'secrets/shop/env.sealed.yaml',
    },
    {
      reason: 'the name of a Secret ends as the target adds',
      path: 'secrets/shop/db-secret.yaml',
      folders: {},
      rules: /./,
      fileName: '{secret}-secret.yaml',
      becomes: 'secrets/shop/db-secret-secret.yaml',
    },
  ])('$reason', row => {
    const { path = 'secrets/shop/env.yaml', folders, rules, becomes } = row;
    const { files = {}, fileName, shape } = row;
    const target = canonTarget({ secrets: { fileName, shape } });
    const { names: named } = resolveNames('shop', 'dev', namingTarget(target));
    const [folder, name] = ['secrets/shop', becomes.slice(13)];
    const names = (added: readonly string[]) => ({
      secrets: undefined,
      ...folders,
      [folder]: [...(folders[folder] ?? []), ...added],
    });
    const over = (added: readonly string[]) =>
      nameSecretFile(
        {
          app: 'shop',
          environments: [],
          target,
          view: new PlanningView({
            ...context,
            platform: { files, folders: names(added) },
            encryption: new Proxy(
              {},
              {
                getOwnPropertyDescriptor: () => ({
                  configurable: true,
                  enumerable: true,
                }),
                get: (_, one) =>
                  rules.test(String(one)) ? covered : uncovered,
              },
            ),
          }),
        },
        new TargetPaths(target, 'shop', 'dev', named),
        path,
      );
    const { path: found, stated, obstacle } = over([]);
    expect({
      becomes: found,
      shownBy: stated?.evidence,
      asks: obstacle?.params.evidence,
    }).toEqual({ becomes, shownBy: row.shownBy, asks: row.asks });
    // What it has made does not change what it makes.
    expect(over([name]).path).toBe(becomes);
  });
});
