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

import { RE2JS } from 're2js';
import { InvalidRegexError } from '../errors/InvalidRegexError';

/** Compiling takes longer than encrypting, and every file needs it several times. */
const compiled = new Map<string, (text: string) => boolean>();
const mostRemembered = 100;

/**
 * A function that tells whether an RE2 expression matches anywhere in a text, as
 * Go's `regexp.MatchString`. JavaScript's own expressions differ: they refuse
 * `(?i)` inside a group, and accept lookaheads.
 *
 * @param where - names the expression in the error
 *
 * @internal
 */
export function compileRegex(
  regex: string,
  where: string,
): (text: string) => boolean {
  const known = compiled.get(regex);
  if (known !== undefined) return known;
  try {
    const pattern = RE2JS.compile(regex);
    const matches = (text: string) => pattern.matcher(text).find();
    if (compiled.size >= mostRemembered) compiled.clear();
    compiled.set(regex, matches);
    return matches;
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    throw new InvalidRegexError(
      where,
      regex,
      reason.replace(/^error parsing regexp: /, ''),
    );
  }
}
