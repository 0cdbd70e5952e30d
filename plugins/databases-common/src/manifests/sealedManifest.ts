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

import { SecretDraft, SecretShapeId } from '../model';
import { secretManifest, SecretManifest } from './secretManifest';
import { sopsSecretManifest, SopsSecretManifest } from './sopsSecretManifest';

/** What is encrypted: the document of a sealed Secret. @public */
export type SealedManifest<T> = SecretManifest<T> | SopsSecretManifest<T>;

/**
 * The document of a draft in the shape of the house, with these values.
 *
 * @public
 */
export function sealedManifest<T>(
  shape: SecretShapeId,
  draft: Omit<SecretDraft, 'values'>,
  stringData: { readonly [key: string]: T },
): SealedManifest<T> {
  return shape === 'sopsSecret'
    ? sopsSecretManifest(draft, stringData)
    : secretManifest(draft, stringData);
}
