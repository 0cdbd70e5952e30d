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

import {
  exampleCiphertext,
  exampleConfig,
  exampleSecret,
  alice,
} from '../exampleFiles';
import { FileRule } from '../FileRule';
import { fileViolation } from '../fileViolation';
import { isHarmlessKey } from '../isHarmlessKey';
import { keysInClear } from '../keysInClear';

/**
 * A Secret that a creation rule of SOPS is for, and that nobody encrypted. Hooks that
 * only check encrypted files never see it.
 *
 * @public
 */
export const plaintextInSopsPath: FileRule = {
  id: 'plaintext-in-sops-path',
  title: 'What SOPS is to encrypt is encrypted',
  severity: 'error',
  stages: ['change', 'live'],
  evenInExamples: true,
  examples: {
    good: {
      reason: 'a rule is for the file, and it is encrypted',
      files: {
        '.sops.yaml': exampleConfig(alice),
        'secrets/shop.yaml': exampleSecret({
          password: exampleCiphertext('p'),
        }),
      },
    },
    bad: {
      reason: 'a rule is for the file, and its password is in clear',
      files: {
        '.sops.yaml': exampleConfig(alice),
        'secrets/shop.yaml':
          'apiVersion: v1\nkind: Secret\nmetadata:\n  name: shop\nstringData:\n  password: correct-horse-battery\n',
      },
    },
  },
  check: ({ files }) =>
    files.flatMap(file => {
      const { creationRule, path, sops } = file;
      if (!creationRule || sops) return [];
      // A rule without path_regex is for every file that somebody gives to sops.
      const counts = (key: string) =>
        creationRule.isSpecific || !isHarmlessKey(key);
      return keysInClear(file, counts).map(({ secret, keys, line }) =>
        fileViolation(
          file,
          { line, key: keys[0] },
          'plaintextInSopsPath.clear',
          { path, secret, keys, config: creationRule.config },
        ),
      );
    }),
};
