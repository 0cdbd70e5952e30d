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
 * `describe` when nothing is missing. Otherwise a person sees one skipped test that
 * says so and what to do; with `CI` set that test fails instead.
 *
 * @param remedy - a command
 * @internal
 */
export function describeOrExcuse(
  missing: readonly string[],
  remedy: string,
): (name: string, tests: () => void) => void {
  if (missing.length === 0) {
    return (name, tests) => describe(name, tests);
  }

  const reason = `needs ${missing.join(', ')}: ${remedy}`;
  return name =>
    describe(name, () => {
      if (process.env.CI) {
        test(reason, () => {
          throw new Error(
            `${missing.join(', ')} could not be found; ${remedy} provides what is missing`,
          );
        });
      } else {
        printNotice(`SKIPPED: ${name} ${reason}`);
        test.skip(reason, () => {});
      }
    });
}

function printNotice(text: string): void {
  const line = '─'.repeat(text.length + 2);
  // eslint-disable-next-line no-console -- the person who runs the tests reads it
  console.warn(`┌${line}┐\n│ ${text} │\n└${line}┘`);
}
