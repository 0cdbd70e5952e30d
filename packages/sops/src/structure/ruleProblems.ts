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

import type { SopsMetadata, WrappedKey } from '../metadata/model';
import type { CreationRule, Recipient } from '../rules/model';
import type { Problem } from './problem';

/**
 * Metadata that differ from the rule the file should follow: its selector, its
 * recipients group by group, its threshold.
 *
 * @internal
 */
export function ruleProblems(
  metadata: SopsMetadata,
  rule: CreationRule,
): Problem[] {
  const problems: Problem[] = [];
  const { selector, macOnlyEncrypted } = metadata;
  if (
    selector.option !== rule.selector.option ||
    selector.value !== rule.selector.value ||
    macOnlyEncrypted !== rule.macOnlyEncrypted
  ) {
    problems.push({
      code: 'selector-differs',
      path: `sops.${selector.option}`,
      message: `The file was encrypted with ${selector.option} ${selector.value}, and its rule says ${rule.selector.option} ${rule.selector.value}${
        macOnlyEncrypted === rule.macOnlyEncrypted
          ? ''
          : `, with mac_only_encrypted ${rule.macOnlyEncrypted}`
      }`,
    });
  }
  const differences = differingRecipients(metadata.keyGroups, rule.keyGroups);
  if (differences.length > 0) {
    problems.push({
      code: 'recipients-differ',
      path: 'sops',
      message: `The recipients are not those of the rule (${differences.join(', ')}): run sops updatekeys`,
    });
  }
  const threshold = rule.shamirThreshold ?? rule.keyGroups.length;
  if (rule.keyGroups.length > 1 && metadata.shamirThreshold !== threshold) {
    problems.push({
      code: 'recipients-differ',
      path: 'sops.shamir_threshold',
      message: `${metadata.shamirThreshold ?? 'No'} key groups are needed to open the file, and the rule says ${threshold}`,
    });
  }
  return problems;
}

/** Group by group, each recipient once. */
function differingRecipients(
  actual: SopsMetadata['keyGroups'],
  expected: CreationRule['keyGroups'],
): string[] {
  const count = Math.max(actual.length, expected.length);
  return Array.from({ length: count }).flatMap((_, index) => {
    const rest: WrappedKey[] = [...(actual[index] ?? [])];
    const missing = (expected[index] ?? []).filter(recipient => {
      const at = rest.findIndex(key => isFor(key, recipient));
      if (at >= 0) rest.splice(at, 1);
      return at < 0;
    });
    const group = count === 1 ? '' : ` in group ${index + 1}`;
    return [
      ...missing.map(({ id }) => `missing${group}: ${id}`),
      ...rest.map(({ id }) => `not in the rule${group}: ${id}`),
    ];
  });
}

/** A rule may leave the version of an Azure key open; the metadata never do. */
function isFor(key: WrappedKey, { type, id }: Recipient): boolean {
  return (
    key.type === type &&
    (key.id === id || (type === 'azure_kv' && key.id.startsWith(`${id}/`)))
  );
}
