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

import { Finding, Severity, Violation } from '../model';
import { en } from './en';
import { Message } from './Message';
import { renderMessage } from './renderMessage';

/**
 * What a rule found, with its English words.
 *
 * @param rule - id of the rule
 * @param severity - the rule's own; that of the violation wins
 * @param options - `now`: UTC ISO instant, for ages in the words
 * @public
 */
export function finding(
  rule: string,
  severity: Severity,
  violation: Violation,
  options: { readonly now?: string } = {},
): Finding {
  const messages: { readonly [key: string]: Message | undefined } = en;
  const { message, params, evidence = [], field } = violation;
  const words = messages[message] ?? { summary: message, remedy: '' };
  return {
    rule,
    severity: violation.severity ?? severity,
    message,
    params,
    ...renderMessage(words, params, options),
    evidence,
    ...(field !== undefined && { field }),
  };
}
