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

import { clearCredentials } from '../../layouts/clearCredentials';
import { violation } from '../../messages';
import { PlannedFile, PolicyRule, Violation } from '../../model';

/**
 * Credentials are encrypted in the platform repository; the app repository only
 * has names of secrets.
 *
 * @public
 */
export const noCredentialInAppRepository: PolicyRule = {
  id: 'no-credential-in-app-repository',
  title: 'No credential in the app repository',
  severity: 'error',
  stages: ['change'],
  waivable: false,
  examples: {
    good: { reason: 'a reference to a secret', subject: standard => standard },
    bad: {
      reason: 'a connection string',
      subject: standard => ({
        ...standard,
        plan: {
          ...standard.plan,
          files: standard.plan.files.map(file =>
            file.kind === 'text' && file.repository === 'app'
              ? {
                  ...file,
                  content: `${file.content}uri: postgresql://shop:hunter2@db/shop\n`,
                }
              : file,
          ),
        },
      }),
    },
  },
  check: ({ plan }) =>
    plan.files
      .filter(({ repository }) => repository === 'app')
      .flatMap(credentials),
};

function credentials(file: PlannedFile): readonly Violation[] {
  if (file.kind === 'secret') {
    return [found(file.path, 1, 'a secret')];
  }
  const before = new Set(file.before?.split('\n'));
  return file.content.split('\n').flatMap((line, index) => {
    const pattern = clearCredentials.find(({ matches }) => matches.test(line));
    return pattern && !before.has(line)
      ? [found(file.path, index + 1, pattern.what)]
      : [];
  });
}

/** The value is never quoted: findings end up in logs. */
function found(path: string, line: number, what: string): Violation {
  return violation('noCredentialInAppRepository.found', { path, line, what });
}
