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

import { AssessmentClock, defaultAssessmentSettings } from '../assessment';
import { redis } from '../engines';
import { otherObjects } from '../engines/statefulSets/__testUtils__/statefulObjects';
import { application, statefulSet } from '../kinds';
import { KubeObject } from '../model';
import { FactIndex, toFact } from '../observation';
import { deliveryLane } from './deliveryLane';

const now = '2026-11-21T09:00:00Z';

const master = otherObjects('cache-master', 'bitnami/redis:7.4.1', {
  labels: {
    'app.kubernetes.io/name': 'redis',
    'app.kubernetes.io/component': 'master',
  },
})[0];

function deliveredBy(resource: string): KubeObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'cache', namespace: 'argocd' },
    spec: {
      destination: {
        server: 'https://kubernetes.default.svc',
        namespace: 'data',
      },
    },
    status: {
      sync: { status: 'OutOfSync', revision: 'abc' },
      health: { status: 'Healthy' },
      resources: [
        {
          group: 'apps',
          kind: 'StatefulSet',
          namespace: 'data',
          name: resource,
          status: 'OutOfSync',
        },
      ],
    },
  };
}

function assess(resource: string) {
  const index = new FactIndex([application, statefulSet]);
  const seen = { kubernetesCluster: 'prod', observedAt: now };
  const fact = toFact(statefulSet, master, seen)!;
  index.put(fact);
  index.put(toFact(application, deliveredBy(resource), seen)!);
  index.cover({
    kubernetesCluster: 'prod',
    kind: application.id,
    state: 'synced',
    since: now,
    objects: 1,
  });
  return deliveryLane([redis]).assess({
    database: redis.observation!.identify(fact)[0],
    facts: index.view('prod'),
    memory: { get: () => undefined },
    clock: new AssessmentClock(now),
    settings: defaultAssessmentSettings,
  });
}

describe('the delivery of a database that is a StatefulSet', () => {
  it('is that of the Application that lists a part of it', () => {
    expect(assess('cache-master')).toMatchObject({
      state: 'out-of-sync',
      message: 'syncStatus.database',
    });
    expect(assess('cache-replicas')).toMatchObject({ state: 'out-of-sync' });
  });

  it('is not that of an Application that lists another', () => {
    expect(assess('cache-exporter')).toBeUndefined();
  });
});
