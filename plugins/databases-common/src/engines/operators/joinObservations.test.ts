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

import { pod, statefulSet } from '../../kinds';
import { KubeObject } from '../../model';
import { toFact } from '../../observation';
import { arangodb } from '../arangodb/arangodb';
import { clickhouse } from '../clickhouse/clickhouse';
import { crunchy } from '../crunchy/crunchy';
import { percona } from '../percona/percona';
import { postgres } from '../postgresStatefulSet/postgres';
import { stackgres } from '../stackgres/stackgres';
import { zalando } from '../zalando/zalando';
import {
  arangoObject,
  arangoPods,
  clickhouseObject,
  DAYS_AGO,
  labelsOfPod,
  podObject,
  podsOf,
} from './__testUtils__/operatedObjects';
import { OperatedScene } from './__testUtils__/OperatedScene';

const engines = [
  zalando,
  crunchy,
  percona,
  stackgres,
  postgres,
  clickhouse,
  arangodb,
];

/** A StatefulSet that runs an image which anybody would take for a database. */
function setObject(
  image: string,
  labels: { readonly [label: string]: string },
  owner?: { readonly kind: string; readonly name: string },
): KubeObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: {
      name: 'shop',
      namespace: 'data',
      generation: 1,
      creationTimestamp: DAYS_AGO,
      labels,
      ...(owner && { ownerReferences: [{ ...owner, controller: true }] }),
    },
    spec: {
      replicas: 3,
      template: {
        metadata: { labels },
        spec: { containers: [{ name: 'database', image }] },
      },
    },
    status: { replicas: 3, readyReplicas: 3, observedGeneration: 1 },
  } as KubeObject;
}

const seen = { kubernetesCluster: 'prod', observedAt: DAYS_AGO };

describe('what an operator makes', () => {
  it.each([
    { kind: 'postgresql', image: 'zalando/spilo-17:4.0-p2' },
    { kind: 'postgresql', image: 'docker.io/library/postgres:17' },
    { kind: 'PostgresCluster', image: 'crunchydata/postgres:17' },
    { kind: 'SGCluster', image: 'ongres/postgres:17' },
    {
      kind: 'ClickHouseInstallation',
      image: 'clickhouse/clickhouse-server:25.8',
    },
    { kind: 'ArangoDeployment', image: 'arangodb:3.12' },
  ])(
    'is no database of its own: $image with the labels of a $kind',
    ({ kind, image }) => {
      const object = setObject(image, labelsOfPod(kind, 'master'));
      const fact = toFact(statefulSet, object, seen);
      expect(
        engines.flatMap(
          ({ observation }) => (fact && observation!.identify(fact)) ?? [],
        ),
      ).toEqual([]);
    },
  );

  it.each([
    'postgresql',
    'PostgresCluster',
    'PerconaPGCluster',
    'SGCluster',
    'ClickHouseInstallation',
    'ArangoDeployment',
  ])('is no database of its own: one that a %s owns', kind => {
    const object = setObject('postgres:17', {}, { kind, name: 'shop' });
    const fact = toFact(statefulSet, object, seen);
    expect(fact && postgres.observation!.identify(fact)).toEqual(fact && []);
  });

  it('would be one without its labels and its owner', () => {
    const fact = toFact(statefulSet, setObject('postgres:17', {}), seen)!;
    expect(postgres.observation!.identify(fact)).toHaveLength(1);
  });

  it('is a pod of its resource, not of a StatefulSet', () => {
    const object = podObject('shop-0', {
      ...labelsOfPod('postgresql', 'master'),
      'statefulset.kubernetes.io/pod-name': 'shop-0',
    });
    const fact = toFact(pod, object, seen)!;
    expect(pod.keys(fact)).toEqual(['postgresql/data/shop']);
  });
});

describe('an engine that operators run, and plain StatefulSets', () => {
  it.each([
    {
      engine: clickhouse,
      resource: clickhouseObject,
      pods: podsOf('ClickHouseInstallation'),
      image: 'clickhouse/clickhouse-server:25.8',
      secrets: ['shop-clickhouse'],
    },
    {
      engine: arangodb,
      resource: arangoObject,
      pods: arangoPods({ single: 1 }),
      image: 'arangodb:3.12',
      secrets: ['shop-jwt', 'shop-root'],
    },
  ])(
    'is judged by what is there: $engine.title',
    ({ engine, resource, pods, image, secrets }) => {
      const { observation } = engine;
      const operated = new OperatedScene(engine, {
        objects: [resource, ...pods],
      });
      expect(operated.assess().message).toBe('operatedHealth.allReady');
      expect(
        observation!
          .credentials!.read(operated.subject)!
          .uses.map(({ name }) => name),
      ).toEqual(secrets);

      const plain = new OperatedScene(engine, {
        objects: [setObject(image, {})],
      });
      expect(plain.subject.database.id).toBe(`${engine.id}.data.shop@prod`);
      const { message, findings } = plain.assess();
      expect(
        [message, ...findings.map(found => found.message)].filter(key =>
          key.startsWith('operated'),
        ),
      ).toEqual([]);
      expect(observation!.anchors).toHaveLength(2);
    },
  );
});
