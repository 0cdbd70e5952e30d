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

import { SopsError } from './SopsError';

/**
 * The document already has the top-level key `sops`.
 *
 * @public
 */
export class AlreadyEncryptedError extends SopsError<'ALREADY_ENCRYPTED'> {
  constructor() {
    super(
      'ALREADY_ENCRYPTED',
      'The document has a top-level key "sops", so it is encrypted already. ' +
        'Decrypt it first, or rename that key if the document is plain.',
      {},
    );
  }
}
