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
  budgetObject,
  claimObject,
  clusterObject,
  databaseObject,
  eventObject,
  jobPodObject,
  nodeObject,
  podObject,
  poolerObject,
  sliceObject,
} from '../engines/cnpg/__testUtils__/objects';
import { HealthScene } from '../engines/cnpg/__testUtils__/HealthScene';
import { cnpgObservation } from '../engines/cnpg/cnpgObservation';
import { Fact, KubeObject } from '../model';
import { kubernetesKinds } from '../observation';

function factOf(object: KubeObject): Fact | undefined {
  return new HealthScene({ objects: [object] }).facts[0];
}

const objects: readonly KubeObject[] = [
  clusterObject(),
  podObject(1),
  jobPodObject('initdb', 'x'.repeat(4000)),
  claimObject(),
  nodeObject(),
  budgetObject(),
  sliceObject(),
  poolerObject({ status: { error: 'x'.repeat(4000) } }),
  databaseObject({ status: { message: 'x'.repeat(4000) } }),
  eventObject({ message: 'x'.repeat(4000) }),
];

describe('what is kept of the objects behind a database', () => {
  it.each(objects.map(object => ({ kind: object.kind, object })))(
    'is at most 2 kB of a $kind',
    ({ object }) => {
      expect(JSON.stringify(factOf(object)).length).toBeLessThanOrEqual(2048);
    },
  );

  it('stays near that of a Cluster that has much to say', () => {
    const trouble = clusterObject({
      status: {
        phaseReason: 'x'.repeat(4000),
        conditions: ['Ready', 'ContinuousArchiving'].map(type => ({
          type,
          status: 'False',
          reason: 'Failing',
          message: 'x'.repeat(4000),
          lastTransitionTime: '2026-11-21T08:00:00Z',
        })),
      },
    });
    expect(JSON.stringify(factOf(trouble)).length).toBeLessThanOrEqual(2560);
  });

  it.each([
    {
      reason: 'a pod of the cluster',
      object: podObject(1),
      data: {
        cluster: 'shop-cnpg',
        role: 'instance',
        instanceRole: 'primary',
        node: 'node-1',
        phase: 'Running',
        ready: true,
        readySince: '2026-11-01T08:01:00Z',
        startedAt: '2026-11-01T08:00:00Z',
        restarts: 0,
      },
    },
    {
      reason: 'a pod of a pooler, with the older label of the role',
      object: podObject(1, {
        metadata: {
          labels: {
            role: 'replica',
            'cnpg.io/instanceRole': null,
            'cnpg.io/poolerName': 'shop-cnpg-pooler',
          },
        },
      }),
      data: {
        role: 'pooler',
        pooler: 'shop-cnpg-pooler',
        instanceRole: 'replica',
      },
    },
    {
      reason: 'a pod that crashes, and how it crashed',
      object: podObject(1, {
        status: {
          containerStatuses: [
            {
              restartCount: 7,
              state: { waiting: { reason: 'CrashLoopBackOff' } },
              lastState: { terminated: { exitCode: 137, reason: 'OOMKilled' } },
            },
          ],
        },
      }),
      data: {
        restarts: 7,
        waiting: { reason: 'CrashLoopBackOff' },
        terminated: { exitCode: 137, reason: 'OOMKilled' },
      },
    },
    {
      reason: 'a pod whose readiness nobody knows',
      object: podObject(1, {
        status: { conditions: [{ type: 'Ready', status: 'Unknown' }] },
      }),
      data: { ready: undefined },
    },
    {
      reason: 'an endpoint that does not say counts as ready',
      object: sliceObject({
        endpoints: [{}, { conditions: { ready: false } }],
      }),
      data: { endpoints: 2, ready: 1, service: 'shop-cnpg-rw' },
    },
    {
      reason: 'a series of events',
      object: eventObject({
        series: { count: 9, lastObservedTime: '2026-11-21T11:59:00.000000Z' },
      }),
      data: { count: 9, lastSeen: '2026-11-21T11:59:00.000000Z' },
    },
  ])('is what matters of $reason', ({ object, data }) => {
    expect(factOf(object)?.data).toMatchObject(data);
  });

  it.each([
    {
      reason: 'a pod of something else',
      object: podObject(1, {
        metadata: { labels: { 'cnpg.io/cluster': null } },
      }),
    },
    {
      reason: 'a budget of something else',
      object: budgetObject({ spec: { selector: null } }),
    },
    {
      reason: 'the addresses of the service for reading',
      object: sliceObject({
        metadata: { labels: { 'kubernetes.io/service-name': 'shop-cnpg-ro' } },
      }),
    },
    {
      reason: "another product's Cluster in an event",
      object: eventObject({
        involvedObject: { apiVersion: 'cluster.x-k8s.io/v1beta1' },
      }),
    },
    {
      reason: "a resource of no operator's that is known here, in an event",
      object: eventObject({
        type: 'Warning',
        involvedObject: {
          apiVersion: 'example.com/v1',
          kind: 'postgresql',
        },
      }),
    },
    {
      reason: 'a normal event that says nothing new',
      object: eventObject({ type: 'Normal', reason: 'CreatingInstance' }),
    },
  ])('is nothing of $reason', ({ object }) => {
    expect(factOf(object)).toBeUndefined();
  });

  it('is found under its database', () => {
    const { index } = new HealthScene({ objects });
    const view = index.view('prod');
    for (const kind of kubernetesKinds(cnpgObservation.observes)) {
      const key =
        { nodes: 'node-1', events: 'Cluster/databases/shop-cnpg' }[kind.id] ??
        'databases/shop-cnpg';
      expect(view.of(kind, key).length).toBeGreaterThan(0);
    }
  });

  it('never is a Secret', () => {
    expect(
      cnpgObservation.observes.map(({ resource }) => resource),
    ).not.toContain('secrets');
  });
});
