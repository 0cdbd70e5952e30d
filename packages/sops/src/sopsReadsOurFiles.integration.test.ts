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

import fc from 'fast-check';
import {
  arbitraryDocument,
  trickyTexts,
} from './__testUtils__/arbitraryDocument';
import { describeWithServers } from '@basewell/testkit';
import { SopsFolder } from './__testUtils__/SopsFolder';
import { testKeys } from './__testUtils__/testKeys';
import { testConfig, testRule } from './__testUtils__/testRule';
import { encrypt } from './encrypt';
import { encryptTree } from './encryptTree';
import type { PlainTree } from './tree/fromPlain';
import { fromPlain } from './tree/fromPlain';
import { emitYaml } from './tree/emitYaml';

// Each test starts the real sops, up to a hundred times.
jest.setTimeout(60_000);

const now = new Date('2026-01-31T12:00:00.999Z');

describeWithServers('sops')('what we write, the real sops reads', () => {
  const folder = new SopsFolder({ SOPS_AGE_KEY: testKeys.alice.identity });
  afterAll(() => folder.remove());

  /** As JSON, because go-yaml loses U+2028 in keys when it writes. */
  async function readWithSops(
    text: string,
    extension: 'yaml' | 'json',
  ): Promise<unknown> {
    const { stdout, stderr } = await folder.runOn(
      text,
      ['decrypt', '--output-type', 'json'],
      { extension },
    );
    expect(stderr).toBe('');
    return JSON.parse(stdout);
  }

  it.each([
    ['yaml', 'all values under the MAC', testConfig, 80],
    [
      'yaml',
      'only encrypted values under the MAC',
      `${testConfig}    mac_only_encrypted: true\n`,
      40,
    ],
    ['json', 'all values under the MAC', testConfig, 40],
  ] as const)(
    'generated documents: %s, %s',
    async (format, _, config, numRuns) => {
      const rule = testRule(config);
      await fc.assert(
        fc.asyncProperty(arbitraryDocument, async document => {
          const tree = document as PlainTree;
          const text = await encryptTree(tree, { format, rule, now });
          expect(await readWithSops(text, format)).toEqual(document);
        }),
        { numRuns },
      );
    },
  );

  it('streams of generated documents, under one MAC', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(arbitraryDocument, { minLength: 2, maxLength: 5 }),
        async documents => {
          const trees = documents as PlainTree[];
          const text = await encrypt(emitYaml(trees.map(fromPlain), 4), {
            format: 'yaml',
            rule: testRule(),
            now,
          });
          expect(await readWithSops(text, 'yaml')).toEqual(documents[0]);
        },
      ),
      { numRuns: 30 },
    );
  });

  it.each(['yaml', 'json'] as const)(
    'every tricky text as a value, a key, and in clear: %s',
    async format => {
      const values = Object.fromEntries(trickyTexts.map(text => [text, text]));
      const tree = { list: trickyTexts, clear: values, data: values };
      const text = await encryptTree(tree, { format, rule: testRule(), now });
      expect(await readWithSops(text, format)).toEqual(tree);
    },
  );
});
