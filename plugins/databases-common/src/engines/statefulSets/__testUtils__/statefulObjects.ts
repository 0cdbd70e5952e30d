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

import { KubeObject } from '../../../model';
import { Patch, patched } from '../../cnpg/__testUtils__/objects';

export const NAMESPACE = 'data';
const LONG_AGO = '2026-10-01T08:00:00Z';
export const HOURS_AGO = '2026-11-21T08:00:00Z';
export const JUST_NOW = '2026-11-21T11:58:00Z';

const labels = { app: 'orders-db', 'app.kubernetes.io/name': 'orders' };

/** Three pods of PostgreSQL as somebody wrote them by hand, and all is well. */
export function statefulSetObject(patch: Patch = {}): KubeObject {
  return patched(
    {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: {
        name: 'orders-db',
        namespace: NAMESPACE,
        uid: '5a0e6d0e-6b3e-4a35-8d5c-0d7ad2d6b001',
        generation: 4,
        creationTimestamp: LONG_AGO,
        labels: {
          ...labels,
          'basewell.dev/app': 'orders',
          'basewell.dev/environment': 'dev',
        },
        annotations: {
          'basewell.dev/owner': 'group:default/orders',
          'basewell.dev/service': 'component:default/orders',
          'argocd.argoproj.io/tracking-id':
            'orders-db:apps/StatefulSet:data/orders-db',
          'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
        },
      },
      spec: {
        replicas: 3,
        serviceName: 'orders-db-headless',
        updateStrategy: { type: 'RollingUpdate' },
        template: {
          metadata: { labels },
          spec: {
            affinity: { podAntiAffinity: {} },
            containers: [
              {
                name: 'postgresql',
                image: 'docker.io/library/postgres:16.4-alpine@sha256:0123',
                ports: [{ name: 'postgres', containerPort: 5432 }],
                env: [
                  { name: 'POSTGRES_USER', value: 'orders' },
                  {
                    name: 'POSTGRES_PASSWORD',
                    valueFrom: {
                      secretKeyRef: { name: 'orders-db', key: 'password' },
                    },
                  },
                ],
                resources: {
                  requests: { cpu: '500m', memory: '512Mi' },
                  limits: { cpu: '2', memory: '2Gi' },
                },
              },
              {
                name: 'exporter',
                image: 'quay.io/prometheuscommunity/postgres-exporter:v0.15.0',
                resources: {
                  requests: { cpu: '100m', memory: '128Mi' },
                  limits: { cpu: '500m', memory: '256Mi' },
                },
              },
            ],
          },
        },
        volumeClaimTemplates: [
          {
            metadata: { name: 'data' },
            spec: {
              storageClassName: 'keeping',
              resources: { requests: { storage: '10Gi' } },
            },
          },
        ],
      },
      status: {
        replicas: 3,
        readyReplicas: 3,
        updatedReplicas: 3,
        currentRevision: 'orders-db-6d4f',
        updateRevision: 'orders-db-6d4f',
        observedGeneration: 4,
      },
    },
    patch,
  );
}

export function memberObject(
  ordinal: number,
  patch: Patch = {},
  name = 'orders-db',
): KubeObject {
  return patched(
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: `${name}-${ordinal}`,
        namespace: NAMESPACE,
        creationTimestamp: LONG_AGO,
        labels: {
          ...labels,
          'statefulset.kubernetes.io/pod-name': `${name}-${ordinal}`,
          'controller-revision-hash': `${name}-6d4f`,
        },
        ownerReferences: [
          { apiVersion: 'apps/v1', kind: 'StatefulSet', name, uid: 'u' },
        ],
      },
      spec: { nodeName: `node-${ordinal}` },
      status: {
        phase: 'Running',
        startTime: LONG_AGO,
        conditions: [
          { type: 'Ready', status: 'True', lastTransitionTime: LONG_AGO },
        ],
        containerStatuses: [{ restartCount: 0, state: { running: {} } }],
      },
    },
    patch,
  );
}

/** A pod that runs and is not ready. */
export function unready(since: string): Patch {
  return {
    status: {
      conditions: [
        { type: 'Ready', status: 'False', lastTransitionTime: since },
      ],
    },
  };
}

export function claimOf(ordinal: number, patch: Patch = {}): KubeObject {
  return patched(
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: {
        name: `data-orders-db-${ordinal}`,
        namespace: NAMESPACE,
        creationTimestamp: LONG_AGO,
      },
      spec: {
        storageClassName: 'keeping',
        resources: { requests: { storage: '10Gi' } },
      },
      status: { phase: 'Bound' },
    },
    patch,
  );
}

export function serviceObject(name: string, spec: Patch = {}): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: NAMESPACE },
    spec: patched(
      {
        type: 'ClusterIP',
        clusterIP: '10.96.0.7',
        selector: { app: 'orders-db' },
        ports: [{ name: 'postgres', port: 5432 }],
      } as {} as KubeObject,
      spec,
    ),
  };
}

export function slicesOf(service: string, ready: number): KubeObject {
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      name: `${service}-x7k2p`,
      namespace: NAMESPACE,
      labels: { 'kubernetes.io/service-name': service },
    },
    ports: [{ name: 'postgres', port: 5432 }],
    endpoints: [0, 1, 2].map(index => ({
      conditions: { ready: index < ready },
    })),
  };
}

export function storageClassObject(reclaimPolicy = 'Retain'): KubeObject {
  return {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: 'keeping' },
    provisioner: 'csi.example.com',
    reclaimPolicy,
  };
}

/** What Kubernetes writes for a service whose selector fits no pod: no ports, and nobody. */
export function placeholderSlice(service: string): KubeObject {
  return patched(slicesOf(service, 0), { endpoints: null, ports: null });
}

/** The writer by itself, so that no write goes to a replica. */
const writerSelector = {
  selector: { 'statefulset.kubernetes.io/pod-name': 'orders-db-0' },
};

/** Everything of a database that is well. */
export function wellObjects(patch: Patch = {}): readonly KubeObject[] {
  return [statefulSetObject(patch), ...surroundings()];
}

/** The same with pods that begin at 5, of which these are there. */
export function movedObjects(
  ordinals: readonly number[],
): readonly KubeObject[] {
  const label = 'statefulset.kubernetes.io/pod-name';
  return [
    statefulSetObject({
      spec: { ordinals: { start: 5 } },
      status: { replicas: ordinals.length, readyReplicas: ordinals.length },
    }),
    ...ordinals.flatMap(ordinal => [memberObject(ordinal), claimOf(ordinal)]),
    serviceObject('orders-db', { selector: { [label]: 'orders-db-5' } }),
    slicesOf('orders-db', 1),
  ];
}

/** The same without the StatefulSet itself. */
export function surroundings(): readonly KubeObject[] {
  return [
    ...[0, 1, 2].flatMap(ordinal => [memberObject(ordinal), claimOf(ordinal)]),
    serviceObject('orders-db', writerSelector),
    serviceObject('orders-db-headless', { clusterIP: 'None' }),
    slicesOf('orders-db', 1),
    storageClassObject(),
  ];
}

/** A StatefulSet of another engine, with as many pods as it wants. */
export function otherObjects(
  name: string,
  image: string,
  options: {
    readonly replicas?: number;
    readonly labels?: { readonly [label: string]: string };
    readonly template?: Patch;
    readonly patch?: Patch;
  } = {},
): readonly KubeObject[] {
  const { replicas = 1, labels: own = {}, template = {}, patch = {} } = options;
  return [
    statefulSetObject({
      metadata: {
        name,
        labels: { 'app.kubernetes.io/name': null, app: null, ...own },
        annotations: { 'argocd.argoproj.io/tracking-id': null },
      },
      spec: {
        replicas,
        template: {
          metadata: { labels: { 'app.kubernetes.io/name': null, app: name } },
          spec: {
            containers: [
              {
                name: 'server',
                image,
                resources: {
                  requests: { memory: '1Gi' },
                  limits: { memory: '1Gi' },
                },
                ...template,
              },
            ],
          },
        },
      },
      status: {
        replicas,
        readyReplicas: replicas,
        updatedReplicas: replicas,
      },
      ...patch,
    }),
    ...Array.from({ length: replicas }, (_, ordinal) =>
      memberObject(ordinal, {}, name),
    ),
  ];
}
