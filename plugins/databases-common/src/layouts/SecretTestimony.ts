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
 * What a file shows about how Secrets get into a folder:
 *
 * - `ksops`: a generator decrypts them
 * - `sops`: a Secret lies there encrypted; what decrypts it is not in the file
 * - `sopsSecret`: an operator decrypts them
 * - `store`: they come from a store, such as by an ExternalSecret
 * - `sealedSecret`: they are sealed by the key of a controller
 * - `helmValues`: encrypted values lie there, for helm-secrets and a chart
 */
export interface SecretTestimony {
  readonly shows:
    'ksops' | 'sops' | 'sopsSecret' | 'store' | 'sealedSecret' | 'helmValues';
  readonly file: string;
  /** Such as `ExternalSecret`. */
  readonly kind: string;
}
