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

import { Fact, KubeObject } from '../../model';
import { HealthScene } from './__testUtils__/HealthScene';
import {
  claimObject,
  clusterObject,
  databaseObject,
  healthyObjects,
  jobPodObject,
  nodeObject,
  notReady,
  podObject,
  poolerObject,
} from './__testUtils__/objects';
import { cnpgObservation } from './cnpgObservation';

describe('a CNPG database', () => {
  it('is known by its Cluster', () => {
    expect(
      new HealthScene({ objects: [clusterObject()] }).subject.database,
    ).toEqual({
      id: 'cnpg.databases.shop-cnpg@prod',
      engine: 'cnpg',
      kubernetesCluster: 'prod',
      namespace: 'databases',
      name: 'shop-cnpg',
      database: 'shop',
      version: '17',
      app: 'shop',
      environment: 'prod',
      owner: 'group:default/payments',
      services: ['component:default/shop'],
      createdAt: '2026-10-01T08:00:00Z',
    });
  });

  it.each([
    { reason: 'what runs', patch: {}, version: '17' },
    {
      reason: 'the image that runs',
      patch: { status: { pgDataImageInfo: null } },
      version: '17',
    },
    {
      reason: 'the image that is asked for, whatever its digest',
      patch: {
        spec: { imageName: 'registry:5000/pg:16@sha256:0123' },
        status: null,
      },
      version: '16',
    },
    {
      reason: 'the catalog',
      patch: {
        spec: { imageName: null, imageCatalogRef: { name: 'all', major: 18 } },
        status: null,
      },
      version: '18',
    },
    {
      reason: 'nothing',
      patch: { spec: { imageName: 'registry:5000/pg' }, status: null },
      version: undefined,
    },
  ])('has its version from $reason', ({ patch, version }) => {
    expect(
      new HealthScene({ objects: [clusterObject(patch)] }).subject.database
        .version,
    ).toBe(version);
  });

  it('stays one while it is deleted', () => {
    const { facts } = new HealthScene({
      objects: [
        clusterObject({
          metadata: { deletionTimestamp: '2026-11-21T11:00:00Z' },
        }),
      ],
    });
    expect(cnpgObservation.identify(facts[0])).toHaveLength(1);
  });

  it('is described', () => {
    const scene = new HealthScene({
      objects: [
        ...healthyObjects({
          metadata: {
            annotations: { 'cnpg.io/fencedInstances': '["shop-cnpg-3"]' },
          },
        }),
        nodeObject(),
      ],
    });
    expect(cnpgObservation.describe!(scene.subject)).toEqual({
      resources: { storageBytes: 60 * 2 ** 30 },
      instances: [
        {
          name: 'shop-cnpg-1',
          role: 'primary',
          ready: true,
          remarks: [],
          timeline: 4,
          node: 'node-1',
          zone: 'eu-1a',
        },
        {
          name: 'shop-cnpg-2',
          role: 'replica',
          ready: true,
          remarks: [],
          timeline: 4,
          node: 'node-2',
        },
        {
          name: 'shop-cnpg-3',
          role: 'replica',
          ready: true,
          remarks: ['fenced'],
          timeline: 4,
          node: 'node-3',
        },
      ],
      connection: {
        host: 'shop-cnpg-rw.databases.svc.cluster.local',
        port: 5432,
        database: 'shop',
        secret: 'shop-initdb-secret',
        secretKeys: ['username', 'password'],
        commands: [
          'kubectl port-forward -n databases service/shop-cnpg-rw 5432:5432',
          'kubectl cnpg psql shop-cnpg -n databases -- shop',
        ],
      },
      quotes: [
        {
          by: 'CloudNativePG',
          text: 'Cluster in healthy state',
          object: 'Cluster databases/shop-cnpg',
        },
      ],
    });
  });

  it('is remembered by what has no time of its own', () => {
    const { subject } = new HealthScene({ objects: healthyObjects() });
    expect(cnpgObservation.remember!(subject)).toEqual([
      { key: 'phase', value: 'Cluster in healthy state' },
      { key: 'hibernation', value: 'off' },
      { key: 'ready', value: '3' },
      { key: 'writer', value: 'some' },
    ]);
  });

  it('is not described when it is gone', () => {
    const { subject } = new HealthScene({ objects: [] });
    expect(cnpgObservation.describe!(subject)).toEqual({});
    expect(cnpgObservation.remember!(subject)).toEqual([]);
  });
});

describe('an object by itself', () => {
  const rows: readonly {
    readonly reason: string;
    readonly object: KubeObject;
    readonly state?: string;
    readonly rule?: string;
  }[] = [
    { reason: 'a pod that is ready', object: podObject(1), state: 'healthy' },
    {
      reason: 'a pod that is not',
      object: podObject(1, notReady('2026-11-21T11:00:00Z')),
      state: 'progressing',
    },
    {
      reason: 'a job that failed',
      object: jobPodObject('initdb'),
      state: 'failed',
    },
    {
      reason: 'a pod of which nobody knows',
      object: podObject(1, { status: null }),
      state: 'unknown',
    },
    {
      reason: 'a pod without its image',
      object: podObject(1, {
        status: {
          containerStatuses: [
            { state: { waiting: { reason: 'ErrImagePull' } } },
          ],
        },
      }),
      state: 'failed',
      rule: 'cnpg-pods',
    },
    { reason: 'a volume', object: claimObject(), state: 'healthy' },
    {
      reason: 'a volume that is lost',
      object: claimObject({ status: { phase: 'Lost' } }),
      state: 'failed',
      rule: 'cnpg-storage',
    },
    { reason: 'a pooler', object: poolerObject(), state: 'healthy' },
    {
      reason: 'a pooler that says nothing',
      object: poolerObject({ status: null }),
      state: 'unknown',
    },
    {
      reason: 'a logical database',
      object: databaseObject(),
      state: 'healthy',
    },
    {
      reason: 'a logical database that nobody looked at',
      object: databaseObject({ status: null }),
      state: 'unknown',
      rule: 'cnpg-databases',
    },
    {
      reason: 'a Cluster',
      object: clusterObject(),
      state: 'failed',
      rule: 'cnpg-instances',
    },
    { reason: 'a node', object: nodeObject(), state: undefined },
  ];

  it.each(rows)('$reason is $state', ({ object, state, rule }) => {
    const scene = new HealthScene({ objects: [object] });
    const fact: Fact = scene.facts[0];
    const verdict = cnpgObservation.assessObject!(fact, scene.context);
    expect(verdict?.state).toBe(state);
    expect(verdict?.findings[0]?.rule).toBe(rule);
  });
});
