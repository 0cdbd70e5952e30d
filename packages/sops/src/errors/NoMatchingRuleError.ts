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
 * No creation rule applies to a file.
 *
 * @public
 */
export class NoMatchingRuleError extends SopsError<
  'NO_MATCHING_RULE',
  { readonly file: string; readonly config: string | undefined }
> {
  constructor(file: string, config: string | undefined) {
    super(
      'NO_MATCHING_RULE',
      config === undefined
        ? `No .sops.yaml lies in the folder of ${file} or above it. Add one ` +
            'with a creation rule for this path.'
        : `No creation rule of ${config} matches ${file}. sops looks no further ` +
            'than the nearest .sops.yaml: add a rule for this path there.',
      { file, config },
    );
  }
}
