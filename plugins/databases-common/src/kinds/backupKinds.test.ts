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

import { drillReport } from '../backups/__testUtils__/backupObjects';
import { KubeObject } from '../model';
import { ObservedKind, toFact } from '../observation';
import {
  cnpgBackup,
  cnpgScheduledBackup,
  cronJob,
  job,
  objectStore,
  pod,
  volumeSnapshot,
} from '.';

const metadata = {
  name: 'shop',
  namespace: 'databases',
  uid: '7f0f4f4e-6c5b-4d0a-9f57-1c6f8f3b2a10',
  labels: { 'cnpg.io/cluster': 'shop-cnpg' },
};
const long = 'x'.repeat(5000);

function factOf<Data>(kind: ObservedKind<Data>, object: object) {
  return toFact(
    kind,
    {
      apiVersion: `${kind.group}/v1`,
      kind: kind.kind,
      metadata,
      ...object,
    } as KubeObject,
    { kubernetesCluster: 'prod', observedAt: '2026-11-21T12:00:00Z' },
  );
}

describe('what is kept of the objects of backups', () => {
  it.each([
    {
      kind: cnpgBackup,
      object: {
        spec: { cluster: { name: 'shop-cnpg' } },
        status: {
          phase: 'failed',
          error: long,
          commandError: long,
          snapshotBackupStatus: {
            elements: Array.from({ length: 50 }, (_, index) => ({
              name: `shop-cnpg-2026112102000${index}`,
              type: 'PG_TABLESPACE',
            })),
          },
        },
      },
      keys: ['databases/shop-cnpg'],
    },
    {
      kind: cnpgScheduledBackup,
      object: {
        spec: { cluster: { name: 'shop-cnpg' }, schedule: '@daily' },
        status: { error: long },
      },
      keys: ['databases/shop-cnpg'],
    },
    {
      kind: objectStore,
      object: {
        spec: { configuration: { destinationPath: 's3://backups' } },
        status: {
          serverRecoveryWindow: Object.fromEntries(
            Array.from({ length: 10 }, (_, index) => [
              `server-${index}`,
              {
                firstRecoverabilityPoint: '2026-10-22T02:10:00Z',
                lastSuccessfulBackupTime: '2026-11-21T02:10:00Z',
              },
            ]),
          ),
        },
      },
      keys: ['databases/shop', 'path:s3://backups'],
    },
    {
      kind: volumeSnapshot,
      object: { status: { readyToUse: false, error: { message: long } } },
      keys: ['databases/shop-cnpg'],
    },
  ] as const)('is at most 2 kB of a $kind.kind', ({ kind, object, keys }) => {
    const fact = factOf(kind as ObservedKind, object)!;
    expect(JSON.stringify(fact).length).toBeLessThan(2048);
    expect(kind.keys(fact as never)).toEqual(keys);
  });

  it('takes a method that is left out for the in-tree one, as CloudNativePG does', () => {
    const spec = { cluster: { name: 'shop-cnpg' } };
    expect(factOf(cnpgBackup, { spec })?.data.method).toBe('barmanObjectStore');
    expect(factOf(cnpgScheduledBackup, { spec })?.data.method).toBe(
      'barmanObjectStore',
    );
  });

  it.each([
    { reason: 'a Backup of nothing', kind: cnpgBackup },
    { reason: 'a schedule of nothing', kind: cnpgScheduledBackup },
    { reason: 'a Job that is no drill', kind: job },
    { reason: 'a CronJob that is no drill', kind: cronJob },
  ])('is nothing of $reason', ({ kind }) => {
    expect(factOf(kind as ObservedKind, {})).toBeUndefined();
  });

  it('knows drills by their labels', () => {
    const labels = {
      'app.kubernetes.io/managed-by': 'cnpg-drill',
      'cnpg-drill.dev/source': 'shop-cnpg',
    };
    const object = { metadata: { ...metadata, labels } };
    expect(factOf(job, object)?.data.cluster).toBe('shop-cnpg');
    expect(factOf(cronJob, object)?.data.cluster).toBe('shop-cnpg');
  });

  describe('of the pod of a drill', () => {
    const labels = {
      'app.kubernetes.io/managed-by': 'cnpg-drill',
      'cnpg-drill.dev/source': 'shop-cnpg',
    };
    const ended = (message?: string) => ({
      state: { terminated: { message } },
    });
    const podOf = (...containerStatuses: readonly object[]) => ({
      metadata: { ...metadata, labels },
      status: { containerStatuses },
    });

    it('is found beside the instances of its database, not among them', () => {
      const fact = factOf(pod, podOf(ended(drillReport())))!;
      expect(fact.data.role).toBe('drill');
      expect(pod.keys(fact)).toEqual(['drill:databases/shop-cnpg']);
    });

    it('is at most 2 kB', () => {
      const text = drillReport({
        source: long,
        sourceClusterUID: long,
        status: 'failed',
        error: long,
        backupName: long,
        finishedAt: long,
      });
      const fact = factOf(pod, podOf(ended(text)));
      expect(JSON.stringify(fact).length).toBeLessThan(2048);
    });

    it('is the report, whatever a sidecar has left behind', () => {
      const object = podOf(ended('bye'), ended(drillReport()));
      expect(factOf(pod, object)?.data.drill?.report?.outcome).toBe('passed');
    });

    it('is that of the attempt before, while another one runs', () => {
      const lastState = { terminated: { message: drillReport() } };
      const object = podOf({ state: { running: {} }, lastState });
      expect(factOf(pod, object)?.data.drill?.report?.outcome).toBe('passed');
    });

    it('is nothing of an instance that inherits labels of a drill', () => {
      const { metadata: own } = podOf();
      const inherited = {
        ...own.labels,
        'cnpg.io/cluster': 'drill-shop',
        'cnpg.io/instanceName': 'drill-shop-1',
      };
      const object = { metadata: { ...own, labels: inherited } };
      expect(factOf(pod, object)?.data).toMatchObject({
        cluster: 'drill-shop',
        role: 'instance',
      });
    });
  });
});
