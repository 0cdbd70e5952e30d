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
 * The text has no `sops` metadata, so it is not a SOPS file.
 *
 * @public
 */
export class NotEncryptedError extends SopsError<'NOT_ENCRYPTED'> {
  constructor() {
    super(
      'NOT_ENCRYPTED',
      'The first document has no top-level key "sops", so this is not a SOPS ' +
        'file. If it holds secrets, they are in clear: encrypt it and rotate them.',
      {},
    );
  }
}
