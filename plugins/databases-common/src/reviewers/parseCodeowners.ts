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
 * CODEOWNERS, as GitHub and GitLab read it:
 *
 * ```
 * # comment
 * pattern  @user  @org/team  mail@example.test
 * [Section] @default-owner                       GitLab; ^[Section] is optional
 * pattern                                        has the section's owners
 * ```
 *
 * Patterns are those of gitignore without `!` and `[…]`. Within a section the
 * last pattern that matches decides; every section has its say.
 */
export interface CodeownersRule {
  readonly section: string;
  readonly pattern: RegExp;
  readonly owners: readonly string[];
}

/** The rules in the order of the file. Lines that make no sense are skipped. */
export function parseCodeowners(text: string): readonly CodeownersRule[] {
  const rules: CodeownersRule[] = [];
  let section = '';
  let defaults: readonly string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const words = line
      .replace(/(^|\s)#.*$/, '')
      .trim()
      .split(/\s+/)
      .filter(Boolean);
    const heading = /^\^?\[([^\]]+)\](?:\[\d+\])?(.*)$/.exec(words.join(' '));
    if (heading) {
      section = heading[1].toLowerCase();
      defaults = owners(heading[2].split(' '));
    } else if (words.length) {
      const own = owners(words.slice(1));
      rules.push({
        section,
        pattern: patternToRegExp(words[0]),
        owners: own.length || !section ? own : defaults,
      });
    }
  }
  return rules;
}

function owners(words: readonly string[]): readonly string[] {
  return words.filter(word => /^@|.@./.test(word));
}

const wildcards: ReadonlyMap<string, string> = new Map([
  ['**/', '(.*/)?'],
  ['/**', '/.+'],
  ['**', '.*'],
  ['*', '[^/]*'],
  ['?', '[^/]'],
]);

function patternToRegExp(pattern: string): RegExp {
  const anchored = pattern.slice(0, -1).includes('/');
  const body = pattern
    .replace(/^\//, '')
    .replace(/\/$/, '')
    .split(/(\*\*\/|\/\*\*$|\*\*|\*|\?)/)
    .map(
      part => wildcards.get(part) ?? part.replace(/[\\^$.|+()[\]{}]/g, '\\$&'),
    )
    .join('');
  return new RegExp(`^${anchored ? '' : '(.*/)?'}${body}${below(pattern)}$`);
}

/** A pattern that names a folder owns all below it; `docs/*` only its files. */
function below(pattern: string): string {
  if (pattern.endsWith('/')) {
    return '/.+';
  }
  return pattern.endsWith('/*') ? '' : '(/.*)?';
}
