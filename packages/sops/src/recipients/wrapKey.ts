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
  armor,
  Encrypter,
  type Recipient as AgeRecipient,
} from 'age-encryption';
import { InvalidRecipientError } from '../errors/InvalidRecipientError';
import { InvalidRuleError } from '../errors/InvalidRuleError';
import { UnsupportedRecipientsError } from '../errors/UnsupportedRecipientsError';
import type { WrappedKey } from '../metadata/model';
import { ruleName } from '../rules/ruleName';
import type { CreationRule, Recipient } from '../rules/model';
import { recipientKinds } from './registry';
import { splitKey } from './splitKey';
import { unsupportedRecipients } from './unsupportedRecipients';

/**
 * Encrypts the data key to every recipient of a rule: one armored age file for
 * each, as sops does. With more than one group each group gets its share.
 *
 * @throws UnsupportedRecipientsError naming every recipient of another kind
 * @throws InvalidRecipientError for a malformed one
 * @throws InvalidRuleError if the rule's groups cannot work
 *
 * @internal
 */
export async function wrapKey(
  dataKey: Uint8Array,
  rule: CreationRule,
): Promise<readonly (readonly WrappedKey[])[]> {
  assertGroups(rule);
  const unsupported = unsupportedRecipients(rule);
  if (unsupported.length > 0) throw new UnsupportedRecipientsError(unsupported);
  const targets = rule.keyGroups.map(group => group.map(parseRecipient));

  const parts = await splitKey(
    dataKey,
    rule.keyGroups.length,
    thresholdOf(rule),
  );
  try {
    return await Promise.all(
      rule.keyGroups.map((group, at) =>
        Promise.all(
          group.map(async ({ type, id }, index) => {
            const enc = await encryptPart(parts[at], targets[at][index], id);
            return { type, id, enc };
          }),
        ),
      ),
    );
  } finally {
    for (const part of parts) part.fill(0);
  }
}

function parseRecipient({ id }: Recipient): AgeRecipient | string {
  const kind = recipientKinds.find(({ recognizes }) => recognizes(id))!;
  try {
    return kind.parse(id);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'it is malformed';
    throw new InvalidRecipientError(id, reason);
  }
}

async function encryptPart(
  part: Uint8Array,
  target: AgeRecipient | string,
  id: string,
): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(target);
  try {
    return armor.encode(await encrypter.encrypt(part));
  } catch {
    throw new InvalidRecipientError(id, 'there is no secret to share with it');
  }
}

function thresholdOf({ keyGroups, shamirThreshold }: CreationRule): number {
  return shamirThreshold ?? keyGroups.length;
}

function assertGroups(rule: CreationRule) {
  const { keyGroups } = rule;
  const fail = (reason: string) => {
    throw new InvalidRuleError(ruleName(rule), reason);
  };
  if (keyGroups.length === 0 || keyGroups.some(group => group.length === 0)) {
    fail(
      'names no recipient, or has an empty key group: add an age recipient.',
    );
  }
  const threshold = thresholdOf(rule);
  if (keyGroups.length > 1 && (threshold < 2 || threshold > keyGroups.length)) {
    fail(
      `has shamir_threshold ${threshold}, which must lie between 2 and its ` +
        `${keyGroups.length} key groups.`,
    );
  }
}
