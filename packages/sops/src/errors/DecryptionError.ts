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
 * A value does not authenticate under the data key and its path: it was
 * changed, moved to another key, or comes from another file.
 *
 * @public
 */
export class DecryptionError extends SopsError<
  'VALUE_NOT_AUTHENTIC',
  { readonly path: string }
> {
  constructor(path: string, reason: string) {
    super(
      'VALUE_NOT_AUTHENTIC',
      `${path} cannot be decrypted: ${reason}. Restore the file from git and ` +
        'change it with sops only.',
      { path },
    );
  }
}
