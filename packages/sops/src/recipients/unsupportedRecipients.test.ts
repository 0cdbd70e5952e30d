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
import { testRule } from '../__testUtils__/testRule';
import { encryptTree } from '../encryptTree';
import { unsupportedRecipients } from './unsupportedRecipients';

const now = new Date(0);
const { alice } = testKeys;

describe('unsupportedRecipients', () => {
  it.each([
    alice.recipient,
    'age1pq1abc',
    'ssh-ed25519 AAAA comment',
    'ssh-rsa AAAA',
  ])('serves %s', recipient => {
    const rule = testRule(`creation_rules: [{age: ${recipient}}]`);
    expect(unsupportedRecipients(rule)).toEqual([]);
  });

  it('names every other one, and encrypts to none', async () => {
    const rule = testRule(`creation_rules:
  - encrypted_regex: ^data$
    shamir_threshold: 2
    key_groups:
      - age: [${alice.recipient}, age1yubikey1abc]
        kms: [{arn: 'arn:aws:kms:x'}]
      - pgp: [FINGER]
        age: [ssh-dss AAAA, age1tag1abc]
`);
    const expected = [
      { type: 'age', id: 'age1yubikey1abc' },
      { type: 'kms', id: 'arn:aws:kms:x' },
      { type: 'age', id: 'ssh-dss AAAA' },
      { type: 'age', id: 'age1tag1abc' },
      { type: 'pgp', id: 'FINGER' },
    ];
    expect(unsupportedRecipients(rule)).toEqual(expected);
    await expect(
      encryptTree({ data: { a: 'b' } }, { format: 'yaml', rule, now }),
    ).rejects.toMatchObject({
      code: 'UNSUPPORTED_RECIPIENTS',
      data: { recipients: expected },
      message: expect.stringMatching(
        /age age1yubikey1abc, kms arn:aws:kms:x, .*pgp FINGER/,
      ),
    });
  });
});
