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
  describeWithServers,
  KubernetesApi,
  KubernetesObject,
  startKubernetesApi,
} from '@basewell/testkit';
import { KubeObject } from '../model';
import { BackupCase } from './__testUtils__/BackupCase';
import {
  authDb,
  dumpCronJob,
  dumpJob,
  failedJob,
  namespace,
  sizedJob,
} from './__testUtils__/dumpObjects';
import { operatorObjects } from './__testUtils__/operatorObjects';

describeWithServers('kubernetes')('backups of an API server', () => {
  let api: KubernetesApi;

  beforeAll(async () => {
    api = await startKubernetesApi({
      crds: ['arangodb', 'crunchy', 'k8up', 'percona', 'stackgres', 'velero'],
    });
    for (const name of [namespace, 'data', 'velero', 'made-anew']) {
      await api.client.apply({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name },
      });
    }
  }, 120_000);
  afterAll(() => api?.stop());

  /** The object as the API server keeps it, status and all. */
  async function stored(object: KubeObject): Promise<KubeObject> {
    const { status, metadata, ...rest } = JSON.parse(JSON.stringify(object));
    const { creationTimestamp: _, ...given } = metadata;
    const applied: KubernetesObject = { ...rest, metadata: given };
    await api.client.apply(applied);
    if (status) {
      await api.client.patchStatus({ ...applied, ...given }, status);
    }
    return (await api.client.get({ ...applied, ...given })) as KubeObject;
  }

  it('are judged as its CronJobs and Jobs tell', async () => {
    const objects: KubeObject[] = [];
    for (const object of [
      dumpCronJob(),
      sizedJob(19, 1000),
      failedJob(20),
      sizedJob(21, 1100),
    ]) {
      objects.push(await stored(object));
    }
    const seen = new BackupCase({ objects, database: authDb });
    expect(seen.facts).toHaveLength(4);
    const { state, findings } = seen.assess();
    expect(state).toBe('fresh');
    expect(findings.map(({ rule }) => rule)).toEqual([
      'routine-scope',
      'routine-place',
    ]);
    const { backups } = seen.lane.describe!(seen.subject);
    expect(backups?.attempts.map(({ outcome }) => outcome)).toEqual([
      'completed',
      'failed',
      'completed',
    ]);
  });

  it('are not verified by a Job that merely ended', async () => {
    const objects = [
      await stored(dumpCronJob()),
      await stored(
        dumpJob(22, { status: { ...(dumpJob(21).status as object) } }),
      ),
    ];
    const { state } = new BackupCase({ objects, database: authDb }).assess();
    expect(state).toBe('unverified');
  });

  it('are not known of a CronJob that was made anew', async () => {
    const cronJob = dumpCronJob();
    const anew = await stored({
      ...cronJob,
      metadata: { ...cronJob.metadata, namespace: 'made-anew' },
      status: undefined,
    });
    const { state, findings } = new BackupCase({
      objects: [anew],
      database: { ...authDb, namespace: 'made-anew' },
      now: anew.metadata.creationTimestamp,
    }).assess();
    expect(state).toBe('unknown');
    expect(findings[0].message).toBe('routineForgotten.younger');
  });

  it.each(
    operatorObjects.map((object, index) => ({
      object,
      index,
      kind: object.kind,
    })),
  )('are kept of a $kind', async ({ object }) => {
    const kept = (one: KubeObject) => {
      const [fact] = new BackupCase({ objects: [one] }).facts;
      const { startedAt: _, ...data } = (fact?.data ?? {}) as {
        readonly startedAt?: string;
      };
      return data;
    };
    expect(kept(await stored(object))).toEqual(kept(object));
    expect(Object.keys(kept(object))).not.toEqual([]);
  });
});
