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

import {
  Coverage,
  ObservedKind,
} from '@basewell/plugin-databases-common/domain';

/**
 * When the databases of each Kubernetes cluster were known completely: UTC ISO
 * instants. Where several kinds stand for databases, the one known worst counts.
 *
 * @param anchors - the kinds that stand for databases
 */
export function contactsOf(
  coverages: readonly Coverage[],
  anchors: readonly ObservedKind[],
): ReadonlyMap<string, string> {
  const kinds = new Set(anchors.map(({ id }) => id));
  const contacts = new Map<string, string>();
  for (const { kubernetesCluster, kind, lastSyncedAt } of coverages) {
    if (kinds.has(kind) && lastSyncedAt) {
      const before = contacts.get(kubernetesCluster) ?? lastSyncedAt;
      contacts.set(
        kubernetesCluster,
        before < lastSyncedAt ? before : lastSyncedAt,
      );
    }
  }
  return contacts;
}
