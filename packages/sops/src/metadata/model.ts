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

import type { RecipientType, Selector } from '../rules/model';

/**
 * The data key, or a group's part of it, encrypted to one recipient.
 *
 * @public
 */
export interface WrappedKey {
  readonly type: RecipientType;
  /** As in a rule's recipients: public key, fingerprint, ARN, resource id or URL. */
  readonly id: string;
  /** For age an armored file, with line breaks; else what the key service returned. */
  readonly enc: string;
}

/**
 * The `sops` branch of a file.
 *
 * @public
 */
export interface SopsMetadata {
  /** One group: each key opens the file. More: `shamirThreshold` groups do. */
  readonly keyGroups: readonly (readonly WrappedKey[])[];
  readonly shamirThreshold: number | undefined;
  /** RFC 3339 in seconds, as written. `sops updatekeys` leaves it alone. */
  readonly lastModified: string;
  /** Encrypted; undefined if the file has none. */
  readonly mac: string | undefined;
  readonly macOnlyEncrypted: boolean;
  /** Version of sops, or of the format this package emulates. */
  readonly version: string | undefined;
  readonly selector: Selector;
}
