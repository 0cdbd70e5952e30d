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
 * A regular expression is not RE2. sops ignores this silently for its selectors
 * and then encrypts nothing, so it is always an error here.
 *
 * @public
 */
export class InvalidRegexError extends SopsError<
  'INVALID_REGEX',
  { readonly where: string; readonly regex: string; readonly reason: string }
> {
  constructor(where: string, regex: string, reason: string) {
    super(
      'INVALID_REGEX',
      `${where} is not a valid RE2 expression (${reason}): ${regex}. sops would ` +
        'ignore it and leave values in clear. RE2 has no lookaround and no ' +
        'backreferences.',
      { where, regex, reason },
    );
  }
}
