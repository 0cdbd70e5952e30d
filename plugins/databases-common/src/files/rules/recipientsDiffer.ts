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

import {
  alice,
  bob,
  exampleCiphertext,
  exampleConfig,
  exampleSecret,
} from '../exampleFiles';
import { FileRule, FileViolation } from '../FileRule';
import { fileViolation } from '../fileViolation';
import { InspectedFile } from '../InspectedTree';
import { shortRecipient } from '../shortRecipient';

const values = { password: exampleCiphertext('p') };
const config = exampleConfig(alice, bob);

/**
 * A file that others can decrypt than its creation rule says: a recipient was added
 * to `.sops.yaml`, or removed, and the file was forgotten.
 *
 * @public
 */
export const recipientsDiffer: FileRule = {
  id: 'recipients-differ',
  title: 'Those can decrypt a file whom its rule names',
  severity: 'warning',
  stages: ['change', 'live'],
  examples: {
    good: {
      reason: 'the same two',
      files: {
        '.sops.yaml': config,
        'secrets/shop.yaml': exampleSecret(values, {
          recipients: [bob, alice],
        }),
      },
    },
    bad: {
      reason: 'one was added to the rule only',
      files: {
        '.sops.yaml': config,
        'secrets/shop.yaml': exampleSecret(values, { recipients: [alice] }),
      },
    },
  },
  check: ({ files }) => files.flatMap(differences),
};

function differences(file: InspectedFile): readonly FileViolation[] {
  const { creationRule, path, sops } = file;
  const problem = sops?.problems.find(
    ({ code }) => code === 'recipients-differ',
  );
  if (!problem || !creationRule || !sops) return [];
  const wanted = creationRule.groups.flat();
  const actual = sops.groups.flat();
  const missing = wanted.filter(id => !actual.some(other => isFor(other, id)));
  const unexpected = actual.filter(
    id => !wanted.some(other => isFor(id, other)),
  );
  const at = { line: problem.line };
  const params = {
    path,
    config: creationRule.config,
    missing: missing.map(shortRecipient),
    unexpected: unexpected.map(shortRecipient),
  };
  if (missing.length && unexpected.length) {
    // Nobody whom the rule names can open it.
    const isStranded = missing.length === wanted.length;
    const severity = isStranded ? 'error' : 'warning';
    return [fileViolation(file, at, 'recipientsDiffer.both', params, severity)];
  }
  if (missing.length) {
    return [fileViolation(file, at, 'recipientsDiffer.missing', params)];
  }
  return unexpected.length
    ? [fileViolation(file, at, 'recipientsDiffer.unexpected', params)]
    : [fileViolation(file, at, 'recipientsDiffer.groups', params)];
}

/** A rule may leave the version of an Azure key open; metadata never do. */
function isFor(actual: string, wanted: string): boolean {
  return (
    actual === wanted ||
    (wanted.startsWith('https://') && actual.startsWith(`${wanted}/`))
  );
}
