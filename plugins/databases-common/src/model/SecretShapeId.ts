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
 * How a sealed Secret lies in a repository, by what opens it:
 *
 * | shape | the file | opened by |
 * |---|---|---|
 * | `plainSops` | a Secret, named in `resources` | Flux, or a plugin of Argo CD |
 * | `ksops` | a Secret, named in `files` of a generator | KSOPS, in kustomize |
 * | `sopsSecret` | a SopsSecret, named in `resources` | the SOPS Secrets Operator |
 * | `sealedSecret` | a SealedSecret, named in `resources` | the controller of Sealed Secrets |
 *
 * @public
 */
export type SecretShapeId =
  'plainSops' | 'ksops' | 'sopsSecret' | 'sealedSecret';
