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

import { Coverage, KubeObject } from '../model';
import { ObservedKind } from '../observation';

/**
 * What files prove about what there is not. `kubectl get clusters,backups` prints
 * one list that does not say which kinds were asked for:
 *
 * - a kind that occurs, or whose own list is empty, is known completely,
 * - an operator's kinds are known as soon as one of its API group occurs: who
 *   exports Clusters has their Backups, if there are any. Absence of these only
 *   ever makes a verdict worse.
 * - a built-in kind that does not occur is not known: absent Pods would be an
 *   outage that nobody saw.
 *
 * @internal
 */
export function coverFiles(
  kinds: readonly ObservedKind[],
  objects: readonly KubeObject[],
  options: {
    readonly kubernetesCluster: string;
    readonly now: string;
    readonly emptyKinds?: readonly string[];
  },
): readonly Coverage[] {
  const { kubernetesCluster, now, emptyKinds = [] } = options;
  const counts = new Map<string, number>();
  const groups = new Set<string>();
  const add = (apiVersion: string, kind: string, count: number) => {
    const group = groupOf(apiVersion);
    const name = `${group}/${kind}`;
    groups.add(group);
    counts.set(name, (counts.get(name) ?? 0) + count);
  };
  objects.forEach(({ apiVersion, kind }) => add(apiVersion, kind, 1));
  for (const empty of emptyKinds) {
    const [apiVersion, kind] = empty.split(' ');
    add(apiVersion, kind, 0);
  }
  return kinds.map(({ id, group, kind }) => {
    const count = counts.get(`${group}/${kind}`);
    const known =
      count !== undefined || (isOperators(group) && groups.has(group));
    return {
      kubernetesCluster,
      kind: id,
      state: known ? 'synced' : 'omitted',
      since: now,
      ...(known && { lastSyncedAt: now }),
      objects: count ?? 0,
    };
  });
}

function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
}

/** Kubernetes' own groups have no dot, or end in `.k8s.io`. */
function isOperators(group: string): boolean {
  return group.includes('.') && !group.endsWith('.k8s.io');
}
