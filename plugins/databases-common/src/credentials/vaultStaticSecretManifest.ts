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

import { DatabaseDraft, Manifest, VaultStaticOptions } from '../model';
import { declaredMetadata } from './declaredMetadata';
import { fillTemplate } from './fillTemplate';
import { secretLabels } from './secretLabels';

/**
 * A VaultStaticSecret (`secrets.hashicorp.com/v1beta1`). Defaults of its
 * definition are written out, so that Argo CD shows no difference that nobody
 * made.
 */
export function vaultStaticSecretManifest(
  database: DatabaseDraft,
  vault: VaultStaticOptions,
  options: {
    /** Of the VaultStaticSecret and of the Secret that it makes. */
    readonly name: string;
    readonly namespace: string;
    readonly type: string;
    /** Go templates by key of the Secret. */
    readonly templates: { readonly [key: string]: string };
    /** Workloads of the namespace that are restarted after a change. */
    readonly restarts: VaultStaticOptions['restarts'];
  },
): Manifest {
  const { name, type, templates, restarts } = options;
  return {
    apiVersion: 'secrets.hashicorp.com/v1beta1',
    kind: 'VaultStaticSecret',
    metadata: declaredMetadata(database, 'VaultStaticSecret', options),
    spec: {
      vaultAuthRef: fillTemplate(vault.auth.name, database),
      ...(vault.namespace !== undefined && { namespace: vault.namespace }),
      mount: vault.mount,
      path: fillTemplate(vault.path, database),
      type: vault.engine,
      refreshAfter: vault.refreshAfter,
      hmacSecretData: true,
      destination: {
        name,
        create: true,
        overwrite: false,
        type,
        labels: secretLabels(
          database.labels,
          type === 'kubernetes.io/basic-auth',
        ),
        transformation: {
          // Otherwise the Secret would hold the whole entry besides.
          excludeRaw: true,
          excludes: ['.*'],
          templates: Object.fromEntries(
            Object.entries(templates).map(([key, text]) => [key, { text }]),
          ),
        },
      },
      ...(restarts.length && {
        rolloutRestartTargets: restarts.map(workload => ({
          kind: workload.kind,
          name: fillTemplate(workload.name, database),
        })),
      }),
    },
  };
}
