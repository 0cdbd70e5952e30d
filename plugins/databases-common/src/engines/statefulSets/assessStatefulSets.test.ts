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

import { statefulSets } from '../../messages/en/statefulSets';
import { engineStatefulRows } from './__testUtils__/engineStatefulRows';
import { guardStatefulRows } from './__testUtils__/guardStatefulRows';
import { servingStatefulRows } from './__testUtils__/servingStatefulRows';
import {
  statefulSetObject,
  movedObjects,
  wellObjects,
} from './__testUtils__/statefulObjects';
import { StatefulRow, StatefulScene } from './__testUtils__/StatefulScene';
import { statefulSetRules } from './statefulSetRules';

const rows: readonly StatefulRow[] = [
  ...servingStatefulRows,
  ...guardStatefulRows,
  ...engineStatefulRows,
];

const anyState = expect.objectContaining({ state: expect.anything() });

/** The finding that has to be there; without one, none may be about the state. */
function wantedOf({ rule, message }: StatefulRow) {
  return rule
    ? expect.arrayContaining([
        expect.objectContaining({ rule, ...(message && { message }) }),
      ])
    : expect.not.arrayContaining([anyState]);
}

describe('the health of a database that is a StatefulSet', () => {
  it.each(rows)('$reason: $state', row => {
    const { rule, message, since, state } = row;
    expect(new StatefulScene(row).assess()).toMatchObject({
      state,
      ...(since && { since }),
      ...(message && !rule && { message }),
      findings: wantedOf(row),
    });
  });

  it.each(rows)('$reason: in whole sentences, with evidence', row => {
    const verdict = new StatefulScene(row).assess();
    const words = [verdict, ...verdict.findings].map(({ summary }) => summary);
    expect(words.join('\n')).not.toMatch(/[{}]|undefined|NaN/);
    expect(verdict.evidence).not.toEqual([]);
  });

  it('is asked about by every rule in some row', () => {
    const heard = rows.flatMap(row =>
      new StatefulScene(row).assess().findings.map(({ rule }) => rule),
    );
    expect(
      statefulSetRules.map(({ id }) => id).filter(id => !heard.includes(id)),
    ).toEqual([]);
  });

  it('is put into every sentence in some row', () => {
    const heard = rows.flatMap(row => {
      const verdict = new StatefulScene(row).assess();
      return [verdict, ...verdict.findings].map(({ message }) => message);
    });
    expect(
      Object.keys(statefulSets).filter(key => !heard.includes(key)),
    ).toEqual([]);
  });

  it('says nothing but what it cannot know of one that is well', () => {
    const { findings } = new StatefulScene({ objects: wellObjects() }).assess();
    expect(findings.map(({ rule }) => rule)).toEqual(['postgres-replication']);
  });

  it('looks for the claims of pods that do not begin at 0', () => {
    const { findings } = new StatefulScene({
      objects: movedObjects([5, 6]),
    }).assess();
    expect(findings).toContainEqual(
      expect.objectContaining({
        message: 'statefulClaims.missing',
        params: { claims: ['data-orders-db-7'] },
      }),
    );
  });

  it('rests on the pods and on what their controller says', () => {
    const { summary, evidence } = new StatefulScene({
      objects: wellObjects(),
    }).assess();
    expect(summary).toBe('3 of 3 pods are ready.');
    expect(evidence.map(({ field, value }) => `${field}: ${value}`)).toEqual([
      'spec.replicas: 3',
      'status.readyReplicas: 3',
      'status.conditions[Ready]: 3',
    ]);
  });
});

describe('a database that is a StatefulSet', () => {
  const scene = new StatefulScene({ objects: wellObjects() });

  it('is identified', () => {
    expect(scene.databases).toEqual([
      {
        id: 'postgres.data.orders-db@prod',
        engine: 'postgres',
        kubernetesCluster: 'prod',
        namespace: 'data',
        name: 'orders-db',
        version: '16',
        app: 'orders',
        environment: 'dev',
        owner: 'group:default/orders',
        services: ['component:default/orders'],
        createdAt: '2026-10-01T08:00:00Z',
      },
    ]);
  });

  it('is described', () => {
    expect(scene.describe()).toEqual({
      instances: [0, 1, 2].map(ordinal => ({
        name: `orders-db-${ordinal}`,
        role: 'unknown',
        ready: true,
        remarks: [],
        node: `node-${ordinal}`,
      })),
      connection: {
        host: 'orders-db.data.svc.cluster.local',
        port: 5432,
        secret: 'orders-db',
        secretKeys: ['password'],
        commands: [
          'kubectl port-forward -n data service/orders-db 5432:5432',
          'kubectl exec -it -n data orders-db-0 -c postgresql -- psql -U postgres',
        ],
      },
      resources: {
        storageBytes: 3 * 10 * 2 ** 30,
        cpuMillis: 1800,
        memoryBytes: 3 * 640 * 2 ** 20,
      },
    });
  });

  it('is reached under the names of its services, and marked by Argo CD', () => {
    const { observation: own } = scene.engine;
    expect(own!.addresses!(scene.subject)).toEqual([
      'orders-db.data',
      'orders-db-headless.data',
    ]);
    expect(own!.tracking!(scene.subject)).toEqual([
      'orders-db:apps/StatefulSet:data/orders-db',
    ]);
  });

  it('is not marked by a mark that was copied', () => {
    const copied = new StatefulScene({
      objects: [
        statefulSetObject({
          metadata: {
            annotations: {
              'argocd.argoproj.io/tracking-id':
                'other:apps/StatefulSet:data/other',
            },
          },
        }),
      ],
    });
    expect(copied.engine.observation!.tracking!(copied.subject)).toEqual([]);
  });
});
