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

import { createHash } from 'node:crypto';
import { testRule } from './__testUtils__/testRule';
import { macParts } from './checkMac';
import { computeMac } from './mac';
import type { OpenedSite } from './open';
import { compileSelector } from './rules/selector';
import { Scratch } from './scratch';
import { readYaml } from './tree/readYaml';
import { walk } from './tree/walk';

/** The plaintext that the MAC of a text in clear is made of. */
function macText(text: string, macOnlyEncrypted: boolean): string {
  const selects = compileSelector(testRule().selector);
  const sites = readYaml(text)
    .flatMap(document => walk(document, selects))
    .map((site): OpenedSite => ({
      ...site,
      type: site.node.kind === 'comment' ? 'comment' : site.node.type,
      bytes: new TextEncoder().encode(
        site.node.kind === 'comment'
          ? site.node.text
          : (site.node.value as string),
      ),
    }));
  return Buffer.concat(
    macParts(sites, macOnlyEncrypted, new Scratch()),
  ).toString();
}

describe('what the MAC is made of', () => {
  it.each([
    ['the order of the document, not of keys', 'b: 2\na: 1\n', '21'],
    ['values in clear and not', 'kind: x\ndata: {a: y}\n', 'xy'],
    ['no separators', 'a: [x, y]\nb: z\n', 'xyz'],
    ['all documents', 'a: x\n---\na: y\n', 'xy'],
    ['no comments', '# c\na: x # d\ndata:\n  # e\n  b: y\n', 'xy'],
    ['no null, no empty text', 'a: null\nb: ""\nc: {}\nd: x\n', 'x'],
    ['canonical booleans', 'a: true\nb: FALSE\n', 'TrueFalse'],
    ['canonical numbers', 'a: 0x1F\nb: 1e3\nc: -.inf\n', '311000-Inf'],
    ['canonical times', 'a: 2001-12-14\n', '2001-12-14T00:00:00Z'],
  ])('%s', (_, text, expected) => {
    expect(macText(text, false)).toBe(expected);
  });

  it('only encrypted values, if the rule says so', () => {
    expect(macText('kind: x\ndata: {a: y}\n', true)).toBe('y');
  });
});

describe('computeMac', () => {
  const parts = ['ab', 'c'].map(text => new TextEncoder().encode(text));
  const sha512 = (...bytes: Uint8Array[]) =>
    createHash('sha512')
      .update(Buffer.concat(bytes))
      .digest('hex')
      .toUpperCase();

  it('is SHA-512 over all of it', async () => {
    expect(await computeMac(parts, false)).toBe(sha512(...parts));
  });

  it('begins otherwise for encrypted values only', async () => {
    const begin = createHash('sha256').update('sops').digest();
    expect(await computeMac(parts, true)).toBe(sha512(begin, ...parts));
  });
});
