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
import { revisionOf } from './reportStatefulSet';
import { readyReplicas, StatefulSet, VolumeClaimTemplate } from './StatefulSet';

/**
 * What Kubernetes keeps for a StatefulSet: its pods, the last of which are those
 * that are not ready, and a volume for each claim of each pod.
 *
 * @internal
 */
export function statefulSetChildren(
  statefulSet: StatefulSet,
  nodes: readonly string[],
): readonly KubeObject[] {
  const { replicas = 1, volumeClaimTemplates = [] } = statefulSet.spec;
  const ready = readyReplicas(statefulSet);
  return Array.from({ length: replicas }, (_, at) => at).flatMap(at => [
    podOf(statefulSet, at, {
      ready: at < ready,
      node: nodes[(at + statefulSet.metadata.name.length) % nodes.length],
    }),
    ...volumeClaimTemplates.map(template =>
      volumeClaim(statefulSet, template, at),
    ),
  ]);
}

function podOf(
  statefulSet: StatefulSet,
  at: number,
  instance: { readonly ready: boolean; readonly node: string },
): KubeObject {
  const { metadata, spec, apiVersion, kind } = statefulSet;
  const { template, volumeClaimTemplates = [] } = spec;
  const { ready, node } = instance;
  const name = `${metadata.name}-${at}`;
  const startedAt = metadata.creationTimestamp;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: metadata.namespace,
      creationTimestamp: startedAt,
      labels: {
        ...template.metadata.labels,
        'apps.kubernetes.io/pod-index': String(at),
        'controller-revision-hash': revisionOf(statefulSet),
        'statefulset.kubernetes.io/pod-name': name,
      },
      ownerReferences: [
        {
          apiVersion,
          kind,
          name: metadata.name,
          uid: metadata.uid,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
    spec: {
      ...template.spec,
      nodeName: node,
      hostname: name,
      volumes: [
        ...(template.spec.volumes ?? []),
        ...volumeClaimTemplates.map(claim => ({
          name: claim.metadata.name,
          persistentVolumeClaim: {
            claimName: `${claim.metadata.name}-${name}`,
          },
        })),
      ],
    },
    status: {
      phase: 'Running',
      podIP: `10.5.${at + 1}.${(name.length % 200) + 20}`,
      startTime: startedAt,
      conditions: [
        condition('PodScheduled', true, startedAt),
        condition('Ready', ready, startedAt),
        condition('ContainersReady', ready, startedAt),
      ],
      containerStatuses: template.spec.containers.map(container => ({
        name: container.name,
        image: container.image,
        imageID: '',
        ready,
        started: true,
        restartCount: 0,
        state: { running: { startedAt } },
      })),
    },
  };
}

function condition(type: string, is: boolean, since?: string) {
  return {
    type,
    status: is ? 'True' : 'False',
    lastTransitionTime: since,
    ...(!is && { reason: 'ContainersNotReady' }),
  };
}

function volumeClaim(
  { metadata, spec }: StatefulSet,
  template: VolumeClaimTemplate,
  at: number,
): KubeObject {
  const { name } = template.metadata;
  const claim = `${name}-${metadata.name}-${at}`;
  const { accessModes, resources } = template.spec;
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      name: claim,
      namespace: metadata.namespace,
      creationTimestamp: metadata.creationTimestamp,
      // Those of the selector, not those of the pods.
      labels: (spec.selector as any).matchLabels,
    },
    spec: {
      ...template.spec,
      volumeName: `pv-${metadata.namespace}-${claim}`,
    },
    status: {
      phase: 'Bound',
      accessModes,
      capacity: { storage: resources.requests.storage },
    },
  };
}
