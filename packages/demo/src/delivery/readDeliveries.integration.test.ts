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

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startDemoKubernetes } from '../estate/startDemoKubernetes';
import { createDemoForge } from '../forge/createDemoForge';
import { demoUsers } from '../forge/DemoUser';
import { readDeliveries } from './readDeliveries';

const EXAMPLES = resolve(__dirname, '../../../../examples');
const CLUSTERS = '/prod-eu/apis/postgresql.cnpg.io/v1/clusters';
const TOKEN = 'test-token-not-a-secret';

const cluster = `apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata:
  name: shop-cnpg
  namespace: databases
spec:
  instances: 1
`;
/** Encrypted, and nothing of it is for a Kubernetes cluster. */
const secret = `apiVersion: v1
kind: Secret
metadata:
  name: shop-initdb-secret
`;

it('brings what is merged in the demo forge into its Kubernetes cluster', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'basewell-demo-'));
  const forge = await createDemoForge({
    directory,
    baseUrl: 'http://forge.example.test',
    repositories: [
      {
        owner: 'platform',
        name: 'gitops',
        folder: join(EXAMPLES, 'canon/platform'),
      },
    ],
    users: demoUsers,
  });
  const repository = forge.repository('platform', 'gitops');
  let now = Date.now();
  const kubernetes = await startDemoKubernetes({
    folder: join(EXAMPLES, 'estate'),
    port: 0,
    token: TOKEN,
    deliverTo: 'prod-eu',
    now: () => now,
    onError: error => {
      throw error;
    },
  });
  const phaseOf = async (name: string) => {
    const response = await fetch(`${kubernetes.url}${CLUSTERS}`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    const { items } = (await response.json()) as any;
    const found = items.find((item: any) => item.metadata.name === name);
    return found && (found.status?.phase ?? 'not seen by the operator');
  };

  try {
    const [user] = demoUsers;
    const folder = 'infra/databases/cloudnativepg';
    const changed = `${folder}/landing-dev/cluster.yaml`;
    const head = (await repository.head('main'))!;
    const sha = (await repository.git.stat(head, [changed])).get(changed)!.id;
    const before = (await repository.git.blobs([sha])).get(sha)!.toString();
    await repository.commit(user, {
      branch: 'main',
      newBranch: 'databases/shop/create',
      message: 'feat(db): shop',
      operations: [
        {
          operation: 'create',
          path: `${folder}/shop/cluster.yaml`,
          content: Buffer.from(cluster),
        },
        {
          operation: 'create',
          path: 'secrets/databases/shop-initdb-secret.yaml',
          content: Buffer.from(secret),
        },
        {
          operation: 'update',
          path: changed,
          sha,
          content: Buffer.from(before.replace('size: 5Gi', 'size: 7Gi')),
        },
      ],
    });
    const pull = await repository.pulls.open(user, {
      title: 'feat(db): shop',
      body: '',
      branch: 'databases/shop/create',
      base: 'main',
    });
    expect(await readDeliveries(repository)).toEqual([]);

    await repository.merge(user, pull.number);
    const [delivery] = await readDeliveries(repository);
    expect(delivery.manifests.map(({ path, added }) => [path, added])).toEqual([
      [changed, false],
      [`${folder}/shop/cluster.yaml`, true],
    ]);

    const phases: string[] = [];
    for (const seconds of [0, 11, 20, 60]) {
      now = delivery.mergedAt + seconds * 1000;
      kubernetes.deliver([delivery]);
      phases.push(await phaseOf('shop-cnpg'));
    }
    expect(phases).toEqual([
      undefined,
      'not seen by the operator',
      'Setting up primary',
      'Cluster in healthy state',
    ]);
    // One that was there is changed, and does not come up anew.
    expect(await phaseOf('landing-dev-cnpg')).toBe('Cluster in healthy state');
  } finally {
    await kubernetes.stop();
    await rm(directory, { recursive: true, force: true });
  }
}, 60_000);
