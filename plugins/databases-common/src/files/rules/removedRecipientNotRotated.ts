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

import { alice, bob, exampleCiphertext, exampleSecret } from '../exampleFiles';
import { FileRule } from '../FileRule';
import { fileViolation } from '../fileViolation';
import { shortRecipient } from '../shortRecipient';

const both = exampleSecret(
  { password: exampleCiphertext('p') },
  { recipients: [alice, bob] },
);

/**
 * Somebody was taken off the recipients and knows the values: `sops updatekeys` wraps
 * the same data key again, and nobody changed the credentials.
 *
 * @public
 */
export const removedRecipientNotRotated: FileRule = {
  id: 'removed-recipient-not-rotated',
  title: 'What a removed recipient knew was changed',
  severity: 'warning',
  stages: ['change', 'live'],
  examples: {
    good: {
      reason: 'the password changed with the recipients',
      files: {
        'shop.yaml': exampleSecret({ password: exampleCiphertext('n') }),
      },
      history: { 'shop.yaml': [both] },
    },
    bad: {
      reason: 'only the recipients changed',
      files: {
        'shop.yaml': exampleSecret({ password: exampleCiphertext('p') }),
      },
      history: { 'shop.yaml': [both] },
    },
  },
  check: ({ files }) =>
    files.flatMap(file => {
      const { documents, history = [], path, sops } = file;
      const recipients = sops?.groups.flat() ?? [];
      const values = documents
        .flatMap(document => document.values)
        .filter(({ fingerprint }) => fingerprint !== undefined);
      const found = history
        .map(version => ({
          removed: version.recipients.filter(id => !recipients.includes(id)),
          kept: values.filter(
            value => version.fingerprints[value.path] === value.fingerprint,
          ),
        }))
        .find(({ removed, kept }) => removed.length && kept.length);
      if (!sops || !found) return [];
      const [{ line, name }] = found.kept;
      return fileViolation(
        file,
        { line, key: name },
        'removedRecipientNotRotated.kept',
        {
          path,
          keys: found.kept.map(value => value.name),
          recipients: found.removed.map(shortRecipient),
        },
      );
    }),
};
