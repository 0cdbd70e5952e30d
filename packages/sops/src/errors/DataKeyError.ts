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
 * The given identities cannot recover the data key of a file.
 *
 * @public
 */
export class DataKeyError extends SopsError<
  'NO_DATA_KEY',
  { readonly recipients: readonly string[]; readonly missingGroups: number }
> {
  constructor(recipients: readonly string[], missingGroups: number) {
    super(
      'NO_DATA_KEY',
      `None of the identities opens the data key${
        missingGroups > 0
          ? ` (${missingGroups} more key groups are needed)`
          : ''
      }. The file is encrypted to: ${recipients.join(', ')}.`,
      { recipients, missingGroups },
    );
  }
}
