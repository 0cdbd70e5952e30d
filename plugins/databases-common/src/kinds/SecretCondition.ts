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

import { Fields } from '../observation';
import { CharacterBudget } from './CharacterBudget';
import { redactedText } from './redactedText';

/**
 * What an operator of secrets says about one of its objects. Reason and message
 * are kept only when it does not hold, the message without lease ids.
 *
 * @public
 */
export interface SecretCondition {
  readonly type: string;
  /** `True`, `False` or `Unknown`. */
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
  /** When it was set last, which need not be a change: RFC 3339. */
  readonly at?: string;
}

/** What is kept of all of an object, as JSON. */
const MOST = 1100;

/** Those of an object, as many as a fact has room for. */
export function readSecretConditions(
  object: Fields,
): readonly SecretCondition[] {
  const conditions = object
    .list('status', 'conditions')
    .map((condition): SecretCondition => {
      const status = condition.string('status') ?? '';
      const at = condition.string('lastTransitionTime');
      return {
        type: condition.string('type') ?? '',
        status,
        ...(status !== 'True' && {
          reason: condition.string('reason'),
          message: redactedText(condition.string('message')),
        }),
        ...(at && { at }),
      };
    });
  return new CharacterBudget(MOST).keep(conditions).kept;
}
