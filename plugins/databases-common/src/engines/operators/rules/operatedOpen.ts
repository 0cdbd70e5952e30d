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

import { observation } from '../../../messages';
import { OperatedRule } from '../OperatedSubject';

export const operatedOpen: OperatedRule = {
  id: 'operated-open',
  title: 'Whether a database asks for a password at all.',
  check: ({ data, evidence }) => [
    ...(data.open
      ? [
          observation(
            'operatedOpen.open',
            {},
            {
              severity: 'error',
              evidence: [evidence('spec.auth.jwtSecretName', 'None')],
            },
          ),
        ]
      : []),
    ...(data.emptyPassword
      ? [
          observation(
            'operatedOpen.root',
            {},
            {
              severity: 'warning',
              evidence: [evidence('spec.bootstrap.passwordSecretNames.root')],
            },
          ),
        ]
      : []),
  ],
};
