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

import { InvalidConfigError } from '../errors/InvalidConfigError';
import { compileRegex } from './compileRegex';
import type {
  ConfigWarning,
  CreationRule,
  Indent,
  KeyGroup,
  Selector,
  SelectorOption,
} from './model';
import { nearestKey } from './nearestKey';
import {
  groupKeys,
  parseGroupRecipients,
  parseRuleRecipients,
  recipientKeys,
} from './parseRecipients';

const selectorOptions: readonly SelectorOption[] = [
  'unencrypted_suffix',
  'encrypted_suffix',
  'unencrypted_regex',
  'encrypted_regex',
  'unencrypted_comment_regex',
  'encrypted_comment_regex',
];

const knownKeys: readonly string[] = [
  'path_regex',
  ...Object.keys(recipientKeys),
  'aws_profile',
  'key_groups',
  'shamir_threshold',
  ...selectorOptions,
  'mac_only_encrypted',
];

/** What sops uses when a rule has no selector; it encrypts `apiVersion` too. */
const defaultSelector: Selector = {
  option: 'unencrypted_suffix',
  value: '_unencrypted',
};

/**
 * One item of `creation_rules`. sops ignores keys it does not know, so each is
 * reported through `warn`.
 *
 * @internal
 */
export function parseRule(
  raw: Readonly<Record<string, unknown>>,
  place: {
    readonly config: string;
    readonly index: number;
    readonly indent: Indent;
  },
  warn: (code: ConfigWarning['code'], message: string) => void,
): CreationRule {
  const { config, index, indent } = place;
  const where = `creation_rules[${index}]`;
  const fail = (key: string, reason: string): never => {
    throw new InvalidConfigError(config, `${where}.${key}`, reason);
  };
  const text = (key: string): string | undefined => {
    const value = raw[key];
    if (value === undefined || value === '') return undefined;
    return typeof value === 'string' ? value : fail(key, 'must be text');
  };
  const regex = (key: string): string | undefined => {
    const value = text(key);
    if (value !== undefined) compileRegex(value, `${config}: ${where}.${key}`);
    return value;
  };

  warnAboutKeys(raw, knownKeys, warn);
  const pathRegex = regex('path_regex');
  const selectors = selectorOptions
    .map(option => ({
      option,
      value: option.endsWith('regex') ? regex(option) : text(option),
    }))
    .filter((selector): selector is Selector => selector.value !== undefined);
  if (selectors.length > 1) {
    const names = selectors.map(({ option }) => option).join(' and ');
    fail(names, 'exclude each other: sops allows one of them in a rule');
  }

  return {
    origin: { config, index, shadows: [] },
    pathRegex,
    selector: selectors[0] ?? defaultSelector,
    macOnlyEncrypted: parseBoolean(text('mac_only_encrypted'), () =>
      fail('mac_only_encrypted', 'must be true or false'),
    ),
    keyGroups: parseKeyGroups(raw, fail, warn),
    shamirThreshold: parseCount(text('shamir_threshold'), () =>
      fail('shamir_threshold', 'must be a whole number'),
    ),
    indent,
  };
}

function parseKeyGroups(
  raw: Readonly<Record<string, unknown>>,
  fail: (key: string, reason: string) => never,
  warn: (code: ConfigWarning['code'], message: string) => void,
): readonly KeyGroup[] {
  const own = parseRuleRecipients(raw, fail);
  const { key_groups: groups } = raw;
  if (!Array.isArray(groups) || groups.length === 0) {
    if (groups !== undefined && groups !== '' && !Array.isArray(groups)) {
      fail('key_groups', 'must be a list');
    }
    if (own.length === 0) {
      warn('no-recipients', 'names no recipient, so sops cannot encrypt by it');
    }
    return own.length === 0 ? [] : [own];
  }
  if (own.length > 0) {
    warn(
      'ignored-recipients',
      'names recipients beside key_groups, and sops ignores them: move them into a group',
    );
  }
  const keys = [...Object.keys(groupKeys), 'merge'];
  return groups.map(group => {
    const recipients = parseGroupRecipients(group, fail);
    warnAboutKeys(group, keys, warn);
    if (recipients.length === 0) {
      warn(
        'no-recipients',
        'has an empty key group, so sops cannot encrypt by it',
      );
    }
    return recipients;
  });
}

function warnAboutKeys(
  raw: Readonly<Record<string, unknown>>,
  known: readonly string[],
  warn: (code: ConfigWarning['code'], message: string) => void,
) {
  for (const key of Object.keys(raw).filter(name => !known.includes(name))) {
    const nearest = nearestKey(key, known);
    const hint =
      nearest === undefined ? 'remove it' : `did you mean ${nearest}?`;
    warn('unknown-key', `has the key ${key}, which sops ignores: ${hint}`);
  }
}

function parseBoolean(text: string | undefined, fail: () => never): boolean {
  if (text === undefined || /^(?:false|no?|off)$/i.test(text)) return false;
  return /^(?:true|y|yes|on)$/i.test(text) || fail();
}

function parseCount(
  text: string | undefined,
  fail: () => never,
): number | undefined {
  if (text === undefined) return undefined;
  return /^\d{1,3}$/.test(text) ? Number(text) || undefined : fail();
}
