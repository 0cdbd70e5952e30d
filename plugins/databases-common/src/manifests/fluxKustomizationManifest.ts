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

import { Manifest } from '../model';

/** @internal */
export interface FluxKustomizationDraft {
  readonly name: string;
  /** Namespace of the Kustomization itself: Flux's own. */
  readonly namespace: string;
  readonly path: string;
  readonly source: { readonly kind: string; readonly name: string };
  readonly interval: string;
  readonly timeout?: string;
  /** Names of Kustomizations that have to be ready before. */
  readonly dependsOn: readonly string[];
  /** Left out: nothing in the folder is encrypted. */
  readonly decryption?: { readonly secret?: string };
  /** What it waits for: everything, or these objects. */
  readonly waitsFor: 'all' | readonly object[];
  readonly labels: { readonly [key: string]: string };
  readonly annotations: { readonly [key: string]: string };
}

/**
 * A Kustomization of Flux that delivers one folder. It prunes nothing, so what it
 * delivered stays when it is deleted too.
 *
 * @internal
 */
export function fluxKustomizationManifest(
  draft: FluxKustomizationDraft,
): Manifest {
  const { decryption, dependsOn, waitsFor } = draft;
  return {
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata: {
      name: draft.name,
      namespace: draft.namespace,
      labels: draft.labels,
      ...(Object.keys(draft.annotations).length && {
        annotations: draft.annotations,
      }),
    },
    spec: {
      interval: draft.interval,
      ...(draft.timeout !== undefined && { timeout: draft.timeout }),
      sourceRef: draft.source,
      path: `./${draft.path}`,
      prune: false,
      ...(waitsFor === 'all' ? { wait: true } : { healthChecks: waitsFor }),
      ...(dependsOn.length && {
        dependsOn: dependsOn.map(name => ({ name })),
      }),
      ...(decryption && {
        decryption: {
          provider: 'sops',
          ...(decryption.secret !== undefined && {
            secretRef: { name: decryption.secret },
          }),
        },
      }),
    },
  };
}
