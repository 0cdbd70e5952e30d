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

import { PlanningView } from '../planning';
import { standardSubject } from '../policy';
import { secretFilePath } from './secretFilePath';

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

describe('secretFilePath', () => {
  it.each<{
    reason: string;
    path?: string;
    folders: { readonly [folder: string]: readonly string[] };
    rules: RegExp;
    becomes: string;
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
    },
    {
      reason: 'the file stands without a mark',
      folders: { 'secrets/shop': ['a.sops.yaml', 'env.yaml'] },
      rules: /./,
      becomes: 'secrets/shop/env.yaml',
    },
    {
      reason: 'marks differ',
      folders: { 'secrets/shop': ['a.sops.yaml', 'b.enc.yaml'] },
      rules: /./,
      becomes: 'secrets/shop/env.yaml',
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
    },
    {
      reason: 'the name has the mark, and another is added',
      path: 'secrets/shop/db-secret.yaml',
      folders: { 'secrets/shop': ['a-secret.enc.yaml'] },
      rules: /\.enc\.yaml$/,
      becomes: 'secrets/shop/db-secret.enc.yaml',
    },
  ])('$reason', row => {
    const { path = 'secrets/shop/env.yaml', folders, rules, becomes } = row;
    const marks = ['', '.sops', '.enc', '-secret'];
    const view = new PlanningView({
      ...context,
      platform: { files: {}, folders: { secrets: undefined, ...folders } },
      encryption: Object.fromEntries(
        marks
          .map(mark => path.replace('.yaml', `${mark}.yaml`))
          .map(one => [one, rules.test(one) ? covered : uncovered]),
      ),
    });
    expect(secretFilePath(view, path)).toBe(becomes);
    const [folder, name] = ['secrets/shop', becomes.slice(13)];
    const again = new PlanningView({
      ...context,
      platform: {
        files: {},
        folders: { ...folders, [folder]: [...(folders[folder] ?? []), name] },
      },
      encryption: { [path]: uncovered, [becomes]: covered },
    });
    // What it has made does not change what it makes.
    expect(secretFilePath(again, path)).toBe(becomes);
  });
});
