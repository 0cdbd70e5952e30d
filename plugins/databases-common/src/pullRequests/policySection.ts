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

import { Finding, Plan } from '../model';
import { escapeMarkdown } from './escapeMarkdown';

/** The result of every rule that was asked, by its id. */
export function policySection({ findings, rules }: Plan): readonly string[] {
  const found = new Set(findings.map(({ rule }) => rule));
  const passed = rules.filter(rule => !found.has(rule));
  return [
    '### Policy',
    [
      ...findings.map(describe),
      `- ✓ passed: ${passed.map(rule => `\`${rule}\``).join(', ')}`,
    ].join('\n'),
  ];
}

function describe({ rule, severity, summary, waiver }: Finding): string {
  const says = `\`${rule}\`: ${escapeMarkdown(summary)}`;
  if (waiver) {
    const until = waiver.until === undefined ? '' : ` until ${waiver.until}`;
    return `- ⚠ **waived**${until}: ${says} Reason: ${escapeMarkdown(waiver.reason)}`;
  }
  return `- ${severity === 'error' ? '✗ **stops**' : `⚠ ${severity}`}: ${says}`;
}
