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

import { Fields, ObservedKind } from '../observation';
import { shortText } from './shortText';

/**
 * What is kept of a storage class.
 *
 * @public
 */
export interface StorageClassData {
  /** What becomes of a volume whose claim is deleted: `Delete` or `Retain`. */
  readonly reclaimPolicy: string;
  /** Whether claims that name no class get volumes of this one. */
  readonly isDefault: boolean;
}

/** Found under their names, the default one under an empty name too. @public */
export const storageClass: ObservedKind<StorageClassData> = {
  id: 'storageclasses.storage.k8s.io',
  group: 'storage.k8s.io',
  versions: ['v1'],
  resource: 'storageclasses',
  kind: 'StorageClass',
  namespaced: false,
  feeds: 'Whether the data outlives the claim to its volume.',
  lane: 'health',
  project(object) {
    const fields = Fields.of(object);
    return {
      reclaimPolicy: shortText(fields.string('reclaimPolicy'), 20) ?? 'Delete',
      isDefault:
        fields.string(
          'metadata',
          'annotations',
          'storageclass.kubernetes.io/is-default-class',
        ) === 'true',
    };
  },
  keys: ({ name, data: { isDefault } }) => (isDefault ? [name, ''] : [name]),
};
