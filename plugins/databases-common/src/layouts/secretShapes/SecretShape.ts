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

import { EncryptionFact, SecretShapeId, Violation } from '../../model';

/** What a creation rule says of a file that it covers. */
export type CreationRuleFact = EncryptionFact & { readonly state: 'covered' };

/** A way in which houses write sealed Secrets. One file and one line in the registry for each. */
export interface SecretShape {
  readonly id: SecretShapeId;
  /** For a reviewer, as an answer to how Secrets are written. */
  readonly title: string;
  /**
   * What a kustomization takes the file for: a `manifest` among its resources,
   * or `ciphertext` that a generator has to decrypt first.
   */
  readonly listedAs: 'manifest' | 'ciphertext';
  /**
   * What lies in the file on its way into the Kubernetes cluster: `ciphertext` has
   * to be decrypted by what delivers it, a `manifest` is applied as it is.
   */
  readonly holds: 'manifest' | 'ciphertext';
  /** Why what decrypts this shape could not read a file made by a creation rule. */
  objections(path: string, rule: CreationRuleFact): readonly Violation[];
}
