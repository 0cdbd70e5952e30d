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
 * Something wrong with a SOPS file that can be seen without a key.
 *
 * @public
 */
export interface Problem {
  readonly code:
    | 'missing-mac'
    | 'missing-version'
    | 'invalid-metadata'
    | 'selector-differs'
    | 'recipients-differ'
    | 'clear-value'
    | 'encrypted-manifest'
    | 'stray-ciphertext'
    | 'nothing-encrypted';
  /** Keys joined by dots; empty for the whole file. */
  readonly path: string;
  /** A sentence without a full stop, and without any value of the file. */
  readonly message: string;
}
