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

import { violation } from '../../messages';
import { PolicyRule, PolicySubject } from '../../model';
import { ciphertextProblem } from '../ciphertextProblem';

const messages = {
  clear: 'existingSecretEncrypted.clear',
  metadata: 'existingSecretEncrypted.metadata',
  unsealed: 'existingSecretEncrypted.unsealed',
} as const;

/**
 * A secret that is kept is ciphertext: what stands in clear on the base branch
 * is known to all who can read the repository, and no database may begin with it.
 *
 * @public
 */
export const existingSecretEncrypted: PolicyRule = {
  id: 'existing-secret-encrypted',
  title: 'A secret that exists is encrypted',
  severity: 'error',
  stages: ['change'],
  waivable: false,
  examples: {
    good: { reason: 'all secrets are made', subject: standard => standard },
    bad: { reason: 'one is there in clear', subject: withSecretInClear },
  },
  check: ({ plan, context }) =>
    plan.files.flatMap(({ kind, change, path }) => {
      const text = context.platform.files[path];
      if (kind !== 'secret' || change !== 'none' || text === undefined) {
        return [];
      }
      const problem = ciphertextProblem(text);
      return problem
        ? {
            ...violation(messages[problem], { path }),
            // Never what it holds: findings end up in logs and pull requests.
            evidence: [{ object: path }],
          }
        : [];
    }),
};

function withSecretInClear({
  plan,
  context,
  ...standard
}: PolicySubject): PolicySubject {
  const secret = plan.files.find(({ kind }) => kind === 'secret')!;
  return {
    ...standard,
    plan: {
      ...plan,
      files: plan.files.map(file =>
        file === secret ? { ...secret, change: 'none' } : file,
      ),
    },
    context: {
      ...context,
      platform: {
        ...context.platform,
        files: { [secret.path]: 'stringData:\n  password: hunter2\n' },
      },
    },
  };
}
