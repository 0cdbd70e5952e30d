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

import { KubernetesAccess, KubernetesApi } from '@basewell/testkit';
import { ObservedKind } from '@basewell/plugin-databases-common/domain';
import { ClusterSource, SourcedCluster } from '../kubernetes/ClusterSource';
import { ClusterTransport } from '../kubernetes/ClusterTransport';
import { kubeconfigTransport } from '../kubernetes/kubeconfigTransport';
import { ReaderClock, systemClock } from '../kubernetes/ReaderClock';
import { readKubeconfig } from '../kubernetes/readKubeconfig';

/** Straight to an API server, as somebody. */
export function directTransport(access: KubernetesAccess): ClusterTransport {
  return kubeconfigTransport(
    readKubeconfig(access.kubeconfig, { folder: '.' }),
  );
}

/** A Kubernetes cluster that is read as somebody. */
export function clusterOf(
  name: string,
  access: KubernetesAccess,
): SourcedCluster {
  return { name, access: 'portal', transport: directTransport(access) };
}

export function sourceOf(
  ...clusters: readonly SourcedCluster[]
): ClusterSource {
  return { list: async () => clusters };
}

/** A clock whose pauses are so many times shorter. */
export function hurriedClock(times: number): ReaderClock {
  return {
    ...systemClock,
    sleep: (milliseconds, signal) =>
      systemClock.sleep(milliseconds / times, signal),
  };
}

/** A kind of which the label `value` is kept. */
export function labelledKind(
  kind: Pick<ObservedKind, 'resource' | 'kind'> & Partial<ObservedKind>,
): ObservedKind<string> {
  return {
    id: kind.group ? `${kind.resource}.${kind.group}` : kind.resource,
    group: '',
    versions: ['v1'],
    namespaced: true,
    feeds: 'This test.',
    lane: 'health',
    keys: () => [],
    ...kind,
    project: ({ metadata }) => metadata.labels?.value,
  };
}

/** Lets a user read some kinds, and nothing else. */
export async function allowReading(
  api: KubernetesApi,
  user: string,
  ...kinds: readonly ObservedKind[]
): Promise<void> {
  const apiGroup = 'rbac.authorization.k8s.io';
  const apiVersion = `${apiGroup}/v1`;
  const metadata = { name: user };
  await api.client.apply({
    apiVersion,
    kind: 'ClusterRole',
    metadata,
    rules: kinds.map(({ group, resource }) => ({
      apiGroups: [group],
      resources: [resource],
      verbs: ['list', 'watch'],
    })),
  });
  await api.client.apply({
    apiVersion,
    kind: 'ClusterRoleBinding',
    metadata,
    roleRef: { apiGroup, kind: 'ClusterRole', name: user },
    subjects: [{ apiGroup, kind: 'User', name: user }],
  });
}
