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

import { percona } from '../../percona/percona';
import { zalando } from '../../zalando/zalando';
import { deployment } from './operatedEngines';
import {
  arangoClusterObject,
  arangoPods,
  changed,
  Changes,
  HOURS_AGO,
  labelsOfPod,
  MINUTES_AGO,
  notReady,
  perconaObject,
  podObject,
  podsOf,
  zalandoObject,
} from './operatedObjects';
import { OperatedRow } from './OperatedRow';

const [first, second, third] = podsOf('postgresql');
const whole = { agent: 3, dbserver: 3, coordinator: 2 };

function downSince(since: string): Changes {
  return notReady(since);
}

function slice(ready: boolean): OperatedRow['objects'][number] {
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      name: 'shop-abcde',
      namespace: 'data',
      labels: { 'kubernetes.io/service-name': 'shop' },
    },
    ports: [{ name: 'postgresql', port: 5432 }],
    endpoints: [{ conditions: { ready } }],
  } as OperatedRow['objects'][number];
}

function warning(at: string): OperatedRow['objects'][number] {
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: 'shop.1', namespace: 'data' },
    involvedObject: {
      apiVersion: 'acid.zalan.do/v1',
      kind: 'postgresql',
      name: 'shop',
    },
    type: 'Warning',
    reason: 'Sync',
    message: 'could not sync roles: password=test-password is refused',
    lastTimestamp: at,
  } as OperatedRow['objects'][number];
}

/** What pods show, whatever the operator says. */
export const podRows: readonly OperatedRow[] = [
  {
    engine: zalando,
    reason: 'a replica has been missing for hours',
    objects: [zalandoObject, first, second],
    memory: {
      ready: {
        value: '2',
        since: HOURS_AGO,
        previous: { value: '3', until: HOURS_AGO },
      },
    },
    state: 'degraded',
    message: 'operatedInstances.partialAbsent',
  },
  {
    engine: zalando,
    reason: 'a replica is not ready for hours',
    objects: [
      zalandoObject,
      ...podsOf('postgresql', [{}, {}, downSince(HOURS_AGO)]),
    ],
    state: 'degraded',
    message: 'operatedInstances.partial',
  },
  {
    engine: zalando,
    reason: 'a replica is not ready for minutes',
    objects: [
      zalandoObject,
      ...podsOf('postgresql', [{}, {}, downSince(MINUTES_AGO)]),
    ],
    state: 'progressing',
    message: 'operatedInstances.partialYoung',
  },
  {
    engine: zalando,
    reason: 'all instances are gone for minutes',
    objects: [
      zalandoObject,
      ...podsOf('postgresql', Array(3).fill(downSince(MINUTES_AGO))),
    ],
    state: 'progressing',
    message: 'operatedInstances.outageYoung',
  },
  {
    engine: percona,
    reason: 'it was made minutes ago, and nothing is ready',
    objects: [
      changed(perconaObject, {
        'metadata.creationTimestamp': MINUTES_AGO,
        'status.state': 'initializing',
      }),
    ],
    state: 'progressing',
    message: 'operatedInstances.coming',
  },
  {
    engine: zalando,
    reason: 'one more is ready than is asked for',
    objects: [
      changed(zalandoObject, { 'spec.numberOfInstances': 2 }),
      first,
      second,
      third,
    ],
    state: 'progressing',
    message: 'operatedInstances.surplus',
  },
  {
    engine: zalando,
    reason: 'no image for an instance can be had',
    objects: [
      zalandoObject,
      ...podsOf('postgresql', [
        {},
        {},
        {
          ...downSince(HOURS_AGO),
          'status.containerStatuses': [
            { state: { waiting: { reason: 'ImagePullBackOff' } } },
          ],
        },
      ]),
    ],
    state: 'degraded',
    message: 'cnpgPods.image',
  },
  {
    engine: zalando,
    reason: 'no instance is labeled as the primary',
    objects: [
      zalandoObject,
      podObject('shop-0', labelsOfPod('postgresql', 'replica')),
      second,
      third,
    ],
    state: 'failed',
    message: 'operatedPrimary.none',
  },
  {
    engine: zalando,
    reason: 'two ready instances are labeled as the primary',
    objects: [
      zalandoObject,
      first,
      podObject('shop-1', labelsOfPod('postgresql', 'master')),
      third,
    ],
    state: 'failed',
    message: 'operatedPrimary.several',
  },
  {
    engine: zalando,
    reason: 'the primary is not ready, and its replicas are',
    objects: [zalandoObject, ...podsOf('postgresql', [downSince(HOURS_AGO)])],
    state: 'failed',
    message: 'operatedPrimary.down',
  },
  {
    engine: zalando,
    reason: 'the primary is not ready for minutes',
    objects: [zalandoObject, ...podsOf('postgresql', [downSince(MINUTES_AGO)])],
    state: 'degraded',
    message: 'operatedPrimary.down',
  },
  {
    engine: zalando,
    reason: 'the service for writing leads nowhere',
    objects: [zalandoObject, first, second, third, slice(false)],
    state: 'failed',
    message: 'operatedWriter.empty',
  },
  {
    engine: zalando,
    reason: 'the selector of the service for writing fits no pod',
    objects: [
      zalandoObject,
      first,
      second,
      third,
      changed(slice(false), { endpoints: null, ports: null }),
    ],
    state: 'failed',
    message: 'operatedWriter.empty',
  },
  {
    engine: zalando,
    reason: 'the service for writing leads nowhere since a minute ago',
    objects: [zalandoObject, first, second, third, slice(false)],
    memory: {
      writer: {
        value: 'none',
        since: MINUTES_AGO,
        previous: { value: 'some', until: MINUTES_AGO },
      },
    },
    state: 'degraded',
    message: 'operatedWriter.empty',
  },
  {
    engine: zalando,
    reason: 'the service for writing leads to the primary',
    objects: [zalandoObject, first, second, third, slice(true)],
    state: 'healthy',
    message: 'operatedHealth.healthy',
  },
  {
    engine: zalando,
    reason: 'the operator warned a while ago',
    objects: [zalandoObject, first, second, third, warning(MINUTES_AGO)],
    state: 'healthy',
    message: 'operatedEvents.warning',
  },
  {
    engine: zalando,
    reason: 'pods of a pooler and of a dump are no instances',
    objects: [
      zalandoObject,
      first,
      second,
      third,
      podObject('shop-pooler-1', {
        application: 'db-connection-pooler',
        'cluster-name': 'shop',
      }),
      podObject('logical-backup-shop-1', {
        application: 'spilo-logical-backup',
        'cluster-name': 'shop',
      }),
    ],
    state: 'healthy',
    message: 'operatedHealth.healthy',
  },
  {
    engine: zalando,
    reason: 'production has one instance',
    objects: [
      changed(zalandoObject, {
        'spec.numberOfInstances': 1,
        'metadata.labels': { 'basewell.dev/environment': 'prod' },
      }),
      first,
    ],
    state: 'healthy',
    message: 'operatedSingle.single',
  },
  {
    engine: zalando,
    reason: 'it is being deleted',
    objects: [
      changed(zalandoObject, { 'metadata.deletionTimestamp': HOURS_AGO }),
      first,
      second,
      third,
    ],
    state: 'failed',
    message: 'operatedDeletion.terminating',
  },
  {
    engine: zalando,
    reason: 'it is not there any more',
    objects: [],
    state: 'unknown',
    message: 'operatedHealth.gone',
  },
  {
    engine: zalando,
    reason: 'nobody may look whether it is there',
    objects: [],
    coverage: { 'postgresqls.acid.zalan.do': 'forbidden' },
    state: 'unknown',
    message: 'coverage.forbidden',
  },
  {
    engine: deployment,
    reason: 'all members of a cluster are ready',
    objects: [arangoClusterObject, ...arangoPods(whole)],
    state: 'healthy',
    message: 'operatedHealth.allReady',
  },
  {
    engine: deployment,
    reason: 'an exporter beside the members is no member',
    objects: [arangoClusterObject, ...arangoPods({ ...whole, exporter: 1 })],
    state: 'healthy',
    message: 'operatedHealth.allReady',
  },
  {
    engine: deployment,
    reason: 'two of three agents are gone',
    objects: [arangoClusterObject, ...arangoPods({ ...whole, agent: 1 })],
    state: 'failed',
    message: 'operatedGroup.down',
  },
  {
    engine: deployment,
    reason: 'one of three agents is gone',
    objects: [arangoClusterObject, ...arangoPods({ ...whole, agent: 2 })],
    memory: {
      ready: {
        value: '7',
        since: HOURS_AGO,
        previous: { value: '8', until: HOURS_AGO },
      },
    },
    state: 'degraded',
    message: 'operatedInstances.partialAbsent',
  },
  {
    engine: deployment,
    reason: 'no coordinator is there to ask',
    objects: [arangoClusterObject, ...arangoPods({ agent: 3, dbserver: 3 })],
    state: 'failed',
    message: 'operatedGroup.down',
  },
];
