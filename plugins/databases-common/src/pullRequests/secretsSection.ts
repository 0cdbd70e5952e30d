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

import { Plan } from '../model';
import { changesIn } from './changesIn';

/** Who can decrypt the new secrets, and where their values have been. */
export function secretsSection(plan: Plan): readonly string[] {
  const sealed = changesIn(plan, 'platform').flatMap(file =>
    file.kind === 'secret' ? file : [],
  );
  if (!sealed.length) {
    return [];
  }
  const recipients = new Map<string, string[]>();
  for (const { path, encryption } of sealed) {
    const who =
      encryption.state === 'covered' ? encryption.recipients.join('`, `') : '';
    recipients.set(who, [...(recipients.get(who) ?? []), path]);
  }
  const warnings = new Set(
    sealed.flatMap(({ encryption }) =>
      encryption.state === 'covered' ? encryption.warnings : [],
    ),
  );
  return [
    '### Secrets',
    'The values were generated in memory and encrypted at once. They are nowhere in clear: not in this repository, not in the portal, not in its logs.',
    ...[...recipients].map(([who, paths]) =>
      who
        ? `Encrypted for \`${who}\`: ${paths.map(path => `\`${path}\``).join(', ')}`
        : `No recipients for ${paths.map(path => `\`${path}\``).join(', ')}`,
    ),
    ...[...warnings].map(warning => `⚠ ${warning}`),
  ];
}
