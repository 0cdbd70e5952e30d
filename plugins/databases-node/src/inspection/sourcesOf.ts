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

import { InspectedReference } from '@basewell/plugin-databases-common/domain';
import { DocumentFields } from './DocumentFields';

/**
 * The entries of secret stores that a custom resource reads:
 *
 *     VaultStaticSecret, VaultDynamicSecret   spec: namespace, mount, path
 *     ExternalSecret                          spec: secretStoreRef {kind, name},
 *                                             data[].remoteRef {key, property},
 *                                             dataFrom[].extract {key, property}
 *     ClusterExternalSecret                   the same in spec.externalSecretSpec
 */
export function sourcesOf(
  object: DocumentFields,
): readonly InspectedReference[] {
  switch (object.name('kind')) {
    case 'VaultStaticSecret':
    case 'VaultDynamicSecret':
      return vaultEntry(object.below('spec'));
    case 'ExternalSecret':
      return externalEntries(
        object.below('spec'),
        object.name('metadata', 'namespace'),
      );
    case 'ClusterExternalSecret':
      return externalEntries(
        object.below('spec', 'externalSecretSpec'),
        undefined,
      );
    default:
      return [];
  }
}

function vaultEntry(spec: DocumentFields): readonly InspectedReference[] {
  const mount = spec.name('mount');
  const path = spec.leaf('path');
  const namespace = spec.name('namespace');
  return mount && path
    ? [
        {
          line: path.line,
          store: `Vault${namespace ? ` ${namespace}` : ''}, mount ${mount}`,
          path: path.text,
        },
      ]
    : [];
}

function externalEntries(
  spec: DocumentFields,
  namespace: string | undefined,
): readonly InspectedReference[] {
  const store = (reference: DocumentFields) => {
    const name = reference.name('name');
    const kind = reference.name('kind') ?? 'SecretStore';
    // One of that name in another namespace is another store.
    const scope = kind === 'SecretStore' ? `${namespace ?? ''}/` : '';
    return name && `${kind} ${scope}${name}`;
  };
  const shared = store(spec.below('secretStoreRef'));
  return [
    ...spec.items('data').map(item => ({
      item,
      reference: item.below('remoteRef'),
    })),
    ...spec.items('dataFrom').map(item => ({
      item,
      reference: item.below('extract'),
    })),
  ].flatMap(({ item, reference }) => {
    const key = reference.leaf('key');
    const property = reference.name('property');
    const from = store(item.below('sourceRef', 'storeRef')) ?? shared;
    return key && from
      ? [
          {
            line: key.line,
            store: from,
            path: key.text,
            ...(property && { property }),
          },
        ]
      : [];
  });
}
