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

import { KubeObject } from '../kubernetes/KubeObject';
import { CnpgCluster } from './CnpgCluster';

/** The operator's words: `replicating` runs, and is not ready. @internal */
export type InstanceState = 'healthy' | 'replicating' | 'failed';

/** The pod of one instance. @internal */
export function instancePod(
  cluster: CnpgCluster,
  name: string,
  instance: {
    readonly state: InstanceState;
    readonly primary: boolean;
    readonly node: string;
  },
): KubeObject {
  const { metadata, spec, status } = cluster;
  const { state, primary, node } = instance;
  const startedAt = metadata.creationTimestamp;
  const ready = state === 'healthy';
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: metadata.namespace,
      creationTimestamp: startedAt,
      labels: {
        'cnpg.io/cluster': metadata.name,
        'cnpg.io/instanceName': name,
        'cnpg.io/instanceRole': primary ? 'primary' : 'replica',
        'cnpg.io/podRole': 'instance',
        role: primary ? 'primary' : 'replica',
      },
      ownerReferences: [
        {
          apiVersion: cluster.apiVersion,
          kind: cluster.kind,
          name: metadata.name,
          uid: metadata.uid,
          controller: true,
        },
      ],
    },
    spec: {
      nodeName: node,
      containers: [
        { name: 'postgres', image: spec.imageName ?? status?.image },
      ],
      volumes: [{ name: 'pgdata', persistentVolumeClaim: { claimName: name } }],
    },
    status: {
      phase: 'Running',
      podIP: `10.4.${Number(/\d+$/.exec(name)?.[0] ?? 0)}.17`,
      startTime: startedAt,
      conditions: [
        condition('PodScheduled', true, startedAt),
        condition('Ready', ready, startedAt),
        condition('ContainersReady', ready, startedAt),
      ],
      containerStatuses: [
        {
          name: 'postgres',
          image: spec.imageName ?? status?.image,
          imageID: '',
          ready,
          started: state !== 'failed',
          restartCount: state === 'failed' ? 17 : 0,
          state:
            state === 'failed'
              ? {
                  waiting: {
                    reason: 'CrashLoopBackOff',
                    message:
                      'back-off 5m0s restarting failed container=postgres',
                  },
                }
              : { running: { startedAt } },
        },
      ],
    },
  };
}

function condition(type: string, is: boolean, since?: string) {
  return {
    type,
    status: is ? 'True' : 'False',
    lastTransitionTime: since,
    ...(!is && {
      reason: 'ContainersNotReady',
      message: 'containers with unready status: [postgres]',
    }),
  };
}
