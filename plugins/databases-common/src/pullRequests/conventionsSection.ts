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

import { Plan, RepositoryRole, StatedConvention } from '../model';
import { codeSpan } from './codeSpan';
import { escapeMarkdown } from './escapeMarkdown';
import { markdownTable } from './markdownTable';

/** What the plan follows, so that a reviewer sees where it was taken from. */
export function conventionsSection(
  { conventions }: Plan,
  role: RepositoryRole,
): readonly string[] {
  const own = conventions.filter(({ repository }) => repository === role);
  return own.length
    ? [
        '### How this repository does it',
        markdownTable(
          ['What', 'How', 'Shown by'],
          own.map(convention => [
            escapeMarkdown(convention.what),
            escapeMarkdown(convention.value),
            source(convention),
          ]),
        ),
      ]
    : [];
}

function source({ from, evidence }: StatedConvention): string {
  switch (from) {
    case 'configuration':
      return 'the configuration of the target';
    case 'usual':
      return 'no file: it is what most houses do';
    default:
      return evidence.map(codeSpan).join(', ');
  }
}
