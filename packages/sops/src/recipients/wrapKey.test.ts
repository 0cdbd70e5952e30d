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

import { testKeys } from '../__testUtils__/testKeys';
import { makeSshKey } from '../__testUtils__/makeSshKey';
import { testRule } from '../__testUtils__/testRule';
import type { CreationRule } from '../rules/model';
import { wrapKey } from './wrapKey';

const { alice, bob } = testKeys;
const dataKey = new Uint8Array(32).fill(7);

describe('wrapKey', () => {
  const ed25519 = makeSshKey('ssh-ed25519').recipient.split(' ')[1];
  const zero = 'age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqe0sjl4';

  it.each([
    ['an age key cut off', alice.recipient.slice(0, -1), /62 characters/],
    ['a wrong checksum', `${alice.recipient.slice(0, -1)}q`, /./],
    ['a low order point', zero, /./],
    ['a hybrid key cut off', 'age1pq1abc', /1,959 characters/],
    ['SSH without a key', 'ssh-ed25519 ', /./],
    ['SSH that is no base64', 'ssh-ed25519 ??', /not base64/],
    ['SSH cut off', `ssh-ed25519 ${ed25519.slice(0, -4)}`, /cut off/],
    ['another algorithm inside', `ssh-rsa ${ed25519}`, /not of algorithm/],
  ])('refuses %s', async (_, id, reason) => {
    const rule: CreationRule = {
      ...testRule(),
      keyGroups: [[{ type: 'age', id }]],
    };
    await expect(wrapKey(dataKey, rule)).rejects.toMatchObject({
      code: expect.stringMatching(/INVALID_RECIPIENT|UNSUPPORTED_RECIPIENTS/),
      message: expect.stringMatching(reason),
    });
  });

  it.each<[string, Partial<CreationRule>]>([
    ['no recipient', { keyGroups: [] }],
    [
      'an empty group',
      { keyGroups: [[], [{ type: 'age', id: bob.recipient }]] },
    ],
    [
      'a threshold of one of two',
      {
        shamirThreshold: 1,
        keyGroups: [alice, bob].map(({ recipient }) => [
          { type: 'age', id: recipient },
        ]),
      },
    ],
    [
      'a threshold of three of two',
      {
        shamirThreshold: 3,
        keyGroups: [alice, bob].map(({ recipient }) => [
          { type: 'age', id: recipient },
        ]),
      },
    ],
  ])('refuses a rule with %s', async (_, change) => {
    await expect(
      wrapKey(dataKey, { ...testRule(), ...change }),
    ).rejects.toMatchObject({ code: 'INVALID_RULE' });
  });
});
