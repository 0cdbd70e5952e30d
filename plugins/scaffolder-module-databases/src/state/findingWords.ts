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
  en,
  Finding,
  Message,
  renderMessage,
  ru,
} from '@basewell/plugin-databases-common';

/** Of a finding, or of an obstacle, which has no English of its own. */
type Wordless = Pick<Finding, 'message' | 'params'> & Partial<Message>;

/** Puts a finding into a language; its own English where the message is unknown here. */
export function findingWords(
  { message, params, summary = message, remedy = '' }: Wordless,
  language: string,
): Message {
  const messages: { readonly [key: string]: Message | undefined } =
    language === 'ru' ? ru : en;
  const words = messages[message];
  return words ? renderMessage(words, params) : { summary, remedy };
}
