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
  EncryptedPart,
  EncryptionFact,
} from '@basewell/plugin-databases-common';
import {
  CreationRule,
  encrypts,
  findCreationRule,
  SopsConfig,
  unsupportedRecipients,
} from '@basewell/sops';

/**
 * What the creation rules say about one path, as the domain wants to hear it.
 *
 * @param anyRecipient - whether a sops binary serves the recipients that we cannot
 * @internal
 */
export function encryptionFact(
  configs: readonly SopsConfig[],
  path: string,
  anyRecipient: boolean,
): EncryptionFact {
  if (!configs.length) {
    return {
      state: 'uncovered',
      reason: `the platform repository has no .sops.yaml in a folder above ${path}`,
    };
  }
  try {
    const { rule, warnings } = findCreationRule(configs, path);
    const unsupported = anyRecipient ? [] : unsupportedRecipients(rule);
    return {
      state: 'covered',
      config: rule.origin.config,
      rule: rule.origin.index + 1,
      recipients: rule.keyGroups.flat().map(({ id }) => id),
      unsupported: unsupported.map(({ id }) => id),
      encrypts: encryptedPart(rule),
      fields: metadataFields(rule),
      warnings: warnings.map(({ message }) => message),
    };
  } catch (error) {
    return {
      state: 'uncovered',
      reason: error instanceof Error ? error.message : String(error),
    };
  }
}

/** What Kubernetes has to read before anything is decrypted. */
const identity = [
  ['apiVersion'],
  ['kind'],
  ['type'],
  ['metadata', 'name'],
  ['metadata', 'namespace'],
];
const template = ['spec', 'secretTemplates'];

function encryptedPart(rule: CreationRule): EncryptedPart {
  if (identity.some(path => encrypts(rule, path))) {
    return 'file';
  }
  if (encrypts(rule, ['stringData']) && encrypts(rule, ['data'])) {
    return 'values';
  }
  return encrypts(rule, template) ? 'templates' : 'other';
}

function metadataFields(rule: CreationRule): readonly string[] {
  const { selector, macOnlyEncrypted, keyGroups } = rule;
  return [
    selector.option,
    ...(macOnlyEncrypted ? ['mac_only_encrypted'] : []),
    ...(keyGroups.length > 1 ? ['key_groups', 'shamir_threshold'] : []),
  ];
}
