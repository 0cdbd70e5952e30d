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
import { resolveNames, namingTarget } from '../naming';
import { standardSubject } from '../policy';
import { folderOf } from './folderOf';
import { relativePath } from './relativePath';
import { resolvePath } from './resolvePath';
import { TargetPaths } from './TargetPaths';

const { target } = standardSubject().context;

describe('folderOf', () => {
  it.each([
    { path: 'a/b/c.yaml', folder: 'a/b', reason: 'nested' },
    { path: 'c.yaml', folder: '', reason: 'in the root' },
  ])('is "$folder" of $path: $reason', ({ path, folder }) => {
    expect(folderOf(path)).toBe(folder);
  });
});

describe('relativePath', () => {
  it.each([
    {
      folder: 'deploy/charts/web-app',
      file: 'deploy/env/dev/shop.yaml',
      path: '../../env/dev/shop.yaml',
      reason: 'as valueFiles want it',
    },
    { folder: 'a', file: 'a/b.yaml', path: 'b.yaml', reason: 'the same' },
    { folder: '', file: 'a/b.yaml', path: 'a/b.yaml', reason: 'the root' },
    { folder: 'a/b', file: 'ab.yaml', path: '../../ab.yaml', reason: 'apart' },
  ])('leads from $folder to $file: $reason', ({ folder, file, path }) => {
    expect(relativePath(folder, file)).toBe(path);
  });

  it('is undone by resolvePath', () => {
    const segments = fc.array(fc.stringMatching(/^[a-c]{1,2}$/), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(segments, segments, (folder, file) => {
        const [from, to] = [folder.join('/'), [...file, 'x.yaml'].join('/')];
        expect(resolvePath(from, relativePath(from, to))).toBe(to);
      }),
    );
  });
});

describe('resolvePath', () => {
  it.each([
    { folder: 'a/b', path: './c.yaml', is: 'a/b/c.yaml', reason: 'a dot' },
    { folder: 'a/b', path: '/c.yaml', is: 'c.yaml', reason: 'from the root' },
    {
      folder: 'a',
      path: '../../../c.yaml',
      is: 'c.yaml',
      reason: 'too far up',
    },
    { folder: '', path: 'c.yaml', is: 'c.yaml', reason: 'in the root' },
  ])('reads $path in "$folder": $reason', ({ folder, path, is }) => {
    expect(resolvePath(folder, path)).toBe(is);
  });
});

describe('TargetPaths', () => {
  const { names } = resolveNames('shop', 'dev', namingTarget(target));

  it('are those of the canon', () => {
    const paths = new TargetPaths(target, 'shop', 'dev', names);
    expect({
      clusterFolder: paths.clusterFolder,
      bootstrap: paths.bootstrapSecret(names.bootstrapSecret),
      runtime: paths.runtimeSecret(names.runtimeSecret),
      backup: paths.backupSecret('s3'),
      namespace: paths.appNamespace,
      databaseApplication: paths.databaseApplication,
      values: paths.values,
      release: paths.releaseValues,
      appApplication: paths.appApplication,
      chart: paths.chart,
    }).toEqual({
      clusterFolder: 'infra/databases/cloudnativepg/shop-dev',
      bootstrap: 'secrets/databases/shop-dev-initdb-secret.yaml',
      runtime: 'secrets/web-shop-dev/web-shop-dev-env.yaml',
      backup: 'secrets/databases/s3.yaml',
      namespace: 'secrets/web-shop-dev/00-namespace.yaml',
      databaseApplication: 'argocd/apps/infra-shop-dev-db.yaml',
      values: 'deploy/env/dev/shop.yaml',
      release: 'deploy/env/release-dev/shop.yaml',
      appApplication: 'deploy/argocd/apps/dev/shop.yaml',
      chart: 'deploy/charts/web-app',
    });
  });

  it('never leave their folder, whatever a name is', () => {
    const odd = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('..', '../..', '/', 'a/../../b', '.', '\\..', 'a\nb'),
    );
    fc.assert(
      fc.property(odd, odd, (app, name) => {
        const paths = new TargetPaths(target, app, 'dev', {
          ...names,
          appNamespace: name,
          databasesNamespace: name,
          databaseApplication: name,
        });
        for (const { path, within } of [
          { path: paths.runtimeSecret(name), within: 'secrets' },
          { path: paths.databaseApplication, within: 'argocd/apps' },
          { path: `${paths.clusterFolder}/cluster.yaml`, within: 'infra' },
          { path: paths.values, within: 'deploy/env/dev' },
        ]) {
          expect(resolvePath('', path)).toMatch(new RegExp(`^${within}/`));
          expect(path).not.toMatch(/[\s\\\p{Cc}]/u);
        }
      }),
    );
  });
});
