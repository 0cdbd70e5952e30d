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
import { syncWave } from './syncWave';

/**
 * A Namespace that stands before the secrets in it. To prune it would delete
 * the app with its volumes, so Argo CD may not.
 */
export function namespaceManifest(
  name: string,
  labels: { readonly [key: string]: string },
  annotations: { readonly [key: string]: string },
): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      labels,
      annotations: {
        ...annotations,
        'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
        ...syncWave('Namespace'),
      },
    },
  };
}
