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

/**
 * What a SealedSecret is bound to, besides the key of the controller:
 *
 * - `strict`: its name and namespace
 * - `namespace-wide`: its namespace
 * - `cluster-wide`: nothing
 *
 * @public
 */
export type SealingScope = 'strict' | 'namespace-wide' | 'cluster-wide';

/**
 * For which controller of Sealed Secrets a secret is sealed. Nothing of it is
 * secret.
 *
 * @public
 */
export interface ControllerSealing {
  readonly state: 'sealed';
  /** The certificate as PEM. */
  readonly certificate: string;
  /** Where it is from: a path in the platform repository, or an option of the target. */
  readonly from: string;
  /** Kind of its public key. */
  readonly key: string;
  readonly notAfter: string;
  readonly fingerprint: string;
  readonly scope: SealingScope;
}
