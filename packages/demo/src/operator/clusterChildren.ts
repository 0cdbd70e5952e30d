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
import { CnpgCluster, fencedInstances, isHibernated } from './CnpgCluster';
import { instancePod, InstanceState } from './instancePod';

/**
 * What the operator keeps for a cluster whose status is written: pods, volumes,
 * the service of the writer with its endpoints, disruption budgets.
 *
 * @internal
 */
export function clusterChildren(
  cluster: CnpgCluster,
  nodes: readonly string[],
): readonly KubeObject[] {
  const { status } = cluster;
  if (!status?.instanceNames) {
    return [];
  }
  const states = statesOf(cluster);
  const pods = [...states].map(([name, state], at) =>
    instancePod(cluster, name, {
      state,
      primary: name === status.currentPrimary,
      // The same node for the same instance, spread over all of them.
      node: nodes[(at + cluster.metadata.name.length) % nodes.length],
    }),
  );
  return [
    ...pods,
    ...status.instanceNames.map(name => volumeClaim(cluster, name)),
    writerService(cluster),
    writerEndpoints(cluster, pods),
    ...(cluster.spec.enablePDB === false ? [] : budgets(cluster, pods)),
  ];
}

function statesOf(cluster: CnpgCluster): ReadonlyMap<string, InstanceState> {
  const { instancesStatus = {} } = cluster.status ?? {};
  if (isHibernated(cluster)) {
    return new Map();
  }
  const listed = (['healthy', 'replicating', 'failed'] as const).flatMap(
    state => instancesStatus[state]?.map(name => [name, state] as const) ?? [],
  );
  const fenced = fencedInstances(cluster).map(
    name => [name, 'replicating'] as const,
  );
  return new Map([...fenced, ...listed].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function ownedBy({ metadata, apiVersion, kind }: CnpgCluster) {
  const { name, uid } = metadata;
  return [{ apiVersion, kind, name, uid, controller: true }];
}

function volumeClaim(cluster: CnpgCluster, name: string): KubeObject {
  const { metadata, spec, status } = cluster;
  const filling = status?.initializingPVC?.includes(name);
  const storage = spec.storage?.size ?? '10Gi';
  const accessModes = ['ReadWriteOnce'];
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      name,
      namespace: metadata.namespace,
      creationTimestamp: metadata.creationTimestamp,
      labels: {
        'cnpg.io/cluster': metadata.name,
        'cnpg.io/instanceName': name,
        'cnpg.io/pvcRole': 'PG_DATA',
      },
      annotations: { 'cnpg.io/pvcStatus': filling ? 'initializing' : 'ready' },
      ownerReferences: ownedBy(cluster),
    },
    spec: {
      accessModes,
      resources: { requests: { storage } },
      volumeName: `pv-${metadata.namespace}-${name}`,
    },
    status: { phase: 'Bound', accessModes, capacity: { storage } },
  };
}

function writerService(cluster: CnpgCluster): KubeObject {
  const { metadata } = cluster;
  const selector = {
    'cnpg.io/cluster': metadata.name,
    'cnpg.io/instanceRole': 'primary',
  };
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: `${metadata.name}-rw`,
      namespace: metadata.namespace,
      creationTimestamp: metadata.creationTimestamp,
      labels: { 'cnpg.io/cluster': metadata.name },
      ownerReferences: ownedBy(cluster),
    },
    spec: {
      type: 'ClusterIP',
      selector,
      ports: [
        { name: 'postgres', port: 5432, protocol: 'TCP', targetPort: 5432 },
      ],
    },
  };
}

function writerEndpoints(
  cluster: CnpgCluster,
  pods: readonly KubeObject[],
): KubeObject {
  const { metadata } = cluster;
  const primaries = pods.filter(
    ({ metadata: { labels } }) =>
      labels?.['cnpg.io/instanceRole'] === 'primary',
  );
  const service = `${metadata.name}-rw`;
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      name: `${service}-demo`,
      namespace: metadata.namespace,
      creationTimestamp: metadata.creationTimestamp,
      labels: {
        'kubernetes.io/service-name': service,
        'cnpg.io/cluster': metadata.name,
      },
    },
    addressType: 'IPv4',
    ports: [{ name: 'postgres', port: 5432, protocol: 'TCP' }],
    endpoints: primaries.map(pod => {
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
    }),
  };
}

function budgets(
  cluster: CnpgCluster,
  pods: readonly KubeObject[],
): readonly KubeObject[] {
  const { metadata, spec } = cluster;
  const ofRole = (role: string) =>
    pods.filter(pod => pod.metadata.labels?.['cnpg.io/instanceRole'] === role)
      .length;
  const budget = (name: string, role: string, desired: number) => ({
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: {
      name,
      namespace: metadata.namespace,
      creationTimestamp: metadata.creationTimestamp,
      labels: { 'cnpg.io/cluster': metadata.name },
      ownerReferences: ownedBy(cluster),
    },
    spec: {
      minAvailable: desired,
      selector: {
        matchLabels: {
          'cnpg.io/cluster': metadata.name,
          'cnpg.io/instanceRole': role,
        },
      },
    },
    status: {
      observedGeneration: 1,
      currentHealthy: ofRole(role),
      desiredHealthy: desired,
      expectedPods: ofRole(role),
      disruptionsAllowed: Math.max(0, ofRole(role) - desired),
    },
  });
  return [
    budget(`${metadata.name}-primary`, 'primary', 1),
    ...(spec.instances > 2
      ? [budget(metadata.name, 'replica', spec.instances - 2)]
      : []),
  ];
}
