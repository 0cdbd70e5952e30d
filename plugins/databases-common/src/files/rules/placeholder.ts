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

import { FileRule } from '../FileRule';
import { fileViolation } from '../fileViolation';
import { isHarmlessKey } from '../isHarmlessKey';

const manifest = 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: shop\n';

/**
 * A Secret whose value is a word such as `changeme`, also in base64. It is applied
 * like any other, and then it is the password.
 *
 * @public
 */
export const placeholder: FileRule = {
  id: 'placeholder',
  title: 'No Secret holds a placeholder',
  severity: 'warning',
  stages: ['change', 'live'],
  examples: {
    good: {
      reason: 'a file that shows how it is done',
      files: {
        'apps/secret.example.yaml': `${manifest}stringData:\n  password: changeme\n`,
      },
    },
    bad: {
      reason: 'changeme, in base64',
      files: {
        'apps/secret.yaml': `${manifest}data:\n  password: Y2hhbmdlbWU=\n`,
      },
    },
  },
  check: ({ files }) =>
    files.flatMap(file =>
      file.documents
        .flatMap(({ secrets }) => secrets)
        .flatMap(({ name: secret, keys }) =>
          keys
            .filter(
              ({ state, name }) => state === 'example' && !isHarmlessKey(name),
            )
            .map(({ line, name: key }) =>
              fileViolation(file, { line, key }, 'placeholder.value', {
                path: file.path,
                key,
                secret,
              }),
            ),
        ),
    ),
};
