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

import { Fields } from '../observation';

/**
 * A store of the External Secrets Operator, and one entry in it.
 *
 * @public
 */
export interface StoreReference {
  readonly kind: 'SecretStore' | 'ClusterSecretStore';
  readonly name: string;
}

/** @returns nothing when there is no name */
export function readStoreReference(
  reference: Fields,
): readonly StoreReference[] {
  const name = reference.string('name');
  return name
    ? [
        {
          kind:
            reference.string('kind') === 'ClusterSecretStore'
              ? 'ClusterSecretStore'
              : 'SecretStore',
          name,
        },
      ]
    : [];
}

/** Where it is found: `store:SecretStore/web-shop/vault`, `store:ClusterSecretStore/vault`. @public */
export function storeKey(
  { kind, name }: StoreReference,
  namespace: string | undefined,
): string {
  return kind === 'SecretStore'
    ? `store:${kind}/${namespace}/${name}`
    : `store:${kind}/${name}`;
}

/** Under which those are found that read or write one entry of a store. @public */
export function remoteKey(
  store: StoreReference,
  namespace: string | undefined,
  entry: string,
): string {
  return `remote:${storeKey(store, namespace)}/${entry}`;
}
