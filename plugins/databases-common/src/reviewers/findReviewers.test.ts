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

import { findReviewers } from '.';

const facts = (path: string, text: string) => ({
  files: { [path]: text },
  folders: {},
});

describe('findReviewers', () => {
  it.each<{
    reason: string;
    codeowners: string;
    path: string;
    owners: string[];
  }>([
    {
      reason: 'the last match wins',
      codeowners: '* @all\n/secrets/ @security\n',
      path: 'secrets/web-shop-dev/web-shop-dev-env.yaml',
      owners: ['@security'],
    },
    {
      reason: 'nothing more special matches',
      codeowners: '* @all\n/secrets/ @security\n',
      path: 'argocd/apps/infra-shop-db.yaml',
      owners: ['@all'],
    },
    {
      reason: 'a later rule without owners takes them away',
      codeowners: '* @all\n/secrets/\n',
      path: 'secrets/a.yaml',
      owners: [],
    },
    {
      reason: 'an anchored folder does not match deeper ones',
      codeowners: '/secrets/ @security',
      path: 'apps/secrets/a.yaml',
      owners: [],
    },
    {
      reason: 'a bare name matches at any depth',
      codeowners: 'secrets/ @security',
      path: 'apps/secrets/a.yaml',
      owners: ['@security'],
    },
    {
      reason: 'a name that JavaScript knows is a name like others',
      codeowners: 'constructor/ @security',
      path: 'apps/constructor/a.yaml',
      owners: ['@security'],
    },
    {
      reason: 'a star stays in its folder',
      codeowners: '/deploy/env/* @team',
      path: 'deploy/env/dev/shop.yaml',
      owners: [],
    },
    {
      reason: 'two stars do not',
      codeowners: '/deploy/**/prod/ @owners mail@example.test # all of them',
      path: 'deploy/env/prod/shop.yaml',
      owners: ['@owners', 'mail@example.test'],
    },
    {
      reason: 'an extension',
      codeowners: '*.yaml @yaml',
      path: 'deploy/env/prod/shop.yaml',
      owners: ['@yaml'],
    },
    {
      reason: 'every section has its say, with its own default owners',
      codeowners:
        '* @all\n[Databases] @dba\n/infra/databases/\n^[Secrets][2] @security\nsecrets/ @keys\n',
      path: 'infra/databases/shop/cluster.yaml',
      owners: ['@all', '@dba'],
    },
    {
      reason: 'comments and letters that mean something in expressions',
      codeowners: '# * @nobody\n/a+b(c)/ @plus\r\n',
      path: 'a+b(c)/d.yaml',
      owners: ['@plus'],
    },
  ])('$reason', ({ codeowners, path, owners }) => {
    expect(findReviewers(facts('CODEOWNERS', codeowners), [path])).toEqual(
      owners,
    );
  });

  it('reads the first file that hosts look for', () => {
    const files = { CODEOWNERS: '* @root', '.github/CODEOWNERS': '* @github' };
    expect(findReviewers({ files, folders: {} }, ['a', 'b'])).toEqual([
      '@github',
    ]);
  });

  it.each(['.github', '.gitlab', '.gitea', '.bitbucket', 'docs'])(
    'reads the one in %s',
    folder => {
      const read = findReviewers(facts(`${folder}/CODEOWNERS`, '* @all'), [
        'a',
      ]);
      expect(read).toEqual(['@all']);
    },
  );

  it('finds nobody without a file', () => {
    expect(findReviewers({ files: {}, folders: {} }, ['a'])).toEqual([]);
  });
});
