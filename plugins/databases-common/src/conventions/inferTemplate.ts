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

import { expandTemplate } from '../naming';

/** A text, and what its placeholders stand for there. */
export interface TemplateSample {
  readonly text: string;
  readonly values: { readonly [placeholder: string]: string };
  /** The file that shows it. */
  readonly path: string;
}

/**
 * The template that most texts were made by:
 *
 * ```
 * shop-dev-cnpg    {app: shop, env: dev, -env: -dev}
 * landing-cnpg     {app: landing, env: prod, -env: ''}     → {app}{-env}-cnpg
 * ```
 *
 * @param usual - wins over others that explain as much
 * @returns nothing for no samples; `exceptions` are those it does not explain.
 */
export function inferTemplate(
  samples: readonly TemplateSample[],
  usual?: string,
):
  | {
      readonly template: string;
      readonly evidence: readonly string[];
      readonly exceptions: readonly TemplateSample[];
    }
  | undefined {
  const candidates = [
    ...new Set([
      ...(usual === undefined ? [] : [usual]),
      ...samples.flatMap(candidatesOf),
    ]),
  ];
  const explains = (template: string, { text, values }: TemplateSample) =>
    expandTemplate(template, values).text === text;
  const [best] = candidates
    .map(template => ({
      template,
      count: samples.filter(sample => explains(template, sample)).length,
    }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
  return best
    ? {
        template: best.template,
        evidence: samples
          .filter(sample => explains(best.template, sample))
          .map(({ path }) => path),
        exceptions: samples.filter(sample => !explains(best.template, sample)),
      }
    : undefined;
}

/** With the environment as a suffix, as a word, and as it is written. */
function candidatesOf({ text, values }: TemplateSample): readonly string[] {
  const names = Object.entries(values).filter(
    ([placeholder, value]) =>
      !['env', '-env', 'app_'].includes(placeholder) && value.length > 1,
  );
  const longestFirst = (one: readonly string[], other: readonly string[]) =>
    other[1].length - one[1].length;
  const { env = '', '-env': suffix = '' } = values;
  const snake = values.app_ && values.app_ !== values.app ? values.app_ : '';
  const replaced = (pairs: readonly (readonly [string, string])[]) =>
    replaceWords(
      text,
      pairs.filter(([, value]) => value !== ''),
    );
  const common = [...names].sort(longestFirst);
  const own: readonly (readonly [string, string])[] = snake
    ? [...common, ['app_', snake]]
    : common;
  return [
    replaced([...own, ['-env', suffix]]),
    replaced([...own, ['env', env]]),
    replaced(own),
  ];
}

/** Only whole words, and none inside a placeholder. */
function replaceWords(
  text: string,
  pairs: readonly (readonly [string, string])[],
): string {
  return pairs.reduce((current, [placeholder, value]) => {
    const word = value.replace(/[.*+?^$()|[\]\\{}]/g, '\\$&');
    const before = value.startsWith('-') ? '' : '(?<![A-Za-z0-9])';
    return current
      .split(/(\{[^{}]*\})/)
      .map((part, index) =>
        index % 2
          ? part
          : part.replace(
              new RegExp(`${before}${word}(?![A-Za-z0-9])`, 'g'),
              () => `{${placeholder}}`,
            ),
      )
      .join('');
  }, text);
}
