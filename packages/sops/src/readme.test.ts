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

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { inspect } from 'node:util';
import * as sops from './index';

const readme = readFileSync(resolve(__dirname, '..', 'README.md'), 'utf8');
const blocks = [...readme.matchAll(/^```ts\n([^]*?)^```/gm)].map(
  ([, code]) => code,
);

/** What the comments behind `console.log` say is printed. */
const promised = [
  ...blocks.join('').matchAll(/console\.log\(.*\/\/ (.*)$/gm),
].map(([, text]) => text);

describe('the README', () => {
  it('has examples that run, one after the other, and print what they say', async () => {
    const code = blocks
      .join('')
      .replaceAll(
        /^import (\{[^}]*\}) from '@basewell\/sops';$/gm,
        'const $1 = sops;',
      );
    const printed: string[] = [];
    const log = (...values: unknown[]) =>
      printed.push(
        values
          .map(value => (typeof value === 'string' ? value : inspect(value)))
          .join(' '),
      );
    // eslint-disable-next-line no-new-func -- the code is our own README's
    const run = new Function(
      'sops',
      'console',
      `return (async () => {\n${code}\n})();`,
    );
    await run(sops, { log });
    expect(promised.length).toBeGreaterThan(3);
    expect(printed).toEqual(promised);
  });

  it('names every recipient kind and error that it says it has', () => {
    for (const [, name] of readme.matchAll(/`(\w+Error)`/g)) {
      expect(sops).toHaveProperty(name);
    }
  });
});
