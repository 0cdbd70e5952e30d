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

/** A word with its quotes taken off, or an operator. */
interface ShellToken {
  readonly text: string;
  readonly isOperator: boolean;
}

/** Longer ones are no scripts that people wrote into a manifest. */
const LONGEST = 20_000;

const pattern =
  /\\\r?\n|[ \t]+|#[^\n]*|(?:\r?\n|;;|;|&&|\|\||\|&|\||&>>?|&|\(|\))|(?:\d?>>|\d?>&\d|\d?>|<<?)|(?:"(?:\\[^]|[^"\\])*"|'[^']*'|\$\([^()]*(?:\([^()]*\)[^()]*)*\)|\$\{[^}]*\}|\\[^]|[^\s;&|()<>"'\\])+|[^]/g;

const operator =
  /^(?:\r?\n|;;|;|&&|\|\||\|&|\||&>>?|&|\(|\)|\d?>>|\d?>&\d|\d?>|<<?)$/;

/** Splits a script into words and operators; a line's end is `;`. */
export function shellTokens(script: string): readonly ShellToken[] {
  const found = script.slice(0, LONGEST).match(pattern) ?? [];
  return found
    .filter(text => !/^(?:\\\r?\n|[ \t]+|#[^\n]*)$/.test(text))
    .map(text =>
      operator.test(text)
        ? { text: /^\r?\n$/.test(text) ? ';' : text, isOperator: true }
        : { text: unquoted(text), isOperator: false },
    );
}

function unquoted(word: string): string {
  return word.replace(
    /"((?:\\[^]|[^"\\])*)"|'([^']*)'|\\([^])/g,
    (_, double?: string, single?: string, escaped?: string) =>
      double?.replace(/\\(["\\$`])/g, '$1') ?? single ?? escaped ?? '',
  );
}
