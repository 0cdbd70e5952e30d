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

import { compileRegex } from './compileRegex';
import type { Selector } from './model';

/**
 * Whether a scalar or comment is encrypted.
 *
 *     path      keys from the top; list positions are not part of it
 *     comments  for each level, the comment lines since its last value; for a
 *               comment, itself is the last line of the last level
 *
 * | option                      | encrypted                                    |
 * | --------------------------- | -------------------------------------------- |
 * | `(un)encrypted_suffix`      | some key of the path ends so (or none does)  |
 * | `(un)encrypted_regex`       | some key of the path matches (or none does)  |
 * | `unencrypted_comment_regex` | no comment above matches                     |
 * | `encrypted_comment_regex`   | some comment above matches; the comment that matches stays clear |
 *
 * Expressions are RE2 and not anchored, so `^data$` covers all below `data`.
 *
 * @internal
 */
export type Selects = (
  path: readonly string[],
  comments: readonly (readonly string[])[],
  isComment: boolean,
) => boolean;

/** @internal */
export function compileSelector({ option, value }: Selector): Selects {
  if (option === 'unencrypted_suffix' || option === 'encrypted_suffix') {
    const encrypts = option === 'encrypted_suffix';
    return path => path.some(key => key.endsWith(value)) === encrypts;
  }
  const matches = remember(compileRegex(value, option));
  switch (option) {
    case 'unencrypted_regex':
      return path => !path.some(matches);
    case 'encrypted_regex':
      return path => path.some(matches);
    case 'unencrypted_comment_regex':
      return (_, comments) => !comments.flat().some(matches);
    default:
      return (_, comments, isComment) => {
        const above = comments.flat();
        return (isComment ? above.slice(0, -1) : above).some(matches);
      };
  }
}

/** Files repeat their keys: `name`, `value`. */
function remember(
  matches: (text: string) => boolean,
): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return text => {
    const answer = known.get(text) ?? matches(text);
    known.set(text, answer);
    return answer;
  };
}
