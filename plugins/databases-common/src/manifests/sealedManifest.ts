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

import { SealingScope, SecretDraft, SecretShapeId } from '../model';
import {
  sealedSecretManifest,
  SealedSecretManifest,
} from './sealedSecretManifest';
import { secretManifest, SecretManifest } from './secretManifest';
import { sopsSecretManifest, SopsSecretManifest } from './sopsSecretManifest';

/** What is encrypted: the document of a sealed Secret. @public */
export type SealedManifest<T> =
  SecretManifest<T> | SopsSecretManifest<T> | SealedSecretManifest<T>;

/**
 * The document of a draft in the shape of the house, with these values.
 *
 * @param scope - of a SealedSecret
 * @public
 */
export function sealedManifest<T>(
  shape: SecretShapeId,
  draft: Omit<SecretDraft, 'values'>,
  values: { readonly [key: string]: T },
  scope?: SealingScope,
): SealedManifest<T> {
  switch (shape) {
    case 'sealedSecret':
      return sealedSecretManifest(draft, values, scope);
    case 'sopsSecret':
      return sopsSecretManifest(draft, values);
    default:
      return secretManifest(draft, values);
  }
}
