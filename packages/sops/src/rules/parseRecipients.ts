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

import type { Recipient } from './model';
import { recipientId } from './recipientId';

/**
 * The recipients of a creation rule, as sops reads its two spellings:
 *
 *     age: age1…,age1…            one key group
 *     age: [age1…, age1…]         the same, since sops 3.11
 *     pgp, kms, gcp_kms, hckms, azure_keyvault, hc_vault_transit_uri: the same
 *
 *     key_groups:                 with these, the keys above are ignored
 *       - age: [age1…]
 *         pgp: [FINGERPRINT]
 *         kms: [{arn, role}]      gcp_kms: [{resource_id}]
 *         hckms: [{key_id}]       azure_keyvault: [{vaultUrl, key, version}]
 *         hc_vault: [URI]         merge: [other groups]
 */

/** The keys of a rule that name recipients, and the metadata fields they become. @internal */
export const recipientKeys = {
  age: 'age',
  pgp: 'pgp',
  kms: 'kms',
  gcp_kms: 'gcp_kms',
  hckms: 'hckms',
  azure_keyvault: 'azure_kv',
  hc_vault_transit_uri: 'hc_vault',
} as const;

/** The keys of a key group, and the metadata fields they become. @internal */
export const groupKeys = {
  age: 'age',
  pgp: 'pgp',
  kms: 'kms',
  gcp_kms: 'gcp_kms',
  hckms: 'hckms',
  azure_keyvault: 'azure_kv',
  hc_vault: 'hc_vault',
} as const;

type Raw = Readonly<Record<string, unknown>>;

/**
 * @param fail - throws, with a sentence about what is wrong at a key
 *
 * @internal
 */
export function parseRuleRecipients(
  rule: Raw,
  fail: (key: string, reason: string) => never,
): readonly Recipient[] {
  return unique(
    Object.entries(recipientKeys).flatMap(([key, type]) =>
      texts(rule[key], key, fail).map(text => ({
        type,
        id: recipientId(type, { id: text }),
      })),
    ),
  );
}

/** @internal */
export function parseGroupRecipients(
  group: unknown,
  fail: (key: string, reason: string) => never,
): readonly Recipient[] {
  if (!isRaw(group)) return fail('key_groups', 'must be a list of maps');
  const merged = group.merge === undefined ? [] : group.merge;
  if (!Array.isArray(merged))
    return fail('merge', 'must be a list of key groups');
  const own = Object.entries(groupKeys).flatMap(([key, type]) => {
    const items = isBlank(group[key]) ? [] : group[key];
    if (!Array.isArray(items)) {
      return fail(key, 'must be a list inside a key group');
    }
    return items.flatMap(item =>
      isRaw(item)
        ? [{ type, id: recipientId(type, item as Record<string, string>) }]
        : texts(item, key, fail).map(id => ({
            type,
            id: recipientId(type, { id }),
          })),
    );
  });
  return unique([
    ...merged.flatMap(other => parseGroupRecipients(other, fail)),
    ...own,
  ]);
}

function texts(
  value: unknown,
  key: string,
  fail: (key: string, reason: string) => never,
): readonly string[] {
  if (isBlank(value)) return [];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap(item =>
    typeof item === 'string'
      ? item
          .split(',')
          .map(text => text.trim())
          .filter(text => text !== '')
      : fail(key, 'must be text with commas, or a list of texts'),
  );
}

function unique(recipients: readonly Recipient[]): readonly Recipient[] {
  const byName = new Map(
    recipients.map(recipient => [
      `${recipient.type} ${recipient.id}`,
      recipient,
    ]),
  );
  return [...byName.values()];
}

function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isBlank(value: unknown): boolean {
  return (
    value === undefined || value === '' || value === '~' || value === 'null'
  );
}
