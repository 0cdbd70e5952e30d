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
import { keysInClear } from '../keysInClear';

const manifest = 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: shop\n';

/**
 * A Secret in clear where SOPS has nothing to say. Base64 is no encryption.
 *
 * @public
 */
export const plaintextSecret: FileRule = {
  id: 'plaintext-secret',
  title: 'No Secret lies in a repository in clear',
  severity: 'error',
  stages: ['change', 'live'],
  examples: {
    good: {
      reason: 'the value is filled in later',
      files: {
        'apps/shop.yaml': `${manifest}stringData:\n  password: \${SHOP_PASSWORD}\n`,
      },
    },
    bad: {
      reason: 'base64',
      files: {
        'apps/shop.yaml': `${manifest}data:\n  password: Y29ycmVjdC1ob3JzZS1iYXR0ZXJ5\n`,
      },
    },
  },
  check: ({ files }) =>
    files.flatMap(file => {
      const { creationRule, path, sops } = file;
      if (creationRule || sops) return [];
      return keysInClear(file, key => !isHarmlessKey(key)).map(
        ({ secret, keys, line }) =>
          fileViolation(file, { line, key: keys[0] }, 'plaintextSecret.clear', {
            path,
            secret,
            keys,
          }),
      );
    }),
};
