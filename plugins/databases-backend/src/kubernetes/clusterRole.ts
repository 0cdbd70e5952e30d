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

import { ObservedKind } from '@basewell/plugin-databases-common/domain';
import { collectionPath } from './collectionPath';

/**
 * The least that the portal's account needs: to read the kinds that verdicts are
 * made of. It goes into `docs/reference/clusterrole.yaml`.
 *
 * @throws InputError when secrets are among the kinds, with more than their metadata
 */
export function clusterRole(
  kinds: readonly ObservedKind[],
  name = 'basewell-reader',
): object {
  const resources = new Map<string, Set<string>>();
  for (const kind of kinds) {
    collectionPath(kind, kind.versions[0]);
    const ofGroup = resources.get(kind.group) ?? new Set<string>();
    resources.set(kind.group, ofGroup.add(kind.resource));
  }
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: {
      name,
      labels: { 'app.kubernetes.io/part-of': 'basewell' },
    },
    rules: [...resources]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([group, names]) => ({
        apiGroups: [group],
        resources: [...names].sort(),
        verbs: ['list', 'watch'],
      })),
  };
}
