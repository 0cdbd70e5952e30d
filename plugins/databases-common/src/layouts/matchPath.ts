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

const tokens: { readonly [token: string]: string | undefined } = {
  '**/': '(?:[^/]+/)*',
  '**': '.*',
  '*': '[^/]*',
  '?': '[^/]',
};
const literal = /[.+^${}()|[\]\\]/g;

/**
 * Patterns of folders and files in ApplicationSets. Go's `path.Match`, and `**`
 * for any number of folders:
 *
 * ```
 * *  ?  [a-z]  [^a-z]   inside a segment    **   across segments
 * ```
 */
export function matchPath(pattern: string, path: string): boolean {
  const expression = pattern
    .split(/(\*\*\/|\*\*|\*|\?|\[\^?[^\]\\/]+\])/)
    .map(part => tokens[part] ?? classOf(part) ?? part.replace(literal, '\\$&'))
    .join('');
  return new RegExp(`^${expression}$`).test(path);
}

/** What no class can be, such as one from z to a, matches nothing. */
function classOf(part: string): string | undefined {
  const [, not, members = ''] = /^\[(\^?)([^\]]+)\]$/.exec(part) ?? [];
  if (not === undefined) {
    return undefined;
  }
  const isReversed = [...members.matchAll(/(.)-(.)/g)].some(
    ([, from, to]) => from > to,
  );
  return isReversed
    ? '(?!)'
    : `(?!/)[${not}${members.replace(/[[\]\\^]/g, '\\$&')}]`;
}
