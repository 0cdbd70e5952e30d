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
 * The message authentication code of the file does not fit its content: a value
 * was changed, added, removed or reordered outside sops.
 *
 * @public
 */
export class MacMismatchError extends SopsError<
  'MAC_MISMATCH',
  { readonly reason: string }
> {
  constructor(reason: string) {
    super(
      'MAC_MISMATCH',
      `The file fails its integrity check: ${reason}. Restore it from git and ` +
        'change it with sops only; a YAML formatter is a frequent cause.',
      { reason },
    );
  }
}
