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

import { ShellCommand } from './ShellScript';

/** The values of options, as `-h x`, `-hx`, `--host x` or `--host=x`. */
export function optionValues(
  words: readonly string[],
  options: readonly string[] = [],
): readonly string[] {
  return words.flatMap((word, index) => {
    const option = options.find(
      name =>
        word === name ||
        (name.startsWith('--')
          ? word.startsWith(`${name}=`)
          : word.startsWith(name) && word.length > name.length),
    );
    if (!option) {
      return [];
    }
    if (word === option) {
      return words[index + 1] ?? [];
    }
    return word.slice(option.length).replace(/^=/, '');
  });
}

/** The words that belong to no option. */
export function plainWords(
  words: readonly string[],
  optionsWithValue: readonly string[],
): readonly string[] {
  return words.filter(
    (word, index) =>
      !word.startsWith('-') &&
      !optionsWithValue.includes(words[index - 1] ?? ''),
  );
}

/** The name of a command without its path. */
export function nameOf({ words }: ShellCommand): string {
  return words[0]?.split('/').at(-1) ?? '';
}
