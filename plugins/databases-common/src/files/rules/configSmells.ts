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

import { Severity } from '../../model';
import { alice, exampleConfig } from '../exampleFiles';
import { FileRule } from '../FileRule';
import { fileViolation } from '../fileViolation';
import { SopsConfigSmell } from '../InspectedTree';

const severities: { readonly [code in SopsConfigSmell]?: Severity } = {
  invalid: 'error',
  'post-quantum': 'info',
  'recipient-list': 'info',
};

/**
 * What sops takes from a `.sops.yaml` without a word, and what is probably a mistake:
 * keys it does not know, rules that are never reached, expressions that match
 * nothing.
 *
 * @public
 */
export const configSmells: FileRule = {
  id: 'config-smells',
  title: '.sops.yaml says what it seems to say',
  severity: 'warning',
  stages: ['change'],
  examples: {
    good: {
      reason: 'one rule for Secrets',
      files: { '.sops.yaml': exampleConfig(alice) },
    },
    bad: {
      reason: 'sops ignores path_regexp, so the rule is for every file',
      files: {
        '.sops.yaml': exampleConfig(alice).replace('path_regex', 'path_regexp'),
      },
    },
  },
  check: ({ files }) =>
    files.flatMap(file =>
      (file.sopsConfig?.smells ?? []).map(({ code, line, detail }) =>
        fileViolation(
          file,
          { line },
          code === 'invalid' ? 'configSmells.invalid' : 'configSmells.odd',
          { path: file.path, detail },
          severities[code],
        ),
      ),
    ),
};
