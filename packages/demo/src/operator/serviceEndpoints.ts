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

/**
 * The endpoints of a Service, as Kubernetes finds them: all pods of its namespace
 * that have its labels, whatever they do. A Service without a selector has those
 * that somebody else writes.
 *
 * @internal
 */
export function serviceEndpoints(
  service: KubeObject,
  pods: readonly KubeObject[],
): readonly KubeObject[] {
  const { metadata, spec = {} } = service as any;
  const selector = Object.entries<string>(spec.selector ?? {});
  if (!selector.length) {
    return [];
  }
  const { name, namespace, creationTimestamp, labels } = metadata;
  const selected = pods.filter(
    pod =>
      pod.metadata.namespace === namespace &&
      selector.every(
        ([label, value]) => pod.metadata.labels?.[label] === value,
      ),
  );
  return [
    {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: {
        name: `${name}-demo`,
        namespace,
        creationTimestamp,
        labels: { ...labels, 'kubernetes.io/service-name': name },
      },
      addressType: 'IPv4',
      ports: (spec.ports ?? []).map((port: any) => ({
        name: port.name ?? '',
        port: port.port,
        protocol: 'TCP',
      })),
      endpoints: selected.map(pod => endpointOf(pod)),
    },
  ];
}

function endpointOf(pod: KubeObject) {
  const { podIP, conditions } = pod.status as any;
  const ready = conditions.some(
    (condition: any) =>
      condition.type === 'Ready' && condition.status === 'True',
  );
  const { name, namespace, uid } = pod.metadata;
  return {
    addresses: [podIP],
    conditions: { ready, serving: ready, terminating: false },
    targetRef: { kind: 'Pod', name, namespace, uid },
  };
}
