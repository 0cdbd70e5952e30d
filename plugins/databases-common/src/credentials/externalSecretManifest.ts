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

import { DatabaseDraft, Manifest, SecretStoreReference } from '../model';
import { declaredMetadata } from './declaredMetadata';
import { fillTemplate } from './fillTemplate';
import { secretLabels } from './secretLabels';

/**
 * An ExternalSecret (`external-secrets.io/v1`). Defaults of its definition are
 * written out, so that Argo CD shows no difference that nobody made.
 */
export function externalSecretManifest(
  database: DatabaseDraft,
  options: {
    /** Of the ExternalSecret and of the Secret that it makes. */
    readonly name: string;
    readonly namespace: string;
    readonly store: SecretStoreReference;
    readonly refreshInterval: string;
    readonly type: string;
    /** The entry of the store, and its properties by the name that templates know. */
    readonly key: string;
    readonly properties: { readonly [name: string]: string };
    /** Go templates by key of the Secret. */
    readonly templates: { readonly [key: string]: string };
  },
): Manifest {
  const { name, store, type, key, properties } = options;
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: declaredMetadata(database, 'ExternalSecret', options),
    spec: {
      refreshPolicy: 'Periodic',
      refreshInterval: options.refreshInterval,
      secretStoreRef: {
        kind: store.kind,
        name: fillTemplate(store.name, database),
      },
      target: {
        name,
        creationPolicy: 'Owner',
        // An entry that is gone for a moment must not take the Secret with it.
        deletionPolicy: 'Retain',
        template: {
          engineVersion: 'v2',
          mergePolicy: 'Replace',
          type,
          metadata: {
            labels: secretLabels(
              database.labels,
              type === 'kubernetes.io/basic-auth',
            ),
          },
          data: options.templates,
        },
      },
      data: Object.entries(properties).map(([secretKey, property]) => ({
        secretKey,
        remoteRef: {
          key,
          property,
          conversionStrategy: 'Default',
          decodingStrategy: 'None',
          metadataPolicy: 'None',
        },
      })),
    },
  };
}
