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

import { describeWithServers } from '@basewell/testkit';
import fc from 'fast-check';
import { arbitraryDocument } from './__testUtils__/arbitraryDocument';
import { SopsFolder } from './__testUtils__/SopsFolder';
import { testKeys } from './__testUtils__/testKeys';
import { testConfig, testRule } from './__testUtils__/testRule';
import { decrypt } from './decrypt';
import { encrypt } from './encrypt';
import { InvalidDocumentError } from './errors/InvalidDocumentError';
import { fromPlain, type PlainTree } from './tree/fromPlain';
import { emitYaml } from './tree/emitYaml';
import { verify } from './verify';

// Each test starts the real sops, up to a hundred times.
jest.setTimeout(60_000);

const now = new Date('2026-01-31T12:00:00Z');
const identities = [testKeys.alice.identity];

/** As go-yaml resolves them; YAML 1.1 and 1.2 would each say something else to some. */
const plainScalars: readonly string[] = [
  ...['true', 'True', 'TRUE', 'tRUE', 'false', 'yes', 'Yes', 'no', 'on', 'off'],
  ...['y', 'n', 'null', 'Null', 'NULL', '~', '', '.inf', '-.Inf', '+.INF'],
  ...['.nan', '.NaN', 'nan', 'inf', '0', '-0', '+0', '1', '+1', '-1', '007'],
  ...[
    '010',
    '08',
    '-010',
    '0o10',
    '0O10',
    '0o8',
    '0o-7',
    '0x1F',
    '0xg',
    '-0x1F',
  ],
  ...['0b11', '-0b11', '0b2', '1_000', '_1', '1__0', '1_', '1_000.5', '0x_1'],
  ...['1.5', '.5', '-.5', '5.', '1e3', '1E3', '1e+3', '1e-7', '1.e2', '.1e1'],
  ...['1e400', '1e308', '1e22', '0.1', '123456789.123456789', '1_0e1_0'],
  ...['9223372036854775807', '-9223372036854775808', '-9223372036854775809'],
  ...['18446744073709551616', '123456789012345678901234567890', '0x1p-2'],
  ...['190:20:30', '1:2', '2001-01-01', '2001-1-1', '2001-02-29', '2000-02-29'],
  ...['2001-12-14t21:59:43.10-05:00', '2001-12-14 21:59:43.10', '2001-12-14'],
  ...['2001-12-14T21:59:43Z', '2001-12-14T21:59:43', '2001-12-14 1:2:3'],
  ...['2001-12-14 21:59:43.10 -5', '2001-12-15T02:59:43.123456789Z', '20:30'],
  ...['2001-12-14T21:59:43+00:00', '0001-01-01', '10000-01-01', '2001-13-01'],
  ...[
    '2001-12-14T24:00:00Z',
    '2001-12-14T21:59:43,5Z',
    '+',
    '-',
    '.',
    '+.',
    '-.',
  ],
  ...['1,000', '1 000', '0x', '0b', '0o', '1e', 'e1', '.e1', '+-1', '1-1', '='],
];

/** Comments wherever YAML allows them. */
const commented = `# first, before a key
kind: Secret # beside a value
# secret, before a map
metadata:
    # in a map
    name: a # public
    labels:
        app: b
        # at the end of a map
# before a list
list:
    # in a list, before an item
    - one
    - two # beside an item
    # public, at the end of a list
# several lines
# before a map
stringData:
    # in the encrypted map
    password: c
    # secret, before a value
    token: d # beside a secret
    empty: ""
    number: 12
    # at its end
# secret and public
last: e
`;

/** The same without a Secret and without comments in a list, which may not be encrypted. */
const commentedValues = commented
  .replace('stringData', 'values')
  .replaceAll(/ *# (?:in a list|beside an item|public, at).*\n/g, '\n')
  .replaceAll(/\n\n/g, '\n');

describeWithServers('sops')('what the real sops writes, we read', () => {
  const folder = new SopsFolder({ SOPS_AGE_KEY: testKeys.alice.identity });
  folder.write('.sops.yaml', testConfig);
  folder.write('mac-only.yaml', `${testConfig}    mac_only_encrypted: true\n`);
  afterAll(() => folder.remove());

  async function sops(
    args: readonly string[],
    text: string,
    extension: 'yaml' | 'json' = 'yaml',
  ): Promise<string> {
    const result = await folder.runOn(text, args, { extension });
    expect(result.stderr).toBe('');
    return result.stdout;
  }

  it.each([
    ['yaml', '.sops.yaml', 70],
    ['yaml', 'mac-only.yaml', 30],
    ['json', '.sops.yaml', 30],
  ] as const)(
    'generated documents: %s by %s',
    async (format, config, numRuns) => {
      await fc.assert(
        fc.asyncProperty(arbitraryDocument, async document => {
          const source =
            format === 'json'
              ? JSON.stringify(document)
              : emitYaml([fromPlain(document as PlainTree)], 4);
          const text = await sops(
            ['--config', config, 'encrypt'],
            source,
            format,
          );
          const read = await decrypt(text, { identities }).catch(
            error => error,
          );
          // go-yaml cannot read all that it writes, such as `- |4-`.
          fc.pre(
            !(read instanceof InvalidDocumentError) ||
              (await folder.runOn(text, ['decrypt'])).succeeded,
          );
          expect(read.tree).toEqual(document);
          expect(await verify(text, { identities })).toEqual([]);
        }),
        { numRuns },
      );
    },
  );

  it('every plain scalar: the same type and value', async () => {
    const scalars = (name: string) =>
      `${name}:\n${plainScalars.map(scalar => `  - ${scalar}\n`).join('')}`;
    const source = scalars('clear') + scalars('data');
    const theirs = await sops(['encrypt'], source);
    const ours = await encrypt(source, {
      format: 'yaml',
      rule: testRule(),
      now,
    });

    expect(await sops(['decrypt'], ours)).toBe(await sops(['decrypt'], theirs));
    const types = (text: string) => text.match(/type:[a-z]+/g);
    expect(types(ours)).toEqual(types(theirs));
    for (const text of [theirs, ours]) {
      const { tree } = await decrypt(text, { identities });
      expect(tree.data).toEqual(tree.clear);
    }
  });

  it.each([
    ['encrypted_regex: ^(data|stringData)$', commented],
    ['unencrypted_regex: ^(kind|list)$', commented],
    ['encrypted_suffix: Data', commented],
    ['unencrypted_suffix: st', commented],
    ['encrypted_comment_regex: secret', commentedValues],
    ['unencrypted_comment_regex: public', commentedValues],
  ])(
    'the same values and comments are encrypted by %s',
    async (selector, source) => {
      const config = `creation_rules:\n  - age: ${testKeys.alice.recipient}\n    ${selector}\n`;
      folder.write('selector.yaml', config);
      const theirs = await sops(
        ['--config', 'selector.yaml', 'encrypt'],
        source,
      );
      const ours = await encrypt(source, {
        format: 'yaml',
        rule: testRule(config),
        now,
      });
      expect(shapeOf(ours)).toEqual(shapeOf(theirs));
      expect(await sops(['decrypt'], ours)).toBe(
        await sops(['decrypt'], theirs),
      );
      expect((await decrypt(ours, { identities })).text).toBe(source);
      expect((await decrypt(theirs, { identities })).text).toBe(source);
    },
  );
});

/** The text without what differs by chance: ciphertexts, keys, MAC and quotes. */
function shapeOf(text: string): string {
  return text
    .replace(/^sops:[^]*$/m, '')
    .replaceAll(/,iv:[^,]+,tag:[^,]+,/g, ',')
    .replaceAll(/data:[^,]+/g, ({ length }) => `data:${length}`);
}
