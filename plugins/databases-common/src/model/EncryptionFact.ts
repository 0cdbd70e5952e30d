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
 * What the platform repository's own `.sops.yaml` says about one path. The
 * shell reads and parses it; the domain only decides by it.
 *
 * @public
 */
export type EncryptionFact =
  | {
      readonly state: 'covered';
      /** Path of the `.sops.yaml` that decides. */
      readonly config: string;
      /** Number of the creation rule in it, from 1. */
      readonly rule: number;
      /** Public keys, as written. */
      readonly recipients: readonly string[];
      /** Recipients that cannot be served here; the file could not be made. */
      readonly unsupported: readonly string[];
      readonly encrypts: EncryptedPart;
      /** Fields that `sops` of the file has besides recipients, MAC and version. */
      readonly fields: readonly string[];
      /** Sentences about what is odd in that file. */
      readonly warnings: readonly string[];
    }
  | {
      readonly state: 'uncovered';
      /** Why: no `.sops.yaml`, no rule that matches, a rule that does not parse. */
      readonly reason: string;
    };

/**
 * How much of a Secret a creation rule encrypts.
 *
 * - `values`: `data` and `stringData`, also in the templates of a SopsSecret
 * - `templates`: `spec.secretTemplates` of a SopsSecret, and nothing of a Secret
 * - `file`: what tells Kubernetes what the object is too
 * - `other`: none of these as a whole; it chooses by key, or by comments
 *
 * @public
 */
export type EncryptedPart = 'values' | 'templates' | 'file' | 'other';
