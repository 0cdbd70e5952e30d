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

import type { CreationRule, Recipient } from '../rules/model';
import { recipientKinds } from './registry';

/**
 * The recipients of a rule that this package cannot encrypt to: key services,
 * PGP, plugins of age. `encrypt` and `encryptTree` refuse a rule that has any;
 * ask here to know before.
 *
 * @returns in the order of the rule's groups; empty if all can be served
 *
 * @public
 */
export function unsupportedRecipients(
  rule: CreationRule,
): readonly Recipient[] {
  return rule.keyGroups
    .flat()
    .filter(
      ({ type, id }) =>
        type !== 'age' ||
        !recipientKinds.some(({ recognizes }) => recognizes(id)),
    );
}
