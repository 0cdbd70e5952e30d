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
 * A pattern that is not one matches nothing, as in Argo CD. The time grows with
 * the product of both lengths, whatever the pattern.
 */
export function matchGlob(pattern: string, text: string): boolean {
  const parts = parse(pattern);
  const characters = [...text];
  return (
    parts !== undefined &&
    advance(parts, new Set([0]), characters).has(characters.length)
  );
}

type Part =
  | { readonly kind: 'any' }
  | { readonly kind: 'one'; readonly accepts: (character: string) => boolean }
  | { readonly kind: 'choice'; readonly options: readonly (readonly Part[])[] };

/** Where in the text the parts can end when they begin at these places. */
function advance(
  parts: readonly Part[],
  starts: ReadonlySet<number>,
  text: readonly string[],
): ReadonlySet<number> {
  return parts.reduce<ReadonlySet<number>>((places, part) => {
    const ends = new Set<number>();
    if (part.kind === 'choice') {
      for (const option of part.options) {
        advance(option, places, text).forEach(end => ends.add(end));
      }
    } else if (part.kind === 'any') {
      const first = Math.min(...places);
      for (let place = first; place <= text.length; place += 1) {
        ends.add(place);
      }
    } else {
      for (const place of places) {
        if (place < text.length && part.accepts(text[place])) {
          ends.add(place + 1);
        }
      }
    }
    return ends;
  }, starts);
}

const TOKEN = /\\([^])|\*+|\[(!?)(?:(.)-(.)|([^\]]+))\]|[^]/gu;

function parse(pattern: string): readonly Part[] | undefined {
  const open: Part[][][] = [[[]]];
  for (const match of pattern.matchAll(TOKEN)) {
    const [token, escaped] = match;
    const options = open[open.length - 1];
    const parts = options[options.length - 1];
    if (token === '{') {
      open.push([[]]);
    } else if (token === '}' && open.length > 1) {
      open.pop();
      open[open.length - 1].at(-1)!.push({ kind: 'choice', options });
    } else if (token === ',' && open.length > 1) {
      options.push([]);
    } else if (token.startsWith('*')) {
      parts.push({ kind: 'any' });
    } else if (token === '?') {
      parts.push({ kind: 'one', accepts: () => true });
    } else if (token === '[' || token === '\\') {
      return undefined;
    } else if (token.length > 2 && token.startsWith('[')) {
      parts.push({ kind: 'one', accepts: setOf(match) });
    } else {
      const literal = escaped ?? token;
      parts.push({ kind: 'one', accepts: character => character === literal });
    }
  }
  return open.length === 1 ? open[0][0] : undefined;
}

function setOf([, , not, from, to, list]: RegExpMatchArray) {
  const members = [...(list ?? '')];
  return (character: string) =>
    (list === undefined
      ? character >= from && character <= to
      : members.includes(character)) !==
    (not === '!');
}
