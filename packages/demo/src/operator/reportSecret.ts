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
 * What operators of secrets write about an object that is well: the External
 * Secrets Operator 1.x, the Vault Secrets Operator 1.x, Sealed Secrets. What the
 * object has in its status already stays; an empty one stays away.
 *
 * @internal
 */
export function reportSecret(object: KubeObject, moment: Moment): KubeObject {
  const usual = usualStatus(object, moment);
  if (!usual) {
    return object;
  }
  const { status: said, ...rest } = object as any;
  if (said && !Object.keys(said).length) {
    return rest;
  }
  return { ...rest, status: mergePatch(usual, said ?? {}) };
}

function usualStatus(object: KubeObject, moment: Moment): Json | undefined {
  const made = object.metadata.creationTimestamp!;
  /** The newest look of an operator that looks so often. */
  const looked = (every: string) =>
    renderInstant(`last 0s into ${every}`, moment);
  const { refreshInterval = '1h', refreshAfter = '10m' } = (object.spec ??
    {}) as { readonly [field: string]: string | undefined };
  switch (object.kind) {
    case 'SecretStore':
    case 'ClusterSecretStore':
      return {
        capabilities: 'ReadOnly',
        conditions: [holds('Ready', 'Valid', made)],
      };
    case 'ExternalSecret':
    case 'PushSecret':
      return {
        refreshTime: looked(refreshInterval),
        syncedResourceVersion: '1-8f2a6d0c4be19375d8a0',
        conditions: [holds('Ready', 'SecretSynced', made)],
      };
    case 'VaultConnection':
      return { valid: true };
    case 'VaultAuth':
      return { valid: true, error: '' };
    case 'VaultStaticSecret':
      return {
        lastGeneration: 1,
        conditions: [
          holds('SecretSynced', 'SecretSynced', made),
          holds('Healthy', 'SecretSynced', looked(refreshAfter)),
          holds('Ready', 'SecretSynced', looked(refreshAfter)),
        ],
      };
    case 'VaultDynamicSecret':
      return {
        lastGeneration: 1,
        lastRenewalTime: Math.floor(Date.parse(made) / 1000),
        // Of a static role there is none.
        secretLease: { id: '', duration: 0, renewable: false, requestID: '' },
        conditions: [holds('Healthy', 'SecretSynced', made)],
      };
    case 'SealedSecret':
      return {
        observedGeneration: 1,
        conditions: [holds('Synced', 'Unsealed', made)],
      };
    default:
      return undefined;
  }
}

function holds(type: string, reason: string, at: string): Json {
  return { type, status: 'True', reason, message: '', lastTransitionTime: at };
}
