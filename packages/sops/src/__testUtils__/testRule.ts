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

import { findCreationRule } from '../rules/findCreationRule';
import type { CreationRule } from '../rules/model';
import { parseSopsConfig } from '../rules/parseSopsConfig';
import { testKeys } from './testKeys';

/** The `.sops.yaml` of most tests. */
export const testConfig = `creation_rules:
  - encrypted_regex: ^(data|stringData)$
    age: ${testKeys.alice.recipient}
`;

/** The rule that a `.sops.yaml` of this text has for `secret.yaml`. */
export function testRule(config: string = testConfig): CreationRule {
  return findCreationRule(
    [parseSopsConfig(config, '.sops.yaml')],
    'secret.yaml',
  ).rule;
}
