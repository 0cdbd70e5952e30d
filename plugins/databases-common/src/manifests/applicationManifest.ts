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
export interface ApplicationDraft {
  readonly name: string;
  /** Namespace of the Application itself: Argo CD's own. */
  readonly argocdNamespace: string;
  readonly project: string;
  readonly repoUrl: string;
  readonly branch: string;
  readonly path: string;
  readonly valueFiles?: readonly string[];
  readonly destination: { readonly server: string; readonly namespace: string };
  readonly labels: { readonly [key: string]: string };
  readonly annotations: { readonly [key: string]: string };
  /** Left out: a person syncs it. */
  readonly automated?: { readonly prune: boolean; readonly selfHeal: boolean };
  readonly syncOptions?: readonly string[];
}

/**
 * An Argo CD Application. It never has the resources finalizer: deleting the
 * Application must not delete what it delivered.
 *
 * @internal
 */
export function applicationManifest(draft: ApplicationDraft): Manifest {
  const { automated, syncOptions, valueFiles } = draft;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: draft.name,
      namespace: draft.argocdNamespace,
      labels: draft.labels,
      ...(Object.keys(draft.annotations).length && {
        annotations: draft.annotations,
      }),
    },
    spec: {
      project: draft.project,
      source: {
        repoURL: draft.repoUrl,
        targetRevision: draft.branch,
        path: draft.path,
        ...(valueFiles && { helm: { valueFiles } }),
      },
      destination: draft.destination,
      ...((automated || syncOptions) && {
        syncPolicy: {
          ...(automated && { automated }),
          ...(syncOptions && { syncOptions }),
        },
      }),
    },
  };
}
