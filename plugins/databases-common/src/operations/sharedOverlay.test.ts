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

import { planOver, requestFor } from '../__testUtils__/canon';
import { Tree } from '../__testUtils__/TreeSource';
import { parseTarget } from '../targets';
import { defaultRegistries } from './defaultRegistries';

const base = 'databases/base/shared';
const overlay = 'databases/overlays/dev/shared';

const roles =
  '  managed:\n    roles:\n    - name: billing\n      passwordSecret:\n        name: billing-role\n';

function cluster(spec: string): string {
  return `apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata:\n  name: shared-cnpg\nspec:\n${spec}`;
}

/** A cluster for small services, and what dev has otherwise. */
function house(inBase: string, inPatch: string): Tree {
  return {
    [`${base}/cluster.yaml`]: cluster(
      `  imageName: ghcr.io/cloudnative-pg/postgresql:17.5\n  storage:\n    size: 50Gi\n${inBase}`,
    ),
    [`${base}/kustomization.yaml`]:
      'kind: Kustomization\nresources:\n- cluster.yaml\n',
    [`${overlay}/cluster.yaml`]: cluster(`  instances: 1\n${inPatch}`),
    [`${overlay}/kustomization.yaml`]:
      'kind: Kustomization\nresources:\n- ../../../base/shared\npatches:\n- path: cluster.yaml\n',
  };
}

async function plan(platform: Tree, path = `${overlay}/cluster.yaml`) {
  const target = parseTarget(
    {
      id: 'kustomized',
      layout: 'overlays',
      platform: { repoUrl: 'git.example.test?owner=shop&repo=platform' },
      app: { repoUrl: 'git.example.test?owner=shop&repo=web-core' },
      options: {
        sharedClusters: [
          {
            name: 'shared-cnpg',
            namespace: 'databases-dev',
            path,
            environments: ['dev'],
          },
        ],
      },
    },
    'target',
    defaultRegistries().layouts,
  );
  const request = requestFor('shop', {
    environments: [{ name: 'dev', sharedCluster: 'shared-cnpg' }],
  });
  return (await planOver({ platform, app: {} }, request, target)).plan;
}

describe('a shared cluster that is an overlay', () => {
  it('is what its base and its patch make it', async () => {
    const { databases } = await plan(house('', roles));
    expect(databases).toEqual([
      expect.objectContaining({
        version: '17',
        instances: 1,
        storage: '50Gi',
      }),
    ]);
  });

  it.each([
    { reason: 'roles are in the patch', tree: house('', roles), stops: [] },
    { reason: 'there are none yet', tree: house('', ''), stops: [] },
    { reason: 'both have them', tree: house(roles, roles), stops: [] },
    {
      reason: 'a role in the patch would hide those of the base',
      tree: house(roles, ''),
      stops: ['agnosticBase.sharedRoles'],
    },
    {
      reason: 'the target names the base',
      tree: house('', ''),
      path: `${base}/cluster.yaml`,
      stops: ['agnosticBase.shared'],
    },
  ])('$reason', async ({ tree, path, stops }) => {
    const { findings, files } = await plan(tree, path);
    expect(
      findings
        .filter(({ rule }) => rule === 'agnostic-base')
        .map(({ message }) => message),
    ).toEqual(stops);
    expect(files.some(file => file.path === `${overlay}/cluster.yaml`)).toBe(
      stops.length === 0,
    );
  });

  it.each([
    {
      reason: 'of the same name',
      database: 'shop',
      stops: ['nameTaken.inCluster'],
    },
    { reason: 'of another name', database: 'billing', stops: [] },
  ])(
    'is not given a database that its base has: $reason',
    async ({ database, stops }) => {
      const tree = house('', roles);
      const { findings } = await plan({
        ...tree,
        [`${base}/kustomization.yaml`]:
          'kind: Kustomization\nresources:\n- cluster.yaml\n- database.yaml\n',
        [`${base}/database.yaml`]: `apiVersion: postgresql.cnpg.io/v1\nkind: Database\nmetadata:\n  name: theirs\nspec:\n  name: ${database}\n  owner: billing\n  cluster:\n    name: shared-cnpg\n`,
      });
      const taken = findings.filter(({ rule }) => rule === 'name-taken');
      expect(taken.map(({ message }) => message)).toEqual(stops);
      expect(taken.map(({ evidence }) => evidence[0].object)).toEqual(
        stops.map(() => `${base}/database.yaml`),
      );
    },
  );
});
