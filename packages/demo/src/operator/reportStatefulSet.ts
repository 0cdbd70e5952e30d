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

import { createHash } from 'node:crypto';
import { Json, mergePatch } from '../estate/mergePatch';
import { readyReplicas, StatefulSet } from './StatefulSet';

/**
 * What Kubernetes writes about a StatefulSet that was rolled out when it was
 * made. What the object has in its status already stays; with a status it has as
 * many ready pods as that says.
 *
 * @internal
 */
export function reportStatefulSet(statefulSet: StatefulSet): StatefulSet {
  const { replicas = 1 } = statefulSet.spec;
  const ready = readyReplicas(statefulSet);
  const revision = revisionOf(statefulSet);
  const usual: Json = {
    observedGeneration: 1,
    replicas,
    // Kubernetes leaves zero out.
    ...(ready && { readyReplicas: ready, availableReplicas: ready }),
    currentReplicas: replicas,
    updatedReplicas: replicas,
    currentRevision: revision,
    updateRevision: revision,
    collisionCount: 0,
  };
  return {
    ...statefulSet,
    status: mergePatch(usual, (statefulSet.status ?? {}) as Json) as any,
  };
}

/** `<name>-<hash>`, which is also a label of its pods. @internal */
export function revisionOf({ metadata, spec }: StatefulSet): string {
  const hash = createHash('sha256')
    .update(JSON.stringify(spec.template))
    .digest('hex')
    .slice(0, 10);
  return `${metadata.name}-${hash}`;
}
