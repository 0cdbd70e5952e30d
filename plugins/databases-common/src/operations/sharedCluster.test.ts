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

import {
  canonTarget,
  canonTrees,
  planOver,
  requestFor,
} from '../__testUtils__/canon';
import { Tree } from '../__testUtils__/TreeSource';

const path = 'infra/databases/cloudnativepg/shared/cluster.yaml';

const target = (options: object = {}) =>
  canonTarget({
    sharedClusters: [
      {
        name: 'shared-cnpg',
        namespace: 'databases',
        path,
        environments: ['dev', 'prod'],
      },
    ],
    ...options,
  });

function cluster(spec: string, metadata = 'name: shared-cnpg'): Tree {
  return {
    [path]: `apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata:\n  ${metadata}\nspec:\n  instances: 3\n${spec}`,
  };
}

const plain = cluster(
  '  bootstrap:\n    initdb:\n      database: appdb\n      owner: appdb\n',
);

async function plan(
  platform: Tree,
  environment: object,
  options: { readonly target?: object; readonly spec?: object } = {},
) {
  const trees = canonTrees();
  const { plan: result } = await planOver(
    { ...trees, platform: { ...trees.platform, ...platform } },
    requestFor('shop', {
      environments: [
        { name: 'dev', sharedCluster: 'shared-cnpg', ...environment },
      ],
      ...options.spec,
    }),
    target(options.target),
  );
  return result;
}

describe('a database in a shared cluster', () => {
  it.each<{
    reason: string;
    platform?: Tree;
    environment?: object;
    target?: object;
    spec?: object;
    stops: readonly string[];
  }>([
    { reason: 'there is room', stops: [] },
    {
      reason: 'the target names no such cluster',
      environment: { sharedCluster: 'other' },
      stops: ['requestFitsTarget.sharedCluster'],
    },
    {
      reason: 'the cluster is for other environments',
      environment: { name: 'stage' },
      stops: ['requestFitsTarget.sharedCluster'],
    },
    {
      reason: 'the file is not there',
      platform: {},
      stops: ['requestFitsTarget.sharedFile'],
    },
    {
      reason: 'the file declares another cluster',
      platform: cluster('', 'name: landing-cnpg'),
      stops: ['requestFitsTarget.sharedFile'],
    },
    {
      reason: 'the cluster is in another namespace',
      platform: cluster('', '{name: shared-cnpg, namespace: elsewhere}'),
      stops: ['requestFitsTarget.sharedFile'],
    },
    {
      reason: 'the request wants a size for it',
      environment: { size: 'large', storage: '1Ti' },
      stops: ['requestFitsTarget.sharedField', 'requestFitsTarget.sharedField'],
    },
    {
      reason: 'the request names a cluster besides',
      spec: { names: { cluster: 'shop-cnpg' } },
      stops: ['requestFitsTarget.sharedField'],
    },
    {
      reason: 'nobody would make the password',
      target: {
        credentials: { source: 'operator-generated', store: { name: 'vault' } },
      },
      stops: ['requestFitsTarget.sharedGenerated'],
    },
    {
      reason: 'initdb made a database of that name, and its owner',
      platform: cluster('  bootstrap:\n    initdb:\n      database: shop\n'),
      stops: ['nameTaken.inCluster', 'nameTaken.inCluster'],
    },
    {
      reason: 'SQL after initdb made it',
      platform: cluster(
        '  bootstrap:\n    initdb:\n      postInitSQL:\n        - CREATE DATABASE "shop" OWNER app\n',
      ),
      stops: ['nameTaken.inCluster'],
    },
    {
      reason: 'another file makes it',
      platform: {
        ...plain,
        [path.replace('cluster', 'orders')]:
          'kind: Database\nmetadata:\n  name: orders\nspec:\n  cluster:\n    name: shared-cnpg\n  name: shop\n',
      },
      stops: ['nameTaken.inCluster'],
    },
    {
      reason:
        'another cluster has one of that name, which is none of its business',
      platform: {
        ...plain,
        [path.replace('cluster', 'orders')]:
          'kind: Database\nmetadata:\n  name: orders\nspec:\n  cluster:\n    name: other\n  name: shop\n',
      },
      stops: [],
    },
    {
      reason: 'the role is somebody else’s',
      platform: cluster(
        '  managed:\n    roles:\n      - name: shop\n        passwordSecret:\n          name: of-another\n',
      ),
      stops: ['nameTaken.inCluster'],
    },
    {
      reason: 'the role stands, but its password does not',
      platform: cluster(
        '  managed:\n    roles:\n      - name: shop\n        passwordSecret:\n          name: shop-dev-role-secret\n',
      ),
      stops: ['credentialsCompletable.clusterExists'],
    },
    {
      reason: 'the file cannot be edited in single lines',
      platform: cluster('  managed: &managed {roles: []}\nother: *managed\n'),
      stops: ['valuesEditable.refused'],
    },
    {
      reason: 'production in a cluster without backups',
      environment: { name: 'prod' },
      stops: ['productionHasBackups.sharedCluster'],
    },
    {
      reason: 'production in one with backups',
      environment: { name: 'prod' },
      platform: cluster(
        '  plugins:\n    - name: barman-cloud.cloudnative-pg.io\n      isWALArchiver: true\n',
      ),
      stops: [],
    },
    {
      reason: 'two environments would be one database',
      spec: {
        environments: [
          { name: 'dev', sharedCluster: 'shared-cnpg' },
          { name: 'prod', sharedCluster: 'shared-cnpg' },
        ],
      },
      platform: cluster('  plugins:\n    - isWALArchiver: true\n'),
      stops: [
        'environmentCollision.same',
        'environmentCollision.same',
        'valuesEditable.refused',
      ],
    },
  ])(
    '$reason',
    async ({
      platform = plain,
      environment = {},
      target: options,
      spec,
      stops,
    }) => {
      const { findings } = await plan(platform, environment, {
        target: options,
        spec,
      });
      expect(
        findings
          .filter(({ severity }) => severity === 'error')
          .map(({ message }) => message),
      ).toEqual(stops);
    },
  );

  it('makes a role with a password, a database, and no cluster', async () => {
    const { files, databases } = await plan(plain, {});
    const changed = files.filter(
      ({ change, repository }) =>
        repository === 'platform' && change !== 'none',
    );
    expect(changed.map(file => `${file.change} ${file.path}`)).toEqual([
      'create secrets/databases/shop-dev-role-secret.yaml',
      'create secrets/web-shop-dev/web-shop-dev-env.yaml',
      'edit secrets/databases/secret-generator.yaml',
      'create secrets/web-shop-dev/secret-generator.yaml',
      'create secrets/web-shop-dev/kustomization.yaml',
      'edit secrets/kustomization.yaml',
      'create secrets/web-shop-dev/00-namespace.yaml',
      `edit ${path}`,
      'create infra/databases/cloudnativepg/shared/database-shop.yaml',
      'edit argocd/projects/web.yaml',
    ]);
    expect(databases[0]).toMatchObject({
      instances: 3,
      size: 'shared',
      names: {
        cluster: 'shared-cnpg',
        writerHost: 'shared-cnpg-rw.databases.svc.cluster.local',
      },
    });
  });
});
