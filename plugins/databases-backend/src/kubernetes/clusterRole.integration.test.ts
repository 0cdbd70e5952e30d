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

import { mockServices } from '@backstage/backend-test-utils';
import {
  defaultLanes,
  kubernetesKinds,
  observedKinds,
} from '@basewell/plugin-databases-common/domain';
import {
  describeWithServers,
  KubernetesApi,
  KubernetesObject,
  startKubernetesApi,
} from '@basewell/testkit';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { clusterOf, sourceOf } from '../__testUtils__/readerScene';
import { RecordingSink } from '../__testUtils__/RecordingSink';
import { startReader } from './startReader';

const file = join(__dirname, '../../../../docs/reference/clusterrole.yaml');
const role: KubernetesObject = parse(readFileSync(file, 'utf8'));
/** Kinds whose CRDs the testkit does not have. */
const notServed = ['volumesnapshots.snapshot.storage.k8s.io'];

describeWithServers('kubernetes')('the ClusterRole', () => {
  let api: KubernetesApi;

  beforeAll(async () => {
    api = await startKubernetesApi({ crds: true });
  }, 120_000);
  afterAll(() => api?.stop());

  it('is all that the reader needs', async () => {
    const portal = api.addUser({ name: 'portal' });
    const apiGroup = 'rbac.authorization.k8s.io';
    await api.client.apply(role);
    await api.client.apply({
      apiVersion: `${apiGroup}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: { name: 'portal' },
      roleRef: { apiGroup, kind: 'ClusterRole', name: role.metadata.name },
      subjects: [{ apiGroup, kind: 'User', name: 'portal' }],
    });
    const sink = new RecordingSink();
    const kinds = kubernetesKinds(observedKinds(defaultLanes()));
    const reader = startReader({
      source: sourceOf(clusterOf('one', portal)),
      kinds,
      sink,
      logger: mockServices.logger.mock(),
    });
    const expected = kinds.map(({ id }) => [
      `one ${id}`,
      notServed.includes(id) ? 'absent' : 'synced',
    ]);
    await sink.until(({ coverage }) =>
      expected.every(([key, state]) => coverage.get(key)?.state === state),
    );
    expect([...sink.states.values()].flat()).not.toContain('forbidden');
    await reader.stop();

    await expect(
      portal.client.list({ apiVersion: 'v1', kind: 'Secret' }),
    ).rejects.toThrow(/secrets is forbidden/);
  }, 60_000);
});
