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

import { crunchy } from '../../crunchy/crunchy';
import { percona } from '../../percona/percona';
import { stackgres } from '../../stackgres/stackgres';
import { zalando } from '../../zalando/zalando';
import { deployment, installation } from './operatedEngines';
import {
  arangoObject,
  arangoPods,
  Changes,
  changed,
  clickhouseObject,
  crunchyObject,
  HOURS_AGO,
  MINUTES_AGO,
  notReady,
  perconaObject,
  podsOf,
  stackgresObject,
  zalandoObject,
} from './operatedObjects';
import { OperatedRow } from './OperatedRow';

const spilo = podsOf('postgresql');
const pgo = podsOf('PostgresCluster');
const patroni = podsOf('SGCluster');
const hosts = podsOf('ClickHouseInstallation');
const single = arangoPods({ single: 1 });

function zalandoSays(word: unknown): Changes {
  return { 'status.PostgresClusterStatus': word };
}

function remembered(key: string, value: string) {
  return { [key]: { value, since: HOURS_AGO } };
}

/** The words of each operator, with pods that are well and with pods that are not. */
export const wordRows: readonly OperatedRow[] = [
  {
    engine: zalando,
    reason: 'Zalando: Running, and three pods are ready',
    objects: [zalandoObject, ...spilo],
    state: 'healthy',
    message: 'operatedHealth.healthy',
  },
  {
    engine: zalando,
    reason: 'Zalando: Running, as operators before 1.0 wrote it',
    objects: [changed(zalandoObject, { status: 'Running' }), ...spilo],
    state: 'healthy',
    message: 'operatedHealth.healthy',
  },
  {
    engine: zalando,
    reason: 'Zalando: Running, and no pod is ready',
    objects: [
      zalandoObject,
      ...podsOf('postgresql', Array(3).fill(notReady(HOURS_AGO))),
    ],
    state: 'failed',
    message: 'operatedInstances.outage',
  },
  {
    engine: zalando,
    reason: 'Zalando: Running, and there is no pod at all',
    objects: [zalandoObject],
    state: 'failed',
    message: 'operatedInstances.outage',
  },
  {
    engine: zalando,
    reason: 'Zalando: Running, and pods may not be seen',
    objects: [zalandoObject],
    coverage: { pods: 'forbidden' },
    state: 'unknown',
    message: 'operatedHealth.unseen',
  },
  {
    engine: zalando,
    reason: 'Zalando: Creating, a moment after it was made',
    objects: [
      changed(zalandoObject, {
        ...zalandoSays('Creating'),
        'metadata.creationTimestamp': MINUTES_AGO,
      }),
    ],
    state: 'progressing',
    message: 'operatedWord.going',
  },
  {
    engine: zalando,
    reason: 'Zalando: Creating for weeks',
    objects: [changed(zalandoObject, zalandoSays('Creating'))],
    state: 'failed',
    message: 'operatedWord.startStuck',
  },
  {
    engine: zalando,
    reason: 'Zalando: Updating since a moment that nobody remembers',
    objects: [changed(zalandoObject, zalandoSays('Updating')), ...spilo],
    state: 'progressing',
    message: 'operatedWord.going',
  },
  {
    engine: zalando,
    reason: 'Zalando: Updating for hours',
    objects: [changed(zalandoObject, zalandoSays('Updating')), ...spilo],
    memory: remembered('word', 'Updating'),
    state: 'degraded',
    message: 'operatedWord.stuck',
  },
  ...['UpdateFailed', 'SyncFailed', 'Invalid'].map((word): OperatedRow => ({
    engine: zalando,
    reason: `Zalando: ${word}, and what ran before still does`,
    objects: [changed(zalandoObject, zalandoSays(word)), ...spilo],
    state: 'degraded',
    message: 'operatedWord.refused',
  })),
  {
    engine: zalando,
    reason: 'Zalando: SyncFailed, and nothing is ready',
    objects: [changed(zalandoObject, zalandoSays('SyncFailed'))],
    state: 'failed',
    message: 'operatedInstances.outage',
  },
  {
    engine: zalando,
    reason: 'Zalando: CreateFailed',
    objects: [changed(zalandoObject, zalandoSays('CreateFailed'))],
    state: 'failed',
    message: 'operatedWord.failed',
  },
  {
    engine: zalando,
    reason: 'Zalando: CreateFailed once, and came up later all the same',
    objects: [changed(zalandoObject, zalandoSays('CreateFailed')), ...spilo],
    state: 'degraded',
    message: 'operatedWord.failed',
  },
  {
    engine: zalando,
    reason: 'Zalando: a word of a later version',
    objects: [changed(zalandoObject, zalandoSays('Rebalancing')), ...spilo],
    state: 'unknown',
    message: 'operatedWord.unknown',
  },
  {
    engine: zalando,
    reason: 'Zalando: no word',
    objects: [changed(zalandoObject, { status: undefined })],
    state: 'unknown',
    message: 'operatedWord.absent',
  },
  {
    engine: crunchy,
    reason: 'Crunchy: all counts agree',
    objects: [crunchyObject, ...pgo],
    state: 'healthy',
    message: 'operatedHealth.healthy',
  },
  {
    engine: crunchy,
    reason: 'Crunchy: it counts three, and pods may not be seen',
    objects: [crunchyObject],
    coverage: { pods: 'unreachable' },
    state: 'unknown',
    message: 'operatedHealth.unseen',
  },
  {
    engine: crunchy,
    reason: 'Crunchy: a set that it has not counted, a count of 0 is not sent',
    objects: [
      changed(crunchyObject, {
        'status.instances': [{ name: 'instance1', replicas: 3 }],
      }),
    ],
    coverage: { pods: 'forbidden' },
    state: 'failed',
    message: 'operatedInstances.outage',
  },
  {
    engine: crunchy,
    reason: 'Crunchy: all pods are ready, and it counts two',
    objects: [
      changed(crunchyObject, {
        'status.instances': [
          { name: 'instance1', replicas: 3, readyReplicas: 2 },
        ],
      }),
      ...pgo,
    ],
    state: 'unknown',
    message: 'operatedInstances.contradiction',
  },
  {
    engine: crunchy,
    reason: 'Crunchy: no status yet',
    objects: [changed(crunchyObject, { status: undefined })],
    state: 'unknown',
    message: 'operatedWord.absent',
  },
  {
    engine: crunchy,
    reason: 'Crunchy: has not come to the last change for hours',
    objects: [changed(crunchyObject, { 'metadata.generation': 4 }), ...pgo],
    memory: remembered('behind', 'true'),
    state: 'degraded',
    message: 'operatedGeneration.behind',
  },
  {
    engine: crunchy,
    reason: 'Crunchy: has not come to a change that is new',
    objects: [changed(crunchyObject, { 'metadata.generation': 4 }), ...pgo],
    state: 'progressing',
    message: 'operatedGeneration.behind',
  },
  {
    engine: crunchy,
    reason: 'Crunchy: shut down, and nothing runs',
    objects: [changed(crunchyObject, { 'spec.shutdown': true })],
    state: 'hibernated',
    message: 'operatedStop.stopped',
  },
  {
    engine: crunchy,
    reason: 'Crunchy: shut down, and pods still run',
    objects: [changed(crunchyObject, { 'spec.shutdown': true }), ...pgo],
    state: 'progressing',
    message: 'operatedStop.stopping',
  },
  {
    engine: crunchy,
    reason: 'Crunchy: the pooler is down',
    objects: [
      changed(crunchyObject, {
        'status.proxy': { pgBouncer: { replicas: 2 } },
      }),
      ...pgo,
    ],
    state: 'degraded',
    message: 'operatedPooler.down',
  },
  {
    engine: crunchy,
    reason: 'Crunchy: half of the pooler is down',
    objects: [
      changed(crunchyObject, {
        'status.proxy.pgBouncer.readyReplicas': 1,
      }),
      ...pgo,
    ],
    state: 'healthy',
    message: 'operatedPooler.partial',
  },
  {
    engine: crunchy,
    reason: 'Crunchy: reconciliation is paused',
    objects: [changed(crunchyObject, { 'spec.paused': true }), ...pgo],
    state: 'healthy',
    message: 'operatedPaused.paused',
  },
  {
    engine: percona,
    reason: 'Percona: ready',
    objects: [perconaObject, ...pgo],
    state: 'healthy',
    message: 'operatedHealth.healthy',
  },
  {
    engine: percona,
    reason: 'Percona: ready, and no pod is',
    objects: [perconaObject],
    state: 'failed',
    message: 'operatedInstances.outage',
  },
  {
    engine: percona,
    reason: 'Percona: initializing for hours',
    objects: [
      changed(perconaObject, { 'status.state': 'initializing' }),
      ...pgo,
    ],
    memory: remembered('word', 'initializing'),
    state: 'degraded',
    message: 'operatedWord.stuck',
  },
  {
    engine: percona,
    reason: 'Percona: error, as operators before 3 say',
    objects: [changed(perconaObject, { 'status.state': 'error' })],
    state: 'failed',
    message: 'operatedWord.failed',
  },
  {
    engine: percona,
    reason: 'Percona: paused as asked, and nobody sees pods',
    objects: [
      changed(perconaObject, { 'spec.pause': true, 'status.state': 'paused' }),
    ],
    coverage: { pods: 'forbidden' },
    state: 'hibernated',
    message: 'operatedStop.stopped',
  },
  {
    engine: percona,
    reason: 'Percona: stopping for hours as asked',
    objects: [
      changed(perconaObject, {
        'spec.pause': true,
        'status.state': 'stopping',
      }),
      ...pgo,
    ],
    memory: remembered('word', 'stopping'),
    state: 'degraded',
    message: 'operatedStop.stopping',
  },
  {
    engine: percona,
    reason: 'Percona: says paused, and nobody asked for it',
    objects: [changed(perconaObject, { 'status.state': 'paused' })],
    state: 'failed',
    message: 'operatedInstances.outage',
  },
  {
    engine: stackgres,
    reason: 'StackGres: nothing has failed, and three pods are ready',
    objects: [stackgresObject, ...patroni],
    state: 'healthy',
    message: 'operatedHealth.healthy',
  },
  {
    engine: stackgres,
    reason: 'StackGres: nothing has failed, and pods may not be seen',
    objects: [stackgresObject],
    coverage: { pods: 'forbidden' },
    state: 'unknown',
    message: 'operatedHealth.unseen',
  },
  {
    engine: stackgres,
    reason: 'StackGres: nothing has failed, it says, and no pod is there',
    objects: [stackgresObject],
    state: 'failed',
    message: 'operatedInstances.outage',
  },
  {
    engine: stackgres,
    reason: 'StackGres: Failed, perhaps of old, and all pods are ready',
    objects: [
      changed(stackgresObject, {
        'status.conditions': [
          {
            type: 'Failed',
            status: 'True',
            reason: 'ClusterConfigFailed',
            message: 'the profile size-l is not there',
          },
        ],
      }),
      ...patroni,
    ],
    state: 'degraded',
    message: 'operatedCondition.says',
  },
  {
    engine: stackgres,
    reason: 'StackGres: an instance waits for a restart',
    objects: [
      changed(stackgresObject, {
        'status.conditions': [
          {
            type: 'PendingRestart',
            status: 'True',
            reason: 'PodRequiresRestart',
          },
        ],
      }),
      ...patroni,
    ],
    state: 'healthy',
    message: 'operatedCondition.says',
  },
  {
    engine: stackgres,
    reason: 'StackGres: no instances are asked for',
    objects: [changed(stackgresObject, { 'spec.instances': 0 })],
    state: 'hibernated',
    message: 'operatedStop.stopped',
  },
  {
    engine: stackgres,
    reason: 'StackGres: no instances are asked for, and nobody sees pods',
    objects: [changed(stackgresObject, { 'spec.instances': 0 })],
    coverage: { pods: 'forbidden' },
    state: 'progressing',
    message: 'operatedStop.stopping',
  },
  {
    engine: installation,
    reason: 'Altinity: Completed, and three pods are ready',
    objects: [clickhouseObject, ...hosts],
    state: 'healthy',
    message: 'operatedHealth.allReady',
  },
  {
    engine: installation,
    reason: 'Altinity: Completed is the last change, not health',
    objects: [
      clickhouseObject,
      ...podsOf('ClickHouseInstallation', Array(3).fill(notReady(HOURS_AGO))),
    ],
    state: 'failed',
    message: 'operatedInstances.outage',
  },
  {
    engine: installation,
    reason: 'Altinity: Completed, and pods may not be seen',
    objects: [clickhouseObject],
    coverage: { pods: 'forbidden' },
    state: 'unknown',
    message: 'operatedHealth.unseen',
  },
  {
    engine: installation,
    reason: 'Altinity: Aborted, and all pods are ready',
    objects: [
      changed(clickhouseObject, { 'status.status': 'Aborted' }),
      ...hosts,
    ],
    state: 'degraded',
    message: 'operatedWord.refused',
  },
  {
    engine: installation,
    reason: 'Altinity: InProgress for hours',
    objects: [
      changed(clickhouseObject, { 'status.status': 'InProgress' }),
      ...hosts,
    ],
    memory: remembered('word', 'InProgress'),
    state: 'degraded',
    message: 'operatedWord.stuck',
  },
  {
    engine: installation,
    reason: 'Altinity: an error, whose words are not kept',
    objects: [
      changed(clickhouseObject, { 'status.error': 'login never-kept' }),
      ...hosts,
    ],
    state: 'healthy',
    message: 'operatedWord.error',
  },
  {
    engine: installation,
    reason: 'Altinity: stopped as asked',
    objects: [changed(clickhouseObject, { 'spec.stop': 'Yes' })],
    state: 'hibernated',
    message: 'operatedStop.stopped',
  },
  {
    engine: deployment,
    reason: 'kube-arangodb: Running and Ready, and the pod is',
    objects: [arangoObject, ...single],
    state: 'healthy',
    message: 'operatedHealth.allReady',
  },
  {
    engine: deployment,
    reason: 'kube-arangodb: Running, and Ready was never said',
    objects: [changed(arangoObject, { 'status.conditions': [] }), ...single],
    state: 'unknown',
    message: 'operatedHealth.unproven',
  },
  {
    engine: deployment,
    reason: 'kube-arangodb: Running, and not Ready',
    objects: [
      changed(arangoObject, {
        'status.conditions': [{ type: 'Ready', status: 'False' }],
      }),
      ...single,
    ],
    state: 'degraded',
    message: 'operatedCondition.says',
  },
  {
    engine: deployment,
    reason: 'kube-arangodb: Failed',
    objects: [
      changed(arangoObject, {
        'status.phase': 'Failed',
        'status.reason': 'Cannot create the service',
      }),
    ],
    state: 'failed',
    message: 'operatedWord.failed',
  },
  {
    engine: deployment,
    reason: 'kube-arangodb: anybody may log in',
    objects: [
      changed(arangoObject, { 'spec.auth': { jwtSecretName: 'None' } }),
      ...single,
    ],
    state: 'healthy',
    message: 'operatedOpen.open',
  },
  {
    engine: deployment,
    reason: 'kube-arangodb: root was made without a password',
    objects: [changed(arangoObject, { 'spec.bootstrap': {} }), ...single],
    state: 'healthy',
    message: 'operatedOpen.root',
  },
];
