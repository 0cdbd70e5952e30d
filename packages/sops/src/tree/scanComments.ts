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

import { Lexer } from 'yaml';

/** A comment line and where it stands in the text. @internal */
export interface FoundComment {
  readonly offset: number;
  readonly column: number;
  /** Without the `#`. */
  readonly text: string;
  /** Nothing but white space stands before it on its line. */
  readonly ownLine: boolean;
}

/** The lexer's marks for document start, flow error and block scalar take no room. */
const marks = new Set(['\u0002', '\u0018', '\u001f']);

/**
 * Every comment of a YAML text, in order.
 *
 * @internal
 */
export function scanComments(text: string): FoundComment[] {
  // Most encrypted files have none, and lexing takes as long as parsing.
  if (!text.includes('#')) return [];
  const found: FoundComment[] = [];
  let offset = 0;
  let isScalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme.startsWith('#') && !isScalar) {
      const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
      found.push({
        offset,
        column: offset - lineStart,
        text: lexeme.slice(1).replace(/\r$/, ''),
        ownLine: text.slice(lineStart, offset).trim() === '',
      });
    }
    isScalar = lexeme === '\u001f';
    if (!marks.has(lexeme)) offset += lexeme.length;
  }
  return found;
}
