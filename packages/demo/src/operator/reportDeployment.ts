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
import { KubeObject } from '../kubernetes/KubeObject';

/**
 * What Kubernetes writes about a Deployment that was rolled out when it was made.
 * What the object has in its status already stays.
 *
 * @internal
 */
export function reportDeployment(deployment: KubeObject): KubeObject {
  const { status: said = {}, spec = {} } = deployment as any;
  const { replicas = 1 } = spec;
  const at = deployment.metadata.creationTimestamp!;
  const condition = (type: string, reason: string): Json => ({
    type,
    status: 'True',
    reason,
    lastUpdateTime: at,
    lastTransitionTime: at,
  });
  const usual: Json = {
    replicas,
    readyReplicas: replicas,
    updatedReplicas: replicas,
    availableReplicas: replicas,
    conditions: [
      condition('Available', 'MinimumReplicasAvailable'),
      condition('Progressing', 'NewReplicaSetAvailable'),
    ],
  };
  return { ...deployment, status: mergePatch(usual, said) };
}
