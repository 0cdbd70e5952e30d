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

/**
 * Argo CD's globs: gobwas/glob compiled without separators, so `*` crosses `/`
 * as well (argo-cd util/glob, reposerver/repository `findManifests`).
 *
 * ```
 * *  **      anything, nothing too     [abc] [a-z] [!abc]   one of, none of
 * ?          one character             {a,b*,{c,d}}         one of the patterns
 * \x         x itself
 * ```
 *
 * A pattern that is not one matches nothing, as in Argo CD.
 */
export function matchGlob(pattern: string, text: string): boolean {
  try {
    return new RegExp(`^(?:${toRegExp(pattern)})$`, 'su').test(text);
  } catch {
    return false;
  }
}

const TOKEN = /\\([^])|\*+|\?|\[(!?)((?:\\[^]|[^\]])+)\]|[{},]|[^]/gu;

function toRegExp(pattern: string): string {
  let depth = 0;
  const parts = [...pattern.matchAll(TOKEN)].map(
    ([token, escaped, not, set]) => {
      if (escaped !== undefined) {
        return literal(escaped);
      }
      if (set !== undefined) {
        return `[${not ? '^' : ''}${set.replace(/[\\[^&|~]/g, '\\$&')}]`;
      }
      if (token.startsWith('*')) {
        return '.*';
      }
      if (token === '{') {
        depth += 1;
        return '(?:';
      }
      if (token === '}' && depth > 0) {
        depth -= 1;
        return ')';
      }
      if (token === ',' && depth > 0) {
        return '|';
      }
      return token === '?' ? '.' : literal(token);
    },
  );
  return parts.join('');
}

function literal(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&');
}
