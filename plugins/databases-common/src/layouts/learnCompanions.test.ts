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

import { canonTarget, planOver, requestFor } from '../__testUtils__/canon';
import { readHouses } from '../__testUtils__/houses';
import { Tree } from '../__testUtils__/TreeSource';

const house = readHouses().find(({ name }) => name === 'default-deny')!;
const folder = 'infra/databases/cloudnativepg';
const cluster = house.trees.platform[`${folder}/catalog/cluster.yaml`];

async function plan(more: Tree, options?: object) {
  const target = options
    ? { ...house.target, options: canonTarget(options).options }
    : house.target;
  return (
    await planOver(
      {
        ...house.trees,
        platform: { ...house.trees.platform, ...more },
      },
      requestFor('orders', { environments: [{ name: 'prod' }] }),
      target,
    )
  ).plan;
}

const own: Tree = {
  [`${folder}/billing/cluster.yaml`]: cluster
    .replace(/catalog/g, 'billing')
    .replace('barmanObjectName: backups', 'barmanObjectName: billing-cnpg'),
};

describe('learnCompanions', () => {
  it('asks when one neighbor shares an ObjectStore and another has its own', async () => {
    const { findings } = await plan(own);
    expect(
      findings
        .filter(({ rule }) => rule === 'clear-conventions')
        .map(({ summary, remedy }) => `${summary} ${remedy}`),
    ).toEqual([
      `The repository shows more than one ObjectStore: one of its own in ${folder}/billing/cluster.yaml, backups in ${folder}/catalog/cluster.yaml. Say which one it is in backup.objectStore of the target.`,
    ]);
  });

  it('does as the target says, whatever neighbors do', async () => {
    const { findings, conventions, files } = await plan(own, {
      backup: {
        objectStore: 'archive',
        destinationPath: 's3://backups',
        credentials: { from: 'reference', secretName: 'backups-s3' },
      },
    });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(conventions).toContainEqual({
      repository: 'platform',
      what: 'ObjectStore of all clusters',
      value: 'archive',
      evidence: [],
      from: 'configuration',
    });
    expect(files.map(({ path }) => path)).not.toContain(
      `${folder}/orders/object-store.yaml`,
    );
  });

  it.each<{ reason: string; more: Tree }>([
    {
      reason: 'a file beside its cluster',
      more: { [`${folder}/catalog/object-store.yaml`]: 'kind: ObjectStore\n' },
    },
    {
      reason: 'the file of its cluster',
      more: {
        [`${folder}/catalog/cluster.yaml`]: `${cluster}---
apiVersion: barmancloud.cnpg.io/v1
kind: ObjectStore
metadata: { name: backups }
`,
      },
    },
    {
      reason: 'another namespace, as the kustomization says',
      more: {
        [`${folder}/catalog/cluster.yaml`]: cluster.replace(
          / +namespace: .*\n/,
          '',
        ),
        [`${folder}/catalog/kustomization.yaml`]:
          'kind: Kustomization\nnamespace: catalog\nresources: [cluster.yaml]\n',
      },
    },
  ])(
    'takes a store that is declared in $reason for the cluster’s own',
    async ({ more }) => {
      const { conventions, files } = await plan(more);
      expect(conventions.map(({ what }) => what)).not.toContain(
        'ObjectStore of all clusters',
      );
      expect(files).toContainEqual(
        expect.objectContaining({
          path: `${folder}/orders/object-store.yaml`,
          change: 'create',
        }),
      );
    },
  );
});
