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

import { Json, mergePatch } from '../estate/mergePatch';
import { Moment, renderInstant } from '../estate/renderInstant';
import { KubeObject } from '../kubernetes/KubeObject';

/**
 * What Argo CD 3 writes about an application that is synced and healthy. What
 * the object has in its status already stays; an empty one stays away.
 *
 * @internal
 */
export function reportApplication(
  application: KubeObject,
  moment: Moment,
): KubeObject {
  const { status: said, ...rest } = application as any;
  if (said && !Object.keys(said).length) {
    return rest;
  }
  const at = application.metadata.creationTimestamp!;
  const revision =
    said?.sync?.revision ?? 'a3f1c09e5d7b2468ace013579bdf02468ace1357';
  const usual: Json = {
    // Argo CD looks every three minutes.
    reconciledAt: renderInstant('last 0s into 3m', moment),
    sourceType: 'Directory',
    // Argo CD 3 stores no health beside a resource.
    resourceHealthSource: 'appTree',
    sync: { status: 'Synced', revision },
    health: { status: 'Healthy', lastTransitionTime: at },
    operationState: {
      phase: 'Succeeded',
      message: 'successfully synced (all tasks run)',
      operation: { sync: { revision } },
      startedAt: at,
      finishedAt: at,
      syncResult: { revision },
    },
  };
  return { ...rest, status: mergePatch(usual, said ?? {}) };
}
