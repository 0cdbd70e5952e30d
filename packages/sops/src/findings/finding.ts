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

import type { Problem } from '../structure/problem';

/**
 * One result of `verify`.
 *
 * - `clear-value`: in clear although covered by the selector, or below `data` or
 *   `stringData`
 * - `stray-ciphertext`: ciphertext that the selector does not cover
 * - `nothing-encrypted`: the selector covers no value
 * - `encrypted-manifest`: an encrypted `apiVersion`, `kind`, `metadata` or `type`
 * - `missing-mac`, `missing-version`, `invalid-metadata`: sops would refuse the file
 * - `selector-differs`, `recipients-differ`: not what the rule says
 * - `short-value`: a password of fewer than 16 bytes
 * - `copied-ciphertext`: the same ciphertext stands in another file
 * - `not-encrypted`: no SOPS file; `unreadable`: neither YAML nor JSON
 * - `no-data-key`: the identities do not open the file
 * - `value-not-authentic`, `mac-mismatch`: changed outside sops
 *
 * @public
 */
export interface Finding {
  readonly code:
    | Problem['code']
    | 'short-value'
    | 'copied-ciphertext'
    | 'not-encrypted'
    | 'unreadable'
    | 'no-data-key'
    | 'value-not-authentic'
    | 'mac-mismatch';
  /** Keys joined by dots; empty for the whole file. */
  readonly path: string;
  /** A sentence without a full stop, and without any value of the file. */
  readonly message: string;
}
